#include "core/base/Parallel.h"
#include "core/formats/BoxRules.h"
#include "core/formats/Reading.h"
#include "core/formats/SourceText.h"
#include "core/pictures/PictureProbe.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <atomic>
#include <iterator>

namespace core {

namespace {

using Level = ImportIssue::Level;

/// What opening one picture gave.
struct Opened {
    bool reached = false; // false: cancelled before
    QString code, reason; // why it is refused
};

/// What the header promises and the decoder cannot give. Damage that leaves a part of the picture is noticed.
void decodeOnce(const QByteArray& bytes, SourceRecord& record)
{
    const PictureProbe probe = probePicture(bytes, record.path);
    if (probe.health == Health::Undecodable)
        throw PictureError(probe.code, probe.why);
    if (probe.health == Health::Truncated && !record.truncated) {
        record.truncated = true;
        record.header.notices << QStringLiteral("truncated");
    }
    record.decoded = PictureFile::decoderRevision;
}

Opened openPicture(SourceRecord& record, bool decodes)
{
    Opened opened{true, {}, {}};
    try { // a picture that cannot be read is a row of the report
        const QByteArray bytes = PictureFile::read(record.path);
        record.header = PictureFile::header(bytes, record.path);
        record.sha256 = PictureFile::sha256(bytes);
        record.bytes = bytes.size();
        record.mtimeNs = QFileInfo(record.path).lastModified().toMSecsSinceEpoch() * 1'000'000;
        record.truncated = record.header.notices.contains(QLatin1String("truncated"));
        if (decodes)
            decodeOnce(bytes, record);
    } catch (const PictureError& error) {
        opened.code = error.code;
        opened.reason = error.message();
    } catch (const std::exception&) { // above all std::bad_alloc, which would end the program in a helper thread
        opened.code = QStringLiteral("too_large");
        opened.reason = SourceText::tr("There is not enough memory to read this picture. Close other programs, or import a reduced copy.");
    }
    return opened;
}

std::vector<Opened> openAll(std::vector<RawRecord>& records, bool decodes, const SourceListener& listener)
{
    std::vector<Opened> opened(records.size());
    const QString step = SourceText::tr("Reading pictures");
    std::atomic<qint64> done = 0;
    const auto total = qint64(records.size());
    forEachIndex(total, 0, [&](qint64 i) {
        opened[size_t(i)] = openPicture(records[size_t(i)].record, decodes);
        const qint64 finished = ++done;
        if (listener.progressed && (finished % 16 == 0 || finished == total))
            listener.progressed(step, finished, total);
    }, listener.isCanceled);
    return opened;
}

int annotationsOf(const RawRecord& raw)
{
    const auto yes = std::ranges::count_if(raw.record.answers, [](const auto& answer) { return answer.second; });
    return int(raw.boxes.size()) + int(raw.record.labels.size()) + int(raw.record.drafts.size()) + int(yes);
}

/// The folder that relative paths start from: the source's own, unless pictures lie outside of it.
QString rootOf(const SourceData& data, const std::vector<RawRecord>& records)
{
    QString root = data.root;
    const auto holds = [](const QString& folder, const QString& path) {
        return folder == QLatin1String("/") || path.startsWith(folder + QLatin1Char('/'));
    };
    for (const RawRecord& raw : records)
        while (raw.record.root.isEmpty() && !holds(root, raw.record.path) && root != QFileInfo(root).path())
            root = QFileInfo(root).path();
    return root;
}

void applySplits(SourceRecord& record, const SourceOptions& options)
{
    if (options.split)
        record.split = options.split;
    for (const QString& name : {record.relativePath, record.path, QFileInfo(record.path).fileName()})
        if (const auto found = options.splitOfName.constFind(name); found != options.splitOfName.cend()) {
            record.split = *found;
            return;
        }
}

/// A kind of file that occurs once among at least 50 of another is often a "not found" placeholder.
void markOddFiles(SourceData& data)
{
    QMap<PictureKind, int> counts;
    for (const SourceRecord& record : data.records)
        ++counts[record.header.kind];
    const bool hasMany = std::any_of(counts.cbegin(), counts.cend(), [](int count) { return count >= 50; });
    for (SourceRecord& record : data.records)
        if (hasMany && counts.value(record.header.kind) == 1) {
            record.odd = true;
            data.issues.push_back({Level::Notice, QStringLiteral("odd_file"), record.relativePath, 0, {}});
        }
}

void noteHeader(const SourceRecord& record, std::vector<ImportIssue>& issues)
{
    for (const QString& code : record.header.notices)
        issues.push_back({Level::Notice, code, record.relativePath, 0, {}});
}

/// Takes what was said about one concept of one picture apart: repeats are kept once, a yes beside a no is neither.
class AnswerJudge {
public:
    AnswerJudge(RawRecord& raw, SourceData& data) : m_raw(raw), m_data(data) {}

