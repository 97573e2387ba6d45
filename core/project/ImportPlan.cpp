#include "core/project/ImportPlan.h"

#include "core/dataset/Region.h"
#include "core/formats/Reading.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace core {

namespace {

using Level = ImportIssue::Level;

QString text(const char* sentence)
{
    return QCoreApplication::translate("ImportJob", sentence);
}

const QSet<QString>& pictureCodes()
{
    static const QSet<QString> codes{QStringLiteral("undecodable"), QStringLiteral("unsupported_kind"), QStringLiteral("too_large"),
                                     QStringLiteral("too_small"), QStringLiteral("unreadable")};
    return codes;
}

/// Pictures that were left out: each counts once, however many rows speak of it.
int rejectedPictures(const std::vector<SourceData>& sources)
{
    QSet<QString> rejected;
    int missing = 0;
    for (const SourceData& source : sources) {
        missing += source.picturesMissing;
        for (const ImportIssue& issue : source.issues)
            if (pictureCodes().contains(issue.code))
                rejected.insert(source.root + QLatin1Char('/') + issue.file);
    }
    return int(rejected.size()) + missing;
}

constexpr double sameBox = 0.95; // IoU from which two boxes of a concept are one
constexpr qint64 mostAnswers = 50'000'000; // some 2 GB of the project
constexpr qsizetype mostRareLabels = 1000; // of a source that has fewer pictures than labels

class Planner {
public:
    Planner(ImportWriter& project, const std::vector<ViewRecord>& views, const std::function<QStringList(ViewId)>& conceptsOf,
            const std::vector<SourceData>& sources, const ImportOptions& options, const std::function<bool()>& isCanceled)
        : m_project(project), m_views(views), m_conceptsOf(conceptsOf), m_sources(sources), m_options(options), m_isCanceled(isCanceled) {}

    ImportPlan run()
    {
        ImportReport& report = m_plan.report;
        for (size_t i = 0; i < m_sources.size() && !report.canceled; ++i)
            planSource(i);
        if (report.canceled)
            return std::move(m_plan);
        report.rejected = rejectedPictures(m_sources);
        if (!m_plan.targets.empty()) {
            report.viewName = m_plan.targets.front().name;
            report.viewType = m_plan.targets.front().type;
            report.viewIsNew = m_plan.targets.front().isNew;
        }
        for (size_t i = 1; i < m_plan.targets.size(); ++i)
            report.furtherViews.push_back({m_plan.targets[i].name, m_plan.targets[i].type, m_plan.targets[i].isNew});
        QSet<QString> listed;
        for (const PlannedView& target : m_plan.targets) {
            report.newConcepts << target.newConcepts;
            for (const QString& name : target.concepts)
                if (!listed.contains(name)) {
                    listed.insert(name);
                    report.annotations.emplace_back(name, m_stored.value(name));
                }
        }
        checkCounts();
        return std::move(m_plan);
    }

private:
    void planSource(size_t index)
    {
        const SourceData& source = m_sources[index];
        ImportReport& report = m_plan.report;
        if (!source.isFurther) {
            report.format += (report.format.isEmpty() ? QString() : QStringLiteral(", ")) + source.format;
            report.evidence += (report.evidence.isEmpty() ? QString() : QStringLiteral("; ")) + source.evidence;
        }
        report.issues.insert(report.issues.end(), source.issues.begin(), source.issues.end());
        report.outside.insert(report.outside.end(), source.outside.begin(), source.outside.end());
        m_read += source.annotationsRead;
        m_refused += source.annotationsRejected + source.annotationsRepeated;
        const std::optional<size_t> target = targetOf(source);
        m_boxesAsTags = 0;
        for (const SourceRecord& record : source.records) {
            if (m_isCanceled && m_isCanceled()) {
                report.canceled = true;
                return;
            }
            PlannedImage& image = imageOf(record, index);
            if (target) {
                planDrafts(image, record, *target);
                planAnnotation(image, record, *target);
            }
        }
        if (m_boxesAsTags > 0)
            issue(Level::Notice, "box_to_tag", {}, QString::number(m_boxesAsTags));
    }

