#include "core/formats/CsvRecords.h"

#include "core/base/Error.h"
#include "core/dataset/Annotation.h"
#include "core/formats/CsvCells.h"
#include "core/formats/SourceText.h"
#include "core/formats/ViaRegion.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {

namespace {

using Level = ImportIssue::Level;

/// Reads one table into the records.
class TableReader {
public:
    TableReader(Reading& reading, CsvNames& names, const QString& file, const CsvColumns& columns, const CsvClassNames& classNames)
        : m_reading(reading), m_file(file), m_columns(columns), m_classNames(classNames), m_table(reading.tree().absolute(file)),
          m_paths(names, reading.tree().absolute(file)) {}

    bool run()
    {
        m_split = splitOfTable();
        CsvRow row;
        if (m_columns.kind == CsvColumns::Kind::Regions)
            lookAtRegions();
        bool isHeader = m_columns.hasHeader;
        for (int i = 0; m_table.next(row); ++i) {
            if (isCsvComment(row))
                continue;
            if (std::exchange(isHeader, false)) {
                nameAnswers(row);
                continue;
            }
            if (i % 256 == 0) {
                if (m_reading.isCanceled())
                    return m_several;
                m_reading.progress(m_table.position(), m_table.size());
            }
            readRow(row);
        }
        if (m_table.isGuessed())
            m_reading.issue(Level::Notice, QStringLiteral("encoding_guessed"), m_file);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), m_file, 0, QString::number(m_hulls));
        return m_several;
    }