    void run()
    {
        dropNameless();
        dropBadDrafts();
        m_data.annotationsRepeated += m_raw.record.labels.removeDuplicates();
        joinAnswers();
    }

private:
    void refuse(const char* code, int line, const QString& detail)
    {
        m_data.issues.push_back({Level::Rejected, QLatin1String(code), m_raw.file, line, detail});
        ++m_raw.refused;
    }

    void dropNameless()
    {
        m_data.annotationsRejected += std::erase_if(m_raw.boxes, [&](const RawBox& box) {
            if (box.conceptName.isEmpty())
                refuse("unknown_class", box.line, QStringLiteral("“”"));
            return box.conceptName.isEmpty();
        });
        m_data.annotationsRejected += m_raw.record.labels.removeIf([&](const QString& name) {
            if (name.isEmpty())
                refuse("unknown_class", 0, QStringLiteral("“”"));
            return name.isEmpty();
        });
        std::erase_if(m_raw.record.answers, [&](const auto& answer) {
            if (answer.first.isEmpty() && answer.second) {
                refuse("unknown_class", 0, QStringLiteral("“”"));
                ++m_data.annotationsRejected;
            }
            return answer.first.isEmpty();
        });
    }

    /// Of the whole picture; those of boxes are judged with the boxes.
    void dropBadDrafts()
    {
        QSet<QString> named;
        m_data.annotationsRejected += std::erase_if(m_raw.record.drafts, [&](const SourceDraft& draft) {
            const bool isSound = !draft.conceptName.isEmpty() && draft.score >= 0 && draft.score <= 1;
            if (!isSound)
                refuse(draft.conceptName.isEmpty() ? "unknown_class" : "bad_score", draft.line, draft.conceptName.isEmpty() ? QStringLiteral("“”") : draft.conceptName);
            return !isSound;
        });
        m_data.annotationsRepeated += std::erase_if(m_raw.record.drafts, [&](const SourceDraft& draft) {
            const bool isRepeat = named.contains(draft.conceptName);
            named.insert(draft.conceptName);
            return isRepeat;
        });
    }

    void joinAnswers()
    {
        struct Said {
            int yes = 0, no = 0;
        };
        QHash<QString, Said> said;
        for (const auto& [name, yes] : m_raw.record.answers)
            ++(yes ? said[name].yes : said[name].no);
        std::vector<std::pair<QString, bool>> kept;
        for (const auto& answer : m_raw.record.answers) {
            const auto found = said.find(answer.first);
            if (found == said.end())
                continue; // decided already
            const Said both = *found;
            said.erase(found);
            if (both.yes > 0 && both.no > 0) {
                refuse("answers_differ", 0, answer.first);
                m_data.annotationsRejected += both.yes;
                continue;
            }
            m_data.annotationsRepeated += std::max(0, both.yes - 1);
            kept.push_back(answer);
        }
        m_raw.record.answers = std::move(kept);
    }

