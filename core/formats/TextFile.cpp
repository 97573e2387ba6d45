#include "core/formats/TextFile.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStringConverter>

#include <optional>

namespace core {

namespace {

QString fromWindows1252(const QByteArray& bytes)
{
    static constexpr char16_t special[] = u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                                          u"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text)
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(special[c.unicode() - 0x80]);
    return text;
}

std::optional<QString> strictly(QStringConverter::Encoding encoding, const QByteArray& bytes)
{
    QStringDecoder decoder(encoding); // drops a BOM
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

TextFile decodeText(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes); marked && *marked != QStringConverter::Utf8)
        if (const auto text = strictly(*marked, bytes))
            return {*text};
    if (const auto text = strictly(QStringConverter::Utf8, bytes))
        return {*text};
    static const QRegularExpression declared(QStringLiteral("^<\\?xml[^>]*encoding=[\"']([^\"']+)[\"']"));
    const QString name = declared.match(QString::fromLatin1(bytes.left(200))).captured(1).toLower();
    const bool isLatin = name == QLatin1String("iso-8859-1") || name == QLatin1String("windows-1252") || name == QLatin1String("latin1");
    return {fromWindows1252(bytes), !isLatin};
}

TextFile readText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Source", "“%1” cannot be read: %2").arg(path, file.errorString()));
    return decodeText(file.readAll());
}

QStringList linesOf(const QString& text)
{
    static const QRegularExpression lineEnd(QStringLiteral("\r\n|\r|\n"));
    QStringList lines = text.split(lineEnd);
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace core
