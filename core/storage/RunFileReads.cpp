#include "core/storage/RunFile.h"

#include "core/storage/RunStatement.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace core {

// Reading, with the checks that come before. Opening and writing are in RunFile.cpp.

namespace {

// What every row of a table that a training wrote fulfils. The columns of a file from elsewhere may hold anything.
#define IS_WORDS(column, bytes) "typeof(" #column ") = 'text' AND length(CAST(" #column " AS BLOB)) <= " #bytes
#define IS_WHOLE(column, least, most) "typeof(" #column ") = 'integer' AND " #column " BETWEEN " #least " AND " #most
#define IS_PLACE(column) "typeof(" #column ") = 'real' AND abs(" #column ") < 1e7"
struct Soundness {
    const char* table; // "region": the columns of item that came with format 2
    const char* condition;
};
constexpr std::array soundness{
    Soundness{"item", "typeof(id) = 'integer' AND typeof(item_id) = 'integer' AND " IS_WHOLE(split, 1, 3) " AND " IS_WORDS(path, 32767) " AND " IS_WORDS(rel_path, 32767)
                      " AND typeof(sha256) = 'blob' AND length(sha256) <= 64 AND " IS_WHOLE(width, -1, 1000000) " AND " IS_WHOLE(height, -1, 1000000)
                      " AND " IS_WHOLE(label, -1, 99999) " AND " IS_WORDS(answers, 1000000) " AND " IS_WORDS(gaps, 1000000)},
    Soundness{"region", "typeof(image_uuid) = 'blob' AND length(image_uuid) = 16 AND (box_id IS NULL OR typeof(box_id) = 'integer') AND "
                        "((crop_x0 IS NULL AND crop_y0 IS NULL AND crop_x1 IS NULL AND crop_y1 IS NULL) OR (" IS_WHOLE(crop_x0, 0, width) " AND "
                        IS_WHOLE(crop_y0, 0, height) " AND " IS_WHOLE(crop_x1, crop_x0 + 1, width) " AND " IS_WHOLE(crop_y1, crop_y0 + 1, height) "))"},
    Soundness{"skipped", "item IN (SELECT id FROM item) AND " IS_WORDS(why, 32767)},
    Soundness{"box", "item IN (SELECT id FROM item) AND " IS_WHOLE(concept_ord, 0, 99999) " AND " IS_PLACE(x0) " AND " IS_PLACE(y0) " AND " IS_PLACE(x1)
                     " AND " IS_PLACE(y1) " AND x1 >= x0 AND y1 >= y0 AND " IS_WHOLE(ignored, 0, 1)},
    Soundness{"prediction", "item_id IN (SELECT id FROM item) AND " IS_WHOLE(concept_ord, 0, 99999) " AND typeof(score) = 'real' AND score BETWEEN 0 AND 1 AND "
                            "((x0 IS NULL AND y0 IS NULL AND x1 IS NULL AND y1 IS NULL) OR (" IS_PLACE(x0) " AND " IS_PLACE(y0) " AND " IS_PLACE(x1)
                            " AND " IS_PLACE(y1) " AND x1 >= x0 AND y1 >= y0))"},
    Soundness{"step", IS_WHOLE(iteration, 0, 2147483647) " AND " IS_WHOLE(epoch, 0, 1000000) " AND " IS_PLACE(position) " AND typeof(learning_rate) = 'real' AND "
                      "(loss IS NULL OR typeof(loss) = 'real')"},
    Soundness{"report", IS_WORDS(json, 67108864)},
};
#undef IS_WORDS
#undef IS_WHOLE
#undef IS_PLACE

/// The numbers of a JSON list, each within its range; absent: it is not such a list.
template <class Number>
std::optional<std::vector<Number>> toNumbers(const QString& text, int least, int most)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    std::vector<Number> numbers;
    for (const auto& value : document.array()) {
        const int number = value.toInt(least - 1);
        if (number < least || number > most)
            return {};
        numbers.push_back(Number(number));
    }
    return document.isArray() ? std::optional(std::move(numbers)) : std::nullopt;
}

QRectF rectOf(const RunStatement& row, int first)
{
    return {row[first].toDouble(), row[first + 1].toDouble(), row[first + 2].toDouble() - row[first].toDouble(), row[first + 3].toDouble() - row[first + 1].toDouble()};
}

/// Of a row as examples() asks for it.
Region regionOf(const RunStatement& row)
{
    Region region;
    region.image.path = row[2].toString();
    region.image.sha256 = row[4].toByteArray();
    region.image.size = QSize(row[5].toInt(), row[6].toInt());
    region.image.uuid = QUuid::fromRfc4122(row[10].toByteArray());
    region.box.value = row[11].toLongLong();
    if (!row[12].isNull())
        region.crop = QRect(QPoint(row[12].toInt(), row[13].toInt()), QPoint(row[14].toInt() - 1, row[15].toInt() - 1));
    return region;
}

} // namespace