    RawRecord& m_raw;
    SourceData& m_data;
};

void takeRecord(RawRecord& raw, SourceData& data)
{
    SourceRecord& record = raw.record;
    if (!data.isFurther) // its pictures were described with the first task
        noteHeader(record, data.issues);
    if (raw.file.isEmpty())
        raw.file = record.relativePath;
    AnswerJudge(raw, data).run();
    JudgedBoxes judged = judgeBoxes(raw, record.header, data.issues);
    data.annotationsRejected += judged.rejected;
    data.annotationsRepeated += judged.repeated;
    // Nothing left of what was there is not the same as "nothing there".
    record.drafts.insert(record.drafts.end(), judged.drafts.begin(), judged.drafts.end());
    const bool isEmpty = judged.boxes.empty() && record.labels.isEmpty() && record.answers.empty();
    record.isDoubtful = isEmpty && (raw.refused > 0 || judged.rejected > 0 || !record.drafts.empty());
    record.hasRecord = record.hasRecord && !record.isDoubtful;
    record.boxes = std::move(judged.boxes);
    data.records.push_back(std::move(record));
}

SourceData finishFirst(Reading& reading, const SourceOptions& options, const SourceListener& listener)
{
    SourceData& data = reading.data;
    reading.closeIssues();
    data.root = rootOf(data, reading.records);
    const QDir root(data.root);
    for (RawRecord& raw : reading.records) {
        raw.record.relativePath = raw.record.root.isEmpty() ? root.relativeFilePath(raw.record.path) : QDir(raw.record.root).relativeFilePath(raw.record.path);
        applySplits(raw.record, options);
        data.annotationsRead += annotationsOf(raw);
    }
    const std::vector<Opened> opened = openAll(reading.records, options.decodes, listener);
    data.records.reserve(reading.records.size());
    for (size_t i = 0; i < reading.records.size(); ++i) {
        if (reading.isCanceled())
            break;
        RawRecord& raw = reading.records[i];
        if (opened[i].reached && opened[i].code.isEmpty()) {
            takeRecord(raw, data);
        } else if (opened[i].reached) {
            data.issues.push_back({Level::Rejected, opened[i].code, raw.record.relativePath, 0, opened[i].reason});
            data.annotationsRejected += annotationsOf(raw);
        }
    }
    if (reading.findOddFiles)
        markOddFiles(data);
    return std::move(data);
}

/// The pictures of a further task are those of the first, which were opened.
SourceData finishFurther(Reading& reading, const SourceData& first)
{
    SourceData& data = reading.data;
    reading.closeIssues();
    data.root = first.root;
    QHash<QString, const SourceRecord*> opened;
    for (const SourceRecord& record : first.records)
        opened.insert(record.path, &record);
    for (RawRecord& raw : reading.records) {
        data.annotationsRead += annotationsOf(raw);
        const SourceRecord* const picture = opened.value(raw.record.path);
        if (!picture) { // its row stands with the first task
            data.annotationsRejected += annotationsOf(raw);
            continue;
        }
        SourceRecord record = *picture;
        record.labels.clear();
        record.answers.clear();
        record.boxes.clear();
        record.labels = raw.record.labels;
        record.answers = raw.record.answers;
        record.drafts = raw.record.drafts;
        record.hasRecord = raw.record.hasRecord;
        raw.record = std::move(record);
        takeRecord(raw, data);
    }
    return std::move(data);
}

} // namespace

std::vector<SourceData> finish(Reading& reading, const SourceOptions& options, const SourceListener& listener)
{
    for (const auto& further : reading.furtherOnes())
        for (const RawRecord& raw : further->records) {
            RawRecord& first = reading.record(raw.record.path);
            first.record.split = first.record.split ? first.record.split : raw.record.split;
            first.record.root = first.record.root.isEmpty() ? raw.record.root : first.record.root;
            first.record.sourceId = first.record.sourceId.isEmpty() ? raw.record.sourceId : first.record.sourceId;
        }
    std::vector<SourceData> all;
    all.push_back(finishFirst(reading, options, listener));
    for (const auto& further : reading.furtherOnes())
        all.push_back(finishFurther(*further, all.front()));
    return all;
}

} // namespace core
