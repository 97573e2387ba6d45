#include "core/project/ImportRun.h"

#include "core/base/OwnFiles.h"
#include "core/project/Project.h"
#include "core/storage/Database.h"
#include "core/storage/Journal.h"
#include "core/storage/ViewRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace core {

namespace {

struct Canceled {}; // leaves the transaction, which rolls back

ImportPlan planFor(Database& database, ImportWriter& writer, const ReadImport& import, const SourceListener& listener)
{
    const ViewRepository repository(database);
    const auto conceptsOf = [&](ViewId view) {
        QStringList names;
        for (const ConceptRecord& record : repository.concepts(view))
            names << record.name;
        return names;
    };
    ImportPlan plan = planImport(writer, repository.all(), conceptsOf, import.used(), import.options, import.seed, listener.isCanceled);
    plan.report.sourceConcepts = core::conceptsOf(import.sources);
    plan.report.hasSplits = haveSplits(import.sources);
    plan.report.unlisted = unlistedIn(import.sources);
    return plan;
}

Health healthOf(const SourceRecord& record)
{
    return record.truncated ? Health::Truncated : record.odd ? Health::Odd : Health::Good;
}

ImageRecord toImage(const SourceRecord& record, Split split)
{
    ImageRecord image;
    image.path = record.path;
    image.relativePath = record.relativePath;
    image.bytes = record.bytes;
    image.mtimeNs = record.mtimeNs;
    image.sha256 = record.sha256;
    image.format = int(record.header.kind);
    image.size = record.header.size;
    image.orientation = record.header.orientation;
    image.frames = record.header.frames;
    image.bits = record.header.bits;
    image.channels = record.header.channels;
    image.health = healthOf(record);
    image.decoded = record.decoded;
    image.split = split;
    image.sourceId = record.sourceId;
    return image;
}

/// A target of the plan, with the ids it has in the project.
struct OpenView {
    ViewId id;
    QHash<QString, ConceptId> concepts; // by name key
};

/// Moves what was unpacked to where it stays, folder by folder, and back when the import does not come to its end.
class UnpackedFolders {
public:
    UnpackedFolders(const QString& project, const QString& unpacked) : m_project(project), m_unpacked(unpacked) {}
    ~UnpackedFolders()
    {
        if (!m_isKept)
            for (auto moved = m_moved.cbegin(); moved != m_moved.cend(); ++moved)
                QDir().rename(moved.value(), moved.key());
    }

    bool holds(const QString& root) const { return !m_unpacked.isEmpty() && root.startsWith(m_unpacked + QLatin1Char('/')); }
    /// The place of a root that was unpacked, once its archive's folder was moved.
    QString settled(const QString& root)
    {
        const QString below = root.mid(m_unpacked.size() + 1); // number/name of the archive/…
        const QString folder = m_unpacked + QLatin1Char('/') + below.section(QLatin1Char('/'), 0, 1);
        if (!m_moved.contains(folder))
            m_moved.insert(folder, move(folder));
        return m_moved.value(folder) + root.mid(folder.size());
    }
    void keep() { m_isKept = true; }

private:
    QString move(const QString& folder) const
    {
        const QString pictures = m_project + QStringLiteral("/images"), name = QFileInfo(folder).fileName();
        if (!OwnFiles::makeFolder(m_project, pictures))
            throw Error(QCoreApplication::translate("ImportJob", "The folder for pictures in the project cannot be written. Nothing was changed."));
        QString target = pictures + QLatin1Char('/') + name;
        for (int number = 2; QFileInfo::exists(target) || QFileInfo(target).isSymLink(); ++number)
            target = QStringLiteral("%1/%2 (%3)").arg(pictures, name).arg(number);
        if (!QDir().rename(folder, target))
            throw Error(QCoreApplication::translate("ImportJob", "The unpacked pictures could not be moved to “%1”. Nothing was changed.").arg(target));
        return target;
    }

    QString m_project, m_unpacked;
    QHash<QString, QString> m_moved; // from -> to
    bool m_isKept = false;
};

/// Writes a plan. One use, inside the transaction.
class PlanWriter {
public:
    PlanWriter(ImportWriter& writer, const ImportPlan& plan, const ReadImport& import, const SourceListener& listener, UnpackedFolders& unpacked)
        : m_writer(writer), m_plan(plan), m_import(import), m_listener(listener), m_unpacked(unpacked) {}

    void write(TransferId transfer)
    {
        for (const PlannedView& target : m_plan.targets)
            openView(target);
        const auto total = qint64(m_plan.images.size());
        const QString step = QCoreApplication::translate("ImportJob", "Writing to the project");
        for (qint64 i = 0; i < total; ++i) {
            stopIfCanceled();
            writeImage(m_plan.images[size_t(i)], transfer);
            if (m_listener.progressed && (i % 32 == 31 || i + 1 == total))
                m_listener.progressed(step, i + 1, total);
        }
        for (const ImportIssue& issue : m_plan.report.issues) {
            stopIfCanceled();
            m_writer.addIssue(transfer, int(issue.level), issue.code, issue.file, issue.line, issue.detail);
        }
    }

private:
    void stopIfCanceled() const
    {
        if (m_listener.isCanceled && m_listener.isCanceled())
            throw Canceled{};
    }

    void openView(const PlannedView& target)
    {
        OpenView view{m_writer.ensureView(target.name, target.type), {}};
        std::vector<ImportedConcept> wanted;
        for (const QString& name : target.concepts)
            wanted.push_back({name, target.conceptIds.value(name)});
        const std::vector<ConceptId> ids = m_writer.ensureConcepts(view.id, wanted, [this] { stopIfCanceled(); });
        for (size_t i = 0; i < ids.size(); ++i)
            view.concepts.insert(nameKey(wanted[i].name), ids[i]);
        m_views.push_back(std::move(view));
    }