    void issue(Level level, const char* code, const QString& file, const QString& detail = {})
    {
        m_plan.report.issues.push_back({level, QLatin1String(code), file, 0, detail});
    }

    PlannedImage& imageOf(const SourceRecord& record, size_t source)
    {
        if (const auto place = m_places.constFind(record.path); place != m_places.cend())
            return m_plan.images[*place]; // another source named it already
        m_places.insert(record.path, m_plan.images.size());
        PlannedImage image;
        image.record = &record;
        image.source = source;
        std::optional<KnownImage> known = m_project.findImage(record.path);
        if (!known) // a copy of what the project holds is that picture
            if (const auto copies = m_project.imagesWithBytes(record.sha256); !copies.empty())
                known = copies.front();
        if (known) {
            image.known = known->id;
            image.setsSplit = known->split == Split::Unassigned && record.split.value_or(Split::Unassigned) != Split::Unassigned;
            image.split = image.setsSplit ? *record.split : known->split;
            image.setsSourceId = !record.sourceId.isEmpty();
            image.isChanged = !known->sha256.isEmpty() && known->sha256 != record.sha256;
            if (image.isChanged)
                issue(Level::Notice, "picture_changed", record.relativePath);
        }
        ++(known ? m_plan.report.known : m_plan.report.images);
        m_plan.images.push_back(std::move(image));
        return m_plan.images.back();
    }

    // The view ----------------------------------------------------------------------------------------------------

    const ViewRecord* viewNamed(const QString& name) const
    {
        const auto found = std::ranges::find_if(m_views, [&](const ViewRecord& view) { return nameKey(view.name) == nameKey(name); });
        return found == m_views.end() ? nullptr : &*found;
    }

    QString freeName(const QString& wanted) const
    {
        const QString base = cleanName(wanted).isEmpty() ? text(QT_TRANSLATE_NOOP("ImportJob", "Import")) : cleanName(cleanName(wanted).left(80));
        const auto isTaken = [&](const QString& name) {
            return viewNamed(name) || std::ranges::any_of(m_plan.targets, [&](const PlannedView& target) { return nameKey(target.name) == nameKey(name); });
        };
        QString name = base;
        for (int number = 2; isTaken(name); ++number)
            name = QStringLiteral("%1 %2").arg(base).arg(number);
        return name;
    }

    PlannedView existing(const ViewRecord& view) const { return {view.name, view.type, false, view.id, {}, {}, {}}; }

    PlannedView viewFor(const SourceData& source, ViewType type) const
    {
        if (!m_options.viewName.isEmpty() && !source.isFurther) {
            const ViewRecord* const named = viewNamed(m_options.viewName);
            return named ? existing(*named) : PlannedView{validName(m_options.viewName), type, true, {}, {}, {}, {}};
        }
        if (source.namesView) {
            const ViewRecord* const named = viewNamed(source.name);
            return named && named->type == type ? existing(*named) : PlannedView{freeName(source.name), type, true, {}, {}, {}, {}};
        }
        std::vector<const ViewRecord*> fitting;
        for (const ViewRecord& view : m_views)
            if (view.type == type)
                fitting.push_back(&view);
        if (fitting.size() == 1)
            return existing(*fitting.front());
        if (const ViewRecord* const named = viewNamed(source.name); named && named->type == type)
            return existing(*named);
        if (const auto part = m_parts.find(source.name); source.isPart && part != m_parts.end() && m_plan.targets[part->second].type == type)
            return m_plan.targets[part->second];
        return {freeName(source.name), type, true, {}, {}, {}, {}};
    }