bool RunFile::hasTable(const QString& name) const
{
    RunStatement table(m_connection, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"));
    table.run({name});
    return table.next();
}

void RunFile::requireSound(const char* table) const
{
    if (!hasTable(QLatin1String(table)))
        refuse();
    const auto conditionOf = [](std::string_view name) {
        return QLatin1String(std::ranges::find(soundness, name, [](const Soundness& one) { return std::string_view(one.table); })->condition);
    };
    QString condition = conditionOf(table);
    if (knowsRegions() && std::string_view(table) == "item")
        condition += QStringLiteral(" AND ") + conditionOf("region");
    RunStatement odd(m_connection, QStringLiteral("SELECT 1 FROM %1 WHERE (%2) IS NOT 1 LIMIT 1").arg(QLatin1String(table), condition));
    odd.run();
    if (odd.next())
        refuse();
}

/// The condition for the items of one split that the training could read.
QString RunFile::whereUsed() const
{
    return hasTable(QStringLiteral("skipped")) ? QStringLiteral("split = ? AND id NOT IN (SELECT item FROM skipped)") : QStringLiteral("split = ?");
}

std::vector<qint64> RunFile::usedItems(Split split) const
{
    std::vector<qint64> ids;
    RunStatement item(m_connection, QStringLiteral("SELECT id FROM item WHERE %1 ORDER BY id").arg(whereUsed()));
    for (item.run({int(split)}); item.next();)
        ids.push_back(item[0].toLongLong());
    return ids;
}

std::vector<Example> RunFile::examples(Split split) const
{
    requireSound("item");
    requireSound("box");
    const auto used = whereUsed();
    std::vector<Example> examples;
    std::unordered_map<qint64, size_t> places;
    const auto region = knowsRegions() ? QStringLiteral("image_uuid, box_id, crop_x0, crop_y0, crop_x1, crop_y1") : QStringLiteral("NULL, NULL, NULL, NULL, NULL, NULL");
    RunStatement item(m_connection, QStringLiteral("SELECT id, item_id, path, rel_path, sha256, width, height, label, answers, gaps, %2 FROM item WHERE %1 ORDER BY id").arg(used, region));
    item.run({int(split)});
    while (item.next()) {
        const auto answers = toNumbers<qint8>(item[8].toString(), -1, 1);
        const auto gaps = toNumbers<int>(item[9].toString(), 0, 99999);
        if (!answers || !gaps)
            refuse();
        Example example{regionOf(item), {item[1].toLongLong()}, item[7].toInt(), *answers, {}, *gaps};
        if (!QFileInfo::exists(example.image.path)) { // the project may have been moved together with its pictures
            if (const QFileInfo moved(QDir(projectFolder()), item[3].toString()); moved.exists())
                example.image.path = QDir::cleanPath(moved.absoluteFilePath());
        }
        places[item[0].toLongLong()] = examples.size();
        examples.push_back(std::move(example));
    }
    RunStatement box(m_connection, QStringLiteral("SELECT item, concept_ord, x0, y0, x1, y1, ignored FROM box WHERE item IN (SELECT id FROM item WHERE %1) ORDER BY rowid").arg(used));
    box.run({int(split)});
    while (box.next()) {
        const auto place = places.find(box[0].toLongLong());
        if (place == places.end()) // two answers of a damaged index
            refuse();
        examples[place->second].boxes.push_back({.label = box[1].toInt(), .rect = rectOf(box, 2), .ignore = box[6].toInt() != 0});
    }
    return examples;
}

std::vector<SkippedPicture> RunFile::skipped() const
{
    if (!hasTable(QStringLiteral("skipped")))
        return {};
    requireSound("item");
    requireSound("skipped");
    std::vector<SkippedPicture> skipped;
    RunStatement row(m_connection, QStringLiteral("SELECT i.item_id, i.path, s.why FROM skipped s JOIN item i ON i.id = s.item ORDER BY i.id"));
    for (row.run(); row.next();)
        skipped.push_back({.item = {row[0].toLongLong()}, .path = row[1].toString(), .why = row[2].toString()});
    return skipped;
}

std::vector<BatchMetrics> RunFile::batches() const
{
    requireSound("step");
    std::vector<BatchMetrics> batches;
    RunStatement step(m_connection, QStringLiteral("SELECT iteration, epoch, position, learning_rate, loss FROM step ORDER BY iteration"));
    step.run();
    while (step.next())
        batches.push_back({.epoch = step[1].toInt(), .iteration = step[0].toInt(), .position = step[2].toDouble(),
                           .loss = step[4].isNull() ? std::nan("") : step[4].toDouble(), .learningRate = step[3].toDouble()});
    return batches;
}

std::vector<Prediction> RunFile::predictions() const
{
    if (!report())
        return {};
    requireSound("item");
    requireSound("prediction");
    std::vector<Prediction> predictions;
    std::unordered_map<qint64, size_t> places;
    for (const auto item : usedItems(Split::Validation)) {
        places[item] = predictions.size();
        predictions.emplace_back();
    }
    RunStatement rows(m_connection, QStringLiteral("SELECT item_id, concept_ord, score, x0, y0, x1, y1 FROM prediction ORDER BY rowid"));
    rows.run();
    while (rows.next()) {
        const auto place = places.find(rows[0].toLongLong());
        if (place == places.end()) // an answer about a picture that was not asked about
            refuse();
        auto& prediction = predictions[place->second];
        if (!rows[3].isNull()) {
            prediction.boxes.push_back({.label = rows[1].toInt(), .score = rows[2].toDouble(), .rect = rectOf(rows, 3)});
            continue;
        }
        if (rows[1].toInt() != int(prediction.scores.size())) // stored in the order of the concepts
            refuse();
        prediction.scores.push_back(rows[2].toDouble());
    }
    return predictions;
}

std::optional<QJsonObject> RunFile::report() const
{
    requireSound("report");
    RunStatement statement(m_connection, QStringLiteral("SELECT json FROM report WHERE id = 1"));
    statement.run();
    if (!statement.next())
        return {};
    const auto document = QJsonDocument::fromJson(statement[0].toString().toUtf8());
    if (!document.isObject())
        refuse();
    return document.object();
}

} // namespace core