private:
    /// "val.csv", else "valid/_annotations.csv".
    std::optional<Split> splitOfTable() const
    {
        const QFileInfo info(m_file);
        if (const auto split = splitInName(info.completeBaseName()))
            return split;
        const QString folder = QFileInfo(info.path()).fileName();
        return folder == QLatin1String(".") ? std::nullopt : splitInName(folder);
    }

    void nameAnswers(const CsvRow& header)
    {
        for (const int column : m_columns.answers)
            m_answerNames << m_reading.conceptNamed(header.cells.value(column), m_file, header.line);
    }

    /// What must be known of all rows before the first region is taken: which attribute is the class, and which pictures several
    /// entries speak of. Of those the one with the size of the file is meant.
    void lookAtRegions()
    {
        ViaClassAttribute attribute;
        QHash<QString, QSet<QString>> sizes;
        for (CsvRow row; m_table.next(row) && !m_reading.isCanceled();) {
            if (row.cells.size() != m_columns.count)
                continue;
            attribute.see(regionIn(row));
            if (const QString path = m_paths.find(row.cells[m_columns.file]).path; m_columns.fileSize >= 0 && !path.isEmpty())
                sizes[path].insert(row.cells[m_columns.fileSize]);
        }
        for (auto size = sizes.cbegin(); size != sizes.cend(); ++size)
            if (size->size() > 1 && !(size->size() == 2 && size->contains(QString())))
                m_claimed.insert(size.key(), QString::number(QFileInfo(size.key()).size()));
        m_classAttribute = attribute.name();
        m_table.rewind();
    }

    void takeRegion(const CsvRow& row, RawRecord& raw)
    {
        if (const auto size = m_claimed.constFind(raw.record.path); size != m_claimed.cend() && row.cells[m_columns.fileSize] != *size)
            return m_reading.reject(raw, QStringLiteral("claimed_twice"), m_file, row.line, m_reading.tree().relative(raw.record.path));
        raw.record.hasRecord = true;
        takeViaRegion(m_reading, raw, regionIn(row), m_classAttribute, m_file, row.line, m_hulls);
    }

    ViaRegion regionIn(const CsvRow& row) const
    {
        return viaRegion(row.cells[m_columns.shape].toUtf8(), m_columns.attributes < 0 ? QByteArray() : row.cells[m_columns.attributes].toUtf8());
    }

    double number(const QString& cell) const { return csvNumber(cell, m_table.delimiter()); }

    void readRow(const CsvRow& row)
    {
        if (row.cells.size() != m_columns.count)
            return m_reading.reject(QStringLiteral("bad_row"), m_file, row.line,
                                    SourceText::tr("%1 columns instead of %2").arg(row.cells.size()).arg(m_columns.count));
        const QString& written = row.cells[m_columns.file];
        const SourcePaths::Answer answer = pictureOf(row);
        if (answer.path.isEmpty())
            return m_reading.reject(answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), m_file, row.line, written);
        RawRecord& raw = m_reading.record(answer.path);
        raw.file = m_file;
        takeSplit(row, raw);
        switch (m_columns.kind) {
        case CsvColumns::Kind::Boxes: takeBox(row, raw); break;
        case CsvColumns::Kind::Labels: takeLabels(row, raw); break;
        case CsvColumns::Kind::Answers: takeAnswers(row, raw); break;
        case CsvColumns::Kind::Regions: takeRegion(row, raw); break;
        }
    }

    /// Below the folder that the row names, if there is such a place; else by the name alone.
    SourcePaths::Answer pictureOf(const CsvRow& row) const
    {
        const QString& written = row.cells[m_columns.file];
        if (m_columns.folder >= 0 && !row.cells[m_columns.folder].isEmpty() && !written.isEmpty())
            if (const SourcePaths::Answer below = m_paths.find(row.cells[m_columns.folder] + QLatin1Char('/') + written); !below.path.isEmpty())
                return below;
        return m_paths.find(written);
    }

    void takeSplit(const CsvRow& row, RawRecord& raw)
    {
        const QString word = m_columns.split < 0 ? QString() : row.cells[m_columns.split].trimmed();
        if (word.isEmpty()) {
            raw.record.split = m_split ? m_split : raw.record.split;
            return;
        }
        if (m_columns.splitIsValidation) {
            if (const CsvAnswer answer = answerOf(word); answer == CsvAnswer::Yes || answer == CsvAnswer::No)
                raw.record.split = answer == CsvAnswer::Yes ? Split::Validation : Split::Train;
            return;
        }
        const auto known = splitFromKey(word.toLower());
        if (const auto split = known ? known : splitInName(word))
            raw.record.split = split;
        else if (word.compare(QLatin1String("unassigned"), Qt::CaseInsensitive) != 0)
            m_reading.issue(Level::Notice, QStringLiteral("split_unknown"), m_file, row.line, word);
    }

    // Boxes -----------------------------------------------------------------------------------------------------------

    std::vector<double> cornersIn(const CsvRow& row) const
    {
        if (m_columns.corners.size() == 1)
            return csvList(row.cells[m_columns.corners.front()]);
        std::vector<double> values;
        for (const int column : m_columns.corners)
            values.push_back(number(row.cells[column]));
        return values;
    }

    bool hasNoBox(const CsvRow& row) const
    {
        return std::ranges::all_of(m_columns.corners, [&](int column) { return row.cells[column].isEmpty() || row.cells[column] == QLatin1String("[]"); });
    }

    void takeBox(const CsvRow& row, RawRecord& raw)
    {
        raw.record.hasRecord = true;
        const QString& label = row.cells[m_columns.label];
        if (hasNoBox(row)) {
            if (!saysNothing(label)) // a class without a box says that something is there, not that nothing is
                m_reading.reject(raw, QStringLiteral("box_not_number"), m_file, row.line, label);
            return; // looked at, nothing there
        }
        if (cleanName(label).isEmpty())
            return m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, row.line, QStringLiteral("“%1”").arg(cleanName(label)));
        if (m_columns.rotation >= 0 && number(row.cells[m_columns.rotation]) != 0 && !row.cells[m_columns.rotation].isEmpty()) // around which point, each program has its own
            return m_reading.reject(raw, QStringLiteral("bad_row"), m_file, row.line, SourceText::tr("the box is turned"));
        std::vector<double> v = cornersIn(row);
        if (v.size() != 4)
            return m_reading.reject(raw, QStringLiteral("box_not_number"), m_file, row.line, label);
        if (m_columns.form == CsvColumns::Corners::Centre) {
            v[0] -= v[2] / 2;
            v[1] -= v[3] / 2;
        }
        const bool areSizes = m_columns.form != CsvColumns::Corners::Extremes;
        RawBox box;
        box.conceptName = m_reading.conceptNamed(m_classNames.value(label, label), m_file, row.line);
        box.line = row.line;
        box.x0 = v[0];
        box.y0 = v[1];
        box.x1 = v[2] + (areSizes ? v[0] : 0);
        box.y1 = v[3] + (areSizes ? v[1] : 0);
        box.flags = m_columns.group >= 0 && answerOf(row.cells[m_columns.group]) == CsvAnswer::Yes ? Crowd : 0;
        if (m_columns.score >= 0 && !row.cells[m_columns.score].isEmpty() && number(row.cells[m_columns.score]) != 1)
            box.score = number(row.cells[m_columns.score]);
        raw.relative = m_columns.isRelative;
        if (m_columns.width >= 0 && m_columns.height >= 0)
            raw.stated = sizeIn(row);
        raw.boxes.push_back(box);
    }

    QSize sizeIn(const CsvRow& row) const
    {
        const double width = number(row.cells[m_columns.width]), height = number(row.cells[m_columns.height]);
        const auto isSide = [](double side) { return side >= 1 && side < 1e9; };
        return isSide(width) && isSide(height) ? QSize(int(width), int(height)) : QSize();
    }

    // Labels ----------------------------------------------------------------------------------------------------------

    void takeLabels(const CsvRow& row, RawRecord& raw)
    {
        raw.record.hasRecord = true;
        for (const QString& written : csvNames(row.cells[m_columns.label], m_columns.separators)) {
            if (written.trimmed().isEmpty())
                continue;
            const QString name = m_reading.conceptNamed(m_classNames.value(written, written), m_file, row.line);
            if (name.isEmpty())
                m_reading.reject(raw, QStringLiteral("unknown_class"), m_file, row.line, QStringLiteral("“”"));
            else
                takeLabel(row, raw, name);
        }
    }

    void takeLabel(const CsvRow& row, RawRecord& raw, const QString& name)
    {
        const double score = m_columns.score < 0 || row.cells[m_columns.score].isEmpty() ? 1 : number(row.cells[m_columns.score]);
        if (score != 1 && !(m_columns.scoreAnswers && score == 0)) {
            raw.record.drafts.push_back({name, std::nullopt, score, std::nullopt, row.line});
            return;
        }
        if (m_columns.scoreAnswers) {
            raw.record.answers.emplace_back(name, score == 1);
            m_several = true;
        } else if (!raw.record.labels.contains(name)) {
            raw.record.labels << name;
        }
        m_several = m_several || raw.record.labels.size() > 1;
    }

    void takeAnswers(const CsvRow& row, RawRecord& raw)
    {
        for (size_t i = 0; i < m_columns.answers.size(); ++i) {
            const QString& cell = row.cells[m_columns.answers[i]];
            const CsvAnswer answer = answerOf(cell);
            if (answer == CsvAnswer::Invalid) {
                m_reading.reject(raw, QStringLiteral("bad_row"), m_file, row.line, cell);
            } else if (answer != CsvAnswer::Unseen) {
                raw.record.hasRecord = true;
                raw.record.answers.emplace_back(m_answerNames[qsizetype(i)], answer == CsvAnswer::Yes);
            }
        }
    }

    Reading& m_reading;
    QString m_file;
    CsvColumns m_columns;
    const CsvClassNames& m_classNames;
    CsvFile m_table;
    CsvPaths m_paths;
    std::optional<Split> m_split;
    QStringList m_answerNames;
    QString m_classAttribute;
    QHash<QString, QString> m_claimed; // pictures of several entries -> the size of the file, bytes
    int m_hulls = 0;
    bool m_several = false;
};

} // namespace

bool isCsvComment(const CsvRow& row)
{
    return row.cells.front().startsWith(QLatin1String("# ")) || row.cells.front().startsWith(QLatin1String("sep="));
}

bool readCsvTable(Reading& reading, CsvNames& names, const QString& file, const CsvColumns& columns, const CsvClassNames& classNames)
{
    return TableReader(reading, names, file, columns, classNames).run();
}

} // namespace core