    std::optional<size_t> targetOf(const SourceData& source)
    {
        const ViewRecord* const named = m_options.viewName.isEmpty() || source.isFurther ? nullptr : viewNamed(m_options.viewName);
        std::optional<ViewType> type = source.isFurther ? source.type : m_options.type;
        if (named && type && *type != named->type)
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "The view “%1” is of another type than asked for. Nothing was changed; name another view.")).arg(named->name));
        if (!type)
            type = named ? std::optional(named->type) : source.type;
        if (!type || (!source.type && m_options.viewName.isEmpty() && !m_options.type))
            return std::nullopt; // pictures alone
        refuseMisfit(source, *type);
        if (*type == ViewType::Tagging)
            refuseFreeText(source);
        PlannedView view = viewFor(source, *type);
        // Two sources of one import may share a new view.
        const auto same = std::ranges::find_if(m_plan.targets, [&](const PlannedView& target) { return nameKey(target.name) == nameKey(view.name); });
        const auto place = size_t(same - m_plan.targets.begin());
        if (same == m_plan.targets.end()) {
            m_plan.targets.push_back(std::move(view));
            m_names.emplace_back();
        } else if (same->type != *type) {
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "The sources are of different types, so they cannot share the view “%1”. Nothing was changed; "
                "import them one after the other, each into a view of its own.")).arg(view.name));
        }
        if (source.isPart)
            m_parts.emplace(source.name, place);
        addConcepts(place, source);
        return place;
    }

    static void refuseMisfit(const SourceData& source, ViewType type)
    {
        if (source.type == ViewType::Detection && type == ViewType::Classification)
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "“%1” holds boxes, and a classification view has one class for a whole picture. "
                "Nothing was changed; choose a detection or a tagging view.")).arg(source.name));
        if (source.type && source.type != ViewType::Detection && type == ViewType::Detection)
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "“%1” holds no boxes, and a detection view needs them. "
                "Nothing was changed; choose a classification or a tagging view.")).arg(source.name));
    }

    /// More labels than pictures can be learnt by nobody, and every picture would answer for each of them.
    static void refuseFreeText(const SourceData& source)
    {
        const auto labelled = std::ranges::count_if(source.records, [](const SourceRecord& record) { return !record.labels.isEmpty(); });
        if (labelled > 0 && source.concepts.size() > std::max<qsizetype>(mostRareLabels, labelled))
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "“%1” gives %2 pictures %3 different labels: that is free text and no list of concepts. "
                "Nothing was changed; import the pictures alone, or a table with fewer labels.")).arg(source.name).arg(labelled).arg(source.concepts.size()));
    }

    void addConcepts(size_t place, const SourceData& source)
    {
        PlannedView& target = m_plan.targets[place];
        TargetNames& names = m_names[place];
        QSet<QString> used;
        for (const SourceRecord& record : source.records) {
            for (const QString& label : record.labels)
                used.insert(label);
            for (const auto& [name, yes] : record.answers)
                used.insert(name);
            for (const SourceBox& box : record.boxes)
                used.insert(box.conceptName);
            for (const SourceDraft& draft : record.drafts)
                used.insert(draft.conceptName);
        }
        if (!target.isNew && names.living.isEmpty())
            for (const QString& name : m_conceptsOf(target.id))
                names.living.insert(nameKey(name), name);
        for (const QString& name : source.concepts) {
            // Names that are only listed (80 of COCO for a handful of boxes) would stand in the way of every training.
            if (!used.isEmpty() && !used.contains(name))
                continue;
            const QString key = nameKey(name);
            const QString known = names.living.value(key, names.listed.value(key));
            if (!known.isEmpty() && known != name)
                issue(Level::Notice, "names_joined", {}, QStringLiteral("%1, %2").arg(known, name));
            if (const auto id = source.conceptIds.constFind(name); id != source.conceptIds.cend() && !target.conceptIds.contains(name))
                target.conceptIds.insert(name, *id);
            if (names.listed.contains(key))
                continue;
            names.listed.insert(key, name);
            target.concepts << name;
            if (!names.living.contains(key))
                target.newConcepts << name;
        }
    }

    // Annotation --------------------------------------------------------------------------------------------------

    void planAnnotation(PlannedImage& image, const SourceRecord& record, size_t place)
    {
        const PlannedView& target = m_plan.targets[place];
        const qint64 units = unitsOf(record);
        if (!record.hasRecord) {
            m_refused += units;
            return;
        }
        const bool isTaken = std::ranges::any_of(image.annotations, [&](const PlannedAnnotation& other) { return other.target == place; });
        const bool hasMine = isAnnotated(image, target);
        m_plan.report.alreadyAnnotated += hasMine && !isTaken ? 1 : 0;
        // What this import annotated itself, through a copy of the picture, is not annotated again.
        const bool isOfThisImport = m_annotatedNow.contains({image.known.value, place});
        std::optional<PlannedAnnotation> annotation;
        if (isTaken || image.isChanged || isOfThisImport)
            m_keptMine += units;
        else if (hasMine)
            annotation = annotationOntoMine(image, record, target, units);
        else
            annotation = annotationOf(record, target, units);
        if (!annotation)
            return;
        m_plan.report.changed += hasMine ? 1 : 0;
        annotation->target = place;
        if (image.known.isValid())
            m_annotatedNow.insert({image.known.value, place});
        image.annotations.push_back(std::move(*annotation));
    }

    /// Drafts say nothing about whether a picture is annotated, so that they come to annotated ones too; the same one never comes twice.
    void planDrafts(PlannedImage& image, const SourceRecord& record, size_t place)
    {
        if (record.drafts.empty())
            return;
        const PlannedView& target = m_plan.targets[place];
        if (image.isChanged) {
            m_keptMine += qint64(record.drafts.size());
            return;
        }
        QSet<QByteArray> known;
        if (image.known.isValid() && !target.isNew)
            for (const KnownProposal& proposal : m_project.proposals(m_project.item(target.id, image.known)))
                known.insert(keyOf(proposal.conceptKey, proposal.rect));
        for (const PlannedDraft& other : image.drafts) // of another source
            if (other.target == place)
                known.insert(keyOf(nameKey(other.draft.conceptName), other.draft.rect));
        std::vector<SourceDraft> drafts = record.drafts;
        if (target.type != ViewType::Detection)
            drafts = ofWholePicture(drafts);
        m_refused += qint64(record.drafts.size() - drafts.size());
        for (const SourceDraft& draft : drafts) {
            if (known.contains(keyOf(nameKey(draft.conceptName), draft.rect))) {
                ++m_keptMine;
                continue;
            }
            image.drafts.push_back({place, draft});
            ++m_used;
            ++m_plan.report.drafts;
        }
    }

    /// In a view of whole pictures the surest box of each concept speaks for the picture.
    static std::vector<SourceDraft> ofWholePicture(const std::vector<SourceDraft>& drafts)
    {
        std::vector<SourceDraft> best;
        for (const SourceDraft& draft : drafts) {
            const auto known = std::ranges::find(best, draft.conceptName, &SourceDraft::conceptName);
            SourceDraft whole = draft;
            whole.rect.reset();
            if (known == best.end())
                best.push_back(whole);
            else if (draft.score > known->score)
                *known = whole;
        }
        return best;
    }

    /// Equal for a box that went into the project and came out of it again.
    static QByteArray keyOf(const QString& conceptKey, const std::optional<QRectF>& rect)
    {
        QByteArray key = conceptKey.toUtf8();
        if (rect)
            for (const double side : {rect->left(), rect->top(), rect->right(), rect->bottom()})
                key += ' ' + QByteArray::number(qRound64(side * 1e6));
        return key;
    }

    static qint64 unitsOf(const SourceRecord& record)
    {
        return qint64(record.boxes.size()) + record.labels.size()
            + std::ranges::count_if(record.answers, [](const auto& answer) { return answer.second; });
    }

    bool isAnnotated(const PlannedImage& image, const PlannedView& target) const
    {
        if (!image.known.isValid())
            return false;
        const auto place = size_t(&target - m_plan.targets.data());
        if (m_annotatedNow.contains({image.known.value, place}))
            return true;
        if (target.isNew)
            return false;
        const ItemId item = m_project.item(target.id, image.known);
        return item.isValid() && !m_project.isUnseen(item);
    }

    /// For a picture that has annotation in the view. None: it stays as it is, without a row: the same folder again is the usual case.
    std::optional<PlannedAnnotation> annotationOntoMine(const PlannedImage& image, const SourceRecord& record, const PlannedView& target, qint64 units)
    {
        std::optional<PlannedAnnotation> annotation;
        if (m_options.choices.existing == ImportChoices::Existing::Replace)
            annotation = annotationOf(record, target, units);
        else if (m_options.choices.existing == ImportChoices::Existing::Add && target.type == ViewType::Detection)
            annotation = newBoxesOf(record, m_project.annotation(m_project.item(target.id, image.known)));
        else if (m_options.choices.existing == ImportChoices::Existing::Add && target.type == ViewType::Tagging)
            annotation = newAnswersOf(record, target, m_project.annotation(m_project.item(target.id, image.known)), units);
        else
            m_keptMine += units;
        if (annotation)
            annotation->existing = m_options.choices.existing;
        return annotation;
    }

    std::optional<PlannedAnnotation> newBoxesOf(const SourceRecord& record, const KnownAnnotation& mine)
    {
        PlannedAnnotation annotation;
        annotation.kind = PlannedAnnotation::Kind::Boxes;
        for (const SourceBox& box : record.boxes) {
            const bool isThere = std::ranges::any_of(mine.boxes, [&](const auto& known) {
                return known.first == nameKey(box.conceptName) && overlapOf(known.second, box.rect) >= sameBox;
            });
            ++(isThere ? m_keptMine : m_used);
            if (isThere)
                continue;
            ++m_stored[box.conceptName];
            annotation.someBoxes.push_back(box);
        }
        return annotation.someBoxes.empty() ? std::nullopt : std::optional(std::move(annotation));
    }

    std::optional<PlannedAnnotation> newAnswersOf(const SourceRecord& record, const PlannedView& target, const KnownAnnotation& mine, qint64 units)
    {
        PlannedAnnotation annotation;
        annotation.kind = PlannedAnnotation::Kind::Answers;
        for (const auto& [name, yes] : answersGiven(record, target))
            if (!mine.answers.contains(nameKey(name))) {
                annotation.answers.emplace_back(name, yes);
                m_stored[name] += yes ? 1 : 0;
            }
        (annotation.answers.empty() ? m_keptMine : m_used) += units;
        return annotation.answers.empty() ? std::nullopt : std::optional(std::move(annotation));
    }

    std::optional<PlannedAnnotation> annotationOf(const SourceRecord& record, const PlannedView& target, qint64 units)
    {
        m_used += units;
        switch (target.type) {
        case ViewType::Detection: return boxesOf(record);
        case ViewType::Classification: return classOf(record);
        case ViewType::Tagging: return answersOf(record, target);
        }
        return std::nullopt;
    }

    std::optional<PlannedAnnotation> boxesOf(const SourceRecord& record)
    {
        PlannedAnnotation annotation;
        annotation.kind = record.boxes.empty() ? PlannedAnnotation::Kind::WithoutConcept : PlannedAnnotation::Kind::Boxes;
        annotation.boxes = &record.boxes;
        m_plan.report.withoutConcept += record.boxes.empty() ? 1 : 0;
        for (const SourceBox& box : record.boxes)
            ++m_stored[box.conceptName];
        return annotation;
    }

    std::optional<PlannedAnnotation> classOf(const SourceRecord& record)
    {
        QStringList names = record.labels;
        for (const auto& [name, yes] : record.answers)
            if (yes)
                names << name;
        if (names.isEmpty())
            return std::nullopt; // an empty record is unseen here
        if (names.size() > 1) {
            issue(Level::Rejected, "answer_conflict", record.relativePath, names.join(QStringLiteral(", ")));
            m_used -= names.size() - 1;
            m_refused += names.size() - 1;
        }
        ++m_stored[names.front()];
        PlannedAnnotation annotation;
        annotation.conceptName = names.front();
        return annotation;
    }

    /// A record answers for every concept of its source: what it names is yes, the others no.
    static std::vector<std::pair<QString, bool>> answersGiven(const SourceRecord& record, const PlannedView& target)
    {
        if (!record.answers.empty())
            return record.answers;
        QSet<QString> named(record.labels.begin(), record.labels.end());
        for (const SourceBox& box : record.boxes)
            named.insert(box.conceptName);
        std::vector<std::pair<QString, bool>> answers;
        for (const QString& name : target.concepts)
            answers.emplace_back(name, named.contains(name));
        return answers;
    }

    std::optional<PlannedAnnotation> answersOf(const SourceRecord& record, const PlannedView& target)
    {
        PlannedAnnotation annotation;
        annotation.kind = PlannedAnnotation::Kind::Answers;
        annotation.answers = answersGiven(record, target);
        m_answers += qint64(annotation.answers.size());
        if (m_answers > mostAnswers)
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "This import would store more than %1 answers: every picture answers for each of the %2 concepts. "
                "A column of free text is no list of concepts. Nothing was changed.")).arg(mostAnswers).arg(target.concepts.size()));
        m_boxesAsTags += record.boxes.empty() ? 0 : 1;
        bool hasYes = false;
        for (const auto& [name, yes] : annotation.answers) {
            hasYes = hasYes || yes;
            m_stored[name] += yes ? 1 : 0;
        }
        if (annotation.answers.empty()) // a source without any concept: nothing of what the view knows is there
            annotation.kind = PlannedAnnotation::Kind::WithoutConcept;
        m_plan.report.withoutConcept += hasYes || !record.answers.empty() ? 0 : 1;
        return annotation;
    }

    /// Nothing may be lost on the way without a trace.
    void checkCounts() const
    {
        const ImportReport& report = m_plan.report;
        const bool imagesAdd = report.images + report.known == int(m_plan.images.size());
        const bool annotationsAdd = m_plan.targets.empty() || m_read == m_used + m_refused + m_keptMine;
        if (!imagesAdd || !annotationsAdd)
            throw Error(text(QT_TRANSLATE_NOOP("ImportJob", "The counts of this import do not add up (%1 annotations read, %2 used, %3 left out, "
                "%4 kept as they were). This is a mistake of the program; nothing was changed. Please report it."))
                .arg(m_read).arg(m_used).arg(m_refused).arg(m_keptMine));
    }

    /// Of one target: name key -> name, of what its view has and of what the sources brought so far.
    struct TargetNames {
        QHash<QString, QString> living, listed;
    };

    ImportWriter& m_project;
    const std::vector<ViewRecord>& m_views;
    const std::function<QStringList(ViewId)>& m_conceptsOf;
    const std::vector<SourceData>& m_sources;
    const ImportOptions& m_options;
    const std::function<bool()>& m_isCanceled;
    ImportPlan m_plan;
    std::vector<TargetNames> m_names; // of each target
    std::map<QString, size_t> m_parts; // names of sets that come in parts -> target
    qint64 m_answers = 0;
    QHash<QString, size_t> m_places;
    QSet<std::pair<qint64, size_t>> m_annotatedNow;
    QHash<QString, int> m_stored;
    int m_boxesAsTags = 0;
    qint64 m_read = 0, m_used = 0, m_refused = 0, m_keptMine = 0;
};

} // namespace

ImportPlan planImport(ImportWriter& project, const std::vector<ViewRecord>& views, const std::function<QStringList(ViewId)>& conceptsOf,
                      const std::vector<SourceData>& sources, const ImportOptions& options, quint64 seed, const std::function<bool()>& isCanceled)
{
    ImportPlan plan = Planner(project, views, conceptsOf, sources, options, isCanceled).run();
    if (plan.report.canceled)
        return plan;
    planSplits(plan, project.allImages(), options, seed);
    return plan;
}

} // namespace core
