#include "core/project/AnswerStore.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/formats/Predictions.h"
#include "core/pictures/PictureFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

constexpr int keptSide = 960; // px of a film's picture
constexpr int jpegQuality = 85;

QByteArray jpegOf(const QImage& picture)
{
    if (picture.isNull())
        return {};
    const bool isLarge = std::max(picture.width(), picture.height()) > keptSide;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    (isLarge ? picture.scaled(keptSide, keptSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture).save(&buffer, "JPEG", jpegQuality);
    return bytes;
}

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
}

void write(QDataStream& stream, const Prediction& prediction)
{
    stream << quint32(prediction.scores.size());
    for (const double score : prediction.scores)
        stream << score;
    stream << quint32(prediction.boxes.size());
    for (const auto& box : prediction.boxes)
        stream << qint32(box.label) << box.score << box.rect;
}

Prediction readPrediction(QDataStream& stream)
{
    Prediction prediction;
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> prediction.scores.emplace_back();
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        qint32 label = 0;
        auto& box = prediction.boxes.emplace_back();
        stream >> label >> box.score >> box.rect;
        box.label = label;
    }
    return prediction;
}

} // namespace

AnswerStore::AnswerStore(const QString& folder, ViewType type, std::vector<FrozenConcept> concepts)
    : m_type(type)
    , m_concepts(std::move(concepts))
    , m_file(QDir(folder.isEmpty() ? QDir::tempPath() : folder).filePath(QStringLiteral("answers-XXXXXX")))
{
    if (!folder.isEmpty())
        QDir().mkpath(folder);
    if (!m_file.open())
        throw Error(QCoreApplication::translate("AnswerStore", "The answers cannot be kept: %1. Nothing was predicted.").arg(whyNotWritten(m_file.fileTemplate(), m_file.errorString())));
}

AnswerStore::Entry AnswerStore::rated(const AnsweredPicture& answered) const
{
    if (!answered.failure.isEmpty())
        return {.sureness = -1};
    const auto answers = answersOf(m_type, m_concepts, answered.prediction);
    Entry entry;
    if (!answers.empty())
        entry.sureness = float(answers.front().score);
    if (m_type == ViewType::Classification) {
        entry.doubt = answers.size() > 1 ? float(1 - (answers[0].score - answers[1].score)) : 0;
        return entry;
    }
    for (const auto& answer : answers)
        entry.doubt = std::max(entry.doubt, float(1 - std::abs(answer.score - m_concepts[size_t(answer.label)].threshold)));
    return entry;
}

void AnswerStore::append(const AnsweredPicture& answered)
{
    const auto& asked = answered.asked;
    const auto& image = asked.region.image;
    const QFileInfo file(image.path);
    const bool isFile = asked.pixels.isNull();
    QByteArray record;
    QDataStream stream(&record, QIODevice::WriteOnly);
    prepare(stream);
    write(stream, answered.prediction); // first: a tally reads nothing else
    stream << asked.name << image.path << qint64(isFile ? file.size() : 0) << qint64(isFile ? file.lastModified().toMSecsSinceEpoch() : 0) << image.sha256 << asked.region.crop;
    stream << (asked.region.isWhole() ? answered.part.size() : image.size) << answered.failure << asked.seconds << jpegOf(asked.pixels);

    const auto entry = rated(answered);
    const std::scoped_lock lock(m_mutex);
    if (!m_file.seek(m_end) || m_file.write(record) != record.size() || !m_file.flush())
        throw Error(QCoreApplication::translate("AnswerStore", "The answers cannot be kept any longer: %1. Those before are shown. Make room, then predict the rest.")
                        .arg(whyNotWritten(m_file.fileTemplate(), m_file.errorString())));
    m_entries.push_back(entry);
    m_entries.back().at = m_end;
    m_end += record.size();
}

int AnswerStore::size() const
{
    const std::scoped_lock lock(m_mutex);
    return int(m_entries.size());
}

QByteArray AnswerStore::readAt(int index) const
{
    const std::scoped_lock lock(m_mutex);
    const qint64 at = m_entries.at(size_t(index)).at, end = size_t(index) + 1 < m_entries.size() ? m_entries[size_t(index) + 1].at : m_end;
    QByteArray record;
    if (m_file.seek(at))
        record = m_file.read(end - at);
    if (record.size() != end - at)
        throw Error(QCoreApplication::translate("AnswerStore", "An answer cannot be read back from the disk. Predict again to see it."));
    return record;
}

AnswerStore::Answer AnswerStore::at(int index) const
{
    const QByteArray record = readAt(index);
    QDataStream stream(record);
    prepare(stream);
    Answer answer;
    answer.prediction = readPrediction(stream);
    auto& image = answer.region.image;
    qint64 milliseconds = 0;
    QByteArray jpeg;
    stream >> answer.name >> image.path >> image.bytes >> milliseconds >> image.sha256 >> answer.region.crop >> answer.size >> answer.failure >> answer.seconds >> jpeg;
    image.mtimeNs = milliseconds * 1'000'000;
    image.id = ImageId{index + 1}; // thumbnails are told apart by it
    image.size = answer.size;
    if (!jpeg.isEmpty())
        answer.picture = PictureFile::decode(jpeg, answer.name).image;
    return answer;
}

std::vector<int> AnswerStore::ordered(Order order) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<int> indexes(m_entries.size());
    std::iota(indexes.begin(), indexes.end(), 0);
    const auto entry = [this](int index) -> const Entry& { return m_entries[size_t(index)]; };
    std::ranges::stable_sort(indexes, [&](int a, int b) {
        const bool aFailed = entry(a).sureness < 0, bFailed = entry(b).sureness < 0;
        if (aFailed != bFailed)
            return bFailed;
        return order == Order::Score ? entry(a).sureness > entry(b).sureness : order == Order::Uncertainty && entry(a).doubt > entry(b).doubt;
    });
    return indexes;
}

std::vector<AnswerStore::Tally> AnswerStore::tally(const std::vector<double>& thresholds, const std::function<bool()>& isCanceled) const
{
    auto concepts = m_concepts;
    for (size_t i = 0; i < concepts.size(); ++i)
        concepts[i].threshold = thresholds.at(i);
    std::vector<Tally> tallies(concepts.size());
    const int count = size();
    for (int index = 0; index < count && !(isCanceled && isCanceled()); ++index) {
        const QByteArray record = readAt(index);
        QDataStream stream(record);
        prepare(stream);
        std::vector<bool> found(concepts.size(), false);
        for (const auto& answer : answersOf(m_type, concepts, readPrediction(stream))) {
            if (!answer.isPredicted)
                continue;
            ++tallies[size_t(answer.label)].answers;
            found[size_t(answer.label)] = true;
        }
        for (size_t i = 0; i < found.size(); ++i)
            tallies[i].pictures += found[i];
    }
    return tallies;
}

} // namespace core
