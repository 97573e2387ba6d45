#include "core/formats/TextFile.h"

#include "core/base/Error.h"
#include "core/formats/SourceText.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringConverter>

#include <optional>

namespace core {

namespace {

constexpr qint64 longest = 64 << 20;

/// The text, or nothing where one byte does not fit. Decoders of other character sets put U+001A in such a place.
std::optional<QString> strictly(QStringDecoder decoder, const QByteArray& bytes)
{
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar(0xFFFD)) || text.contains(QChar(0x1A)))
        return std::nullopt;
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    return text;
}

std::optional<QString> strictly(QStringConverter::Encoding encoding, const QByteArray& bytes)
{
    return strictly(QStringDecoder(encoding, QStringConverter::Flag::Stateless), bytes);
}

/// UTF-16 without a mark, told by the first letter of an XML file.
std::optional<QStringConverter::Encoding> encodingOfXmlStart(const QByteArray& bytes)
{
    if (bytes.startsWith(QByteArray("<\0", 2)))
        return QStringConverter::Utf16LE;
    if (bytes.startsWith(QByteArray("\0<", 2)))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// What the first line of an XML file declares, or nothing.
QByteArray declaredEncoding(const QByteArray& bytes)
{
    static const QRegularExpression declared(QStringLiteral("^(?:\xEF\xBB\xBF)?\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']\\s*([^\"']+?)\\s*[\"']"),
                                             QRegularExpression::CaseInsensitiveOption);
    return declared.match(QString::fromLatin1(bytes.left(400))).captured(1).toLatin1();
}

TextFile decodeAs(const QByteArray& name, const QByteArray& bytes)
{
    if (name.toLower().startsWith("utf-16") || name.toLower().startsWith("ucs-2")) // the declaration itself was read byte by byte
        if (const auto text = strictly(QStringConverter::Utf8, bytes))
            return {*text, false, {}};
    QStringDecoder decoder(name.constData());
    if (!decoder.isValid())
        return {{}, false, SourceText::tr("its encoding “%1” is not known; save it as UTF-8").arg(QString::fromLatin1(name))};
    if (const auto text = strictly(std::move(decoder), bytes))
        return {*text, false, {}};
    return {{}, false, SourceText::tr("it declares the encoding “%1”, and its letters are of another one; save it as UTF-8").arg(QString::fromLatin1(name))};
}

} // namespace

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

TextFile decodeText(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        if (const auto text = strictly(*marked, bytes))
            return {*text, false, {}};
    if (const auto wide = encodingOfXmlStart(bytes))
        if (const auto text = strictly(*wide, bytes))
            return {*text, false, {}};
    if (const QByteArray declared = declaredEncoding(bytes); !declared.isEmpty())
        return decodeAs(declared, bytes);
    if (const auto text = strictly(QStringConverter::Utf8, bytes))
        return {*text, false, {}};
    return {fromWindows1252(bytes), true, {}};
}

TextFile textOf(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return {{}, false, SourceText::tr("it is no ordinary file")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, false, file.errorString()};
    const QByteArray bytes = file.read(longest + 1);
    if (file.error() != QFileDevice::NoError)
        return {{}, false, file.errorString()};
    if (bytes.size() > longest)
        return {{}, false, SourceText::tr("it is longer than 64 MB")};
    return decodeText(bytes);
}

TextFile readText(const QString& path)
{
    TextFile file = textOf(path);
    if (!file.problem.isEmpty())
        throw Error(SourceText::tr("“%1” cannot be read: %2. Nothing was changed.").arg(path, file.problem));
    return file;
}

QByteArray startOfFile(const QString& path, qint64 most)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
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
