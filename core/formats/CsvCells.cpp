#include "core/formats/CsvCells.h"

#include <QStringList>

#include <algorithm>

namespace core {

CsvAnswer answerOf(const QString& cell)
{
    const QStringView word = QStringView(cell).trimmed();
    const auto is = [&](std::initializer_list<const char*> words) {
        return std::ranges::any_of(words, [&](const char* other) { return word.compare(QLatin1String(other), Qt::CaseInsensitive) == 0; });
    };
    if (word.size() > 5)
        return CsvAnswer::Invalid;
    if (is({"1", "1.0", "true", "yes", "y"}))
        return CsvAnswer::Yes;
    if (is({"0", "0.0", "false", "no", "n"}))
        return CsvAnswer::No;
    return is({"", "-1", "-1.0", "?", "nan"}) ? CsvAnswer::Unseen : CsvAnswer::Invalid;
}

double csvNumber(const QString& cell, QChar delimiter)
{
    bool ok = false;
    if (delimiter != QLatin1Char(';')) {
        const double value = QStringView(cell).toDouble(&ok);
        return ok ? value : qQNaN();
    }
    const double value = QString(cell).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    return ok ? value : qQNaN();
}

std::vector<double> csvList(const QString& cell)
{
    QStringView inner = QStringView(cell).trimmed();
    if (inner.size() < 7 || !((inner.startsWith(QLatin1Char('[')) && inner.endsWith(QLatin1Char(']'))) || (inner.startsWith(QLatin1Char('(')) && inner.endsWith(QLatin1Char(')')))))
        return {};
    inner = inner.mid(1, inner.size() - 2);
    std::vector<double> values;
    for (const QStringView part : inner.split(inner.contains(QLatin1Char(',')) ? QLatin1Char(',') : QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool ok = false;
        values.push_back(part.trimmed().toDouble(&ok));
        if (!ok || values.size() > 4)
            return {};
    }
    return values.size() == 4 ? values : std::vector<double>();
}

QStringList csvNames(const QString& cell, const QString& separators)
{
    const bool isList = cell.startsWith(QLatin1Char('[')) && cell.endsWith(QLatin1Char(']'));
    QStringList names{isList ? cell.mid(1, cell.size() - 2) : cell};
    for (const QChar separator : isList ? QStringLiteral(",") : separators) {
        QStringList parts;
        for (const QString& name : std::as_const(names))
            parts += name.split(separator, Qt::SkipEmptyParts);
        names = parts;
    }
    if (isList)
        for (QString& name : names) {
            name = name.trimmed();
            if (name.size() > 1 && name.front() == name.back() && (name.front() == QLatin1Char('\'') || name.front() == QLatin1Char('"')))
                name = name.mid(1, name.size() - 2);
        }
    return names;
}

bool saysNothing(const QString& label)
{
    const QString plain = label.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('_'));
    return plain.isEmpty() || plain == QLatin1String("none") || plain == QLatin1String("nofinding") || plain == QLatin1String("nothing")
        || plain == QLatin1String("background") || plain == QLatin1String("negative") || plain == QLatin1String("nan");
}

} // namespace core