    void writeImage(const PlannedImage& image, TransferId transfer)
    {
        ImageId id = image.known;
        if (!id.isValid()) {
            const QString& root = image.record->root.isEmpty() ? m_import.used()[image.source].root : image.record->root;
            if (!m_roots.contains(root))
                m_roots.insert(root, m_unpacked.holds(root) ? m_writer.ensureRoot(m_unpacked.settled(root), true) : m_writer.ensureRoot(root));
            id = m_writer.addImage(m_roots.value(root), toImage(*image.record, image.split), transfer, image.record->group);
        } else {
            if (image.setsSplit)
                m_writer.setSplit(id, image.split);
            if (image.setsSourceId)
                m_writer.setSourceId(id, image.record->sourceId);
        }
        for (const PlannedAnnotation& annotation : image.annotations)
            writeAnnotation(annotation, id);
        for (const PlannedDraft& draft : image.drafts)
            writeDraft(draft, id);
    }

    void writeDraft(const PlannedDraft& planned, ImageId image)
    {
        const OpenView& view = m_views[planned.target];
        const SourceDraft& draft = planned.draft;
        m_writer.storeDraft(m_writer.item(view.id, image), {view.concepts.value(nameKey(draft.conceptName)), draft.rect, draft.score, draft.threshold});
    }

    void writeAnnotation(const PlannedAnnotation& annotation, ImageId image)
    {
        const OpenView& view = m_views[annotation.target];
        const ItemId item = m_writer.item(view.id, image);
        const bool joins = annotation.existing == ImportChoices::Existing::Add;
        if (annotation.existing == ImportChoices::Existing::Replace)
            m_writer.clear(item);
        const auto conceptOf = [&](const QString& name) { return view.concepts.value(nameKey(name)); };
        switch (annotation.kind) {
        case PlannedAnnotation::Kind::Class: m_writer.storeClass(item, conceptOf(annotation.conceptName)); break;
        case PlannedAnnotation::Kind::WithoutConcept: m_writer.storeWithoutConcept(item); break;
        case PlannedAnnotation::Kind::Answers: {
            std::vector<Label> answers;
            for (const auto& [name, yes] : annotation.answers)
                answers.push_back({conceptOf(name), yes});
            joins ? m_writer.addAnswers(item, answers) : m_writer.storeAnswers(item, answers);
            break;
        }
        case PlannedAnnotation::Kind::Boxes: {
            std::vector<BoxRecord> boxes;
            for (const SourceBox& box : annotation.boxesToStore())
                boxes.push_back({{}, conceptOf(box.conceptName), box.rect, box.flags});
            joins ? m_writer.addBoxes(item, boxes) : m_writer.storeBoxes(item, boxes, [this] { stopIfCanceled(); });
            break;
        }
        }
    }

    ImportWriter& m_writer;
    const ImportPlan& m_plan;
    const ReadImport& m_import;
    const SourceListener& m_listener;
    UnpackedFolders& m_unpacked;
    std::vector<OpenView> m_views;
    QHash<QString, RootId> m_roots;
};

QJsonObject optionsOf(const ImportOptions& options)
{
    return {{QStringLiteral("format"), options.source.format}, {QStringLiteral("view"), options.viewName},
            {QStringLiteral("valShare"), options.validationShare}, {QStringLiteral("sources"), QJsonArray::fromStringList(options.sources)}};
}

QString titleOf(const ReadImport& import)
{
    const QString first = QFileInfo(import.options.sources.value(0)).fileName();
    return QCoreApplication::translate("ImportJob", "Import of %1").arg(first);
}

} // namespace

void ReadImport::choose(const ImportChoices& choices)
{
    options.choices = choices;
    chosen = choices.changesSources() ? applied(choices, sources) : std::vector<SourceData>();
}

ImportReport previewImport(const QString& path, const ReadImport& import, const SourceListener& listener)
{
    Database database(path, Database::Mode::Read);
    Journal journal(database); // nothing is begun: the writer is only asked
    ImportWriter writer(database, journal);
    return planFor(database, writer, import, listener).report;
}

ImportReport writeImport(Project& project, const ReadImport& import, const SourceListener& listener)
{
    ImportReport report;
    ChangeSet change;
    change.title = titleOf(import);
    change.structure = change.images = change.annotations = true;
    change.cause = ChangeSet::Cause::Import;
    UnpackedFolders unpacked(project.folder(), import.unpacked);
    const auto act = [&](Database& database) {
        Journal journal(database);
        ImportWriter writer(database, journal);
        const ImportPlan plan = planFor(database, writer, import, listener);
        if (plan.report.canceled)
            throw Canceled{};
        const TransferId transfer = writer.beginTransfer(plan.report.format, import.options.sources.join(QStringLiteral("; ")), optionsOf(import.options));
        journal.begin(change.title, transfer);
        PlanWriter(writer, plan, import, listener, unpacked).write(transfer);
        journal.end();
        QJsonObject counts = toJson(plan.report);
        counts.remove(QStringLiteral("issues")); // rows of their own
        writer.endTransfer(transfer, counts);
        report = plan.report;
    };
    try { // a cancelled import is a result, not an error
        project.write(act, change, true);
        unpacked.keep();
    } catch (const Canceled&) {
        report.canceled = true;
    }
    return report;
}

} // namespace core
