#include "core/formats/CsvCells.h"

#include <QStringList>

#include <algorithm>

namespace core {

namespace {

/// What stands between the brackets of a list: names parted by commas, each maybe in quotes of either kind, in which a comma is one of
/// the name and a backslash takes what follows as it is.
QStringList listedNames(QStringView list)
{
    QStringList names;
    QString name;
    QChar quote;
    bool wasQuoted = false;
    const auto end = [&] {
        if (const QString plain = wasQuoted ? name : name.trimmed(); !plain.isEmpty())
            names << plain;
        name.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QChar c = list[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                name += c == QLatin1Char('\\') && i + 1 < list.size() ? list[++i] : c;
        } else if (c == QLatin1Char(',')) {
            end();
        } else if ((c == QLatin1Char('\'') || c == QLatin1Char('"')) && name.trimmed().isEmpty() && !wasQuoted) {
            quote = c;
            wasQuoted = true;
            name.clear();
        } else if (!wasQuoted || !c.isSpace()) {
            name += c;
        }
    }
    end();
    return names;
}

} // namespace

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
    if (cell.startsWith(QLatin1Char('[')) && cell.endsWith(QLatin1Char(']')))
        return listedNames(QStringView(cell).mid(1, cell.size() - 2));
    QStringList names{cell};
    for (const QChar separator : separators) {
        QStringList parts;
        for (const QString& name : std::as_const(names))
            parts += name.split(separator, Qt::SkipEmptyParts);
        names = parts;
    }
    return names;
}

bool saysNothing(const QString& label)
{
    const QString plain = label.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('_'));
    return plain.isEmpty() || plain == QLatin1String("none") || plain == QLatin1String("nofinding") || plain == QLatin1String("nothing")
        || plain == QLatin1String("background") || plain == QLatin1String("negative") || plain == QLatin1String("nan");
}

QByteArray csvCell(const QString& text)
{
    const bool isPlain = std::ranges::none_of(text, [](QChar c) { return QStringView(u",\"\n\r").contains(c); });
    if (isPlain && text.trimmed().size() == text.size())
        return text.toUtf8();
    return '"' + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

} // namespace core
