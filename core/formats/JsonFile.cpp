#include "core/formats/JsonFile.h"

#include "core/base/Error.h"
#include "core/formats/SourceText.h"
#include "core/formats/TextFile.h"

#include <QFileInfo>

#include <algorithm>
#include <cctype>
#include <utility>

namespace core {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qint64 mostGuessedBytes = 64 * 1024 * 1024; // as of other texts

/// Of a file that a mark says to be UTF-16; nothing: it is read as UTF-8.
std::optional<QStringDecoder> decoderOf(const QByteArray& start)
{
    const auto marked = QStringConverter::encodingForData(start);
    if (!marked || *marked == QStringConverter::Utf8)
        return std::nullopt;
    return std::make_optional<QStringDecoder>(*marked);
}

} // namespace

JsonFile::JsonFile(const QString& path, std::function<bool()> isCanceled, std::function<void(qint64, qint64)> progressed, qint64 mostBytes)
    : m_file(path), m_mostBytes(mostBytes)
{
    if (!QFileInfo(path).isFile() || !m_file.open(QIODevice::ReadOnly))
        throw Error(SourceText::tr("it cannot be opened"));
    m_decoder = decoderOf(m_file.peek(4));
    m_unit = m_decoder ? 2 : 1;
    m_isGuessed = !m_decoder && m_file.size() <= mostGuessedBytes && !isUtf8();
    fill();
    if (m_piece.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    m_isCanceled = std::move(isCanceled);
    m_progressed = std::move(progressed);
}

void JsonFile::advance()
{
    if (++m_at == m_piece.size())
        fill();
}

QByteArray JsonFile::readPiece(qint64 bytes)
{
    const QByteArray piece = m_file.read(bytes);
    return m_decoder ? QString(m_decoder->decode(piece)).toUtf8() : m_isGuessed ? fromWindows1252(piece).toUtf8() : piece;
}

/// Looks at the whole file and goes back to its start.
bool JsonFile::isUtf8()
{
    QStringDecoder decoder(QStringConverter::Utf8);
    bool isSound = true;
    while (isSound && !m_file.atEnd()) {
        const QByteArray piece = m_file.read(1024 * 1024);
        if (piece.isEmpty())
            break;
        const QString text = decoder.decode(piece);
        isSound = !decoder.hasError();
    }
    m_file.seek(0);
    return isSound;
}

void JsonFile::fill()
{
    if (m_isCanceled && m_isCanceled())
        throw Canceled{};
    if (m_progressed && m_read > 0)
        m_progressed(m_read, m_file.size());
    m_piece = readPiece(pieceBytes);
    m_at = 0;
    for (int i = 0; i < 16 && !m_piece.isEmpty() && (std::isalpha(static_cast<unsigned char>(m_piece.back())) || m_piece.back() == '-'); ++i)
        m_piece += readPiece(m_unit); // a word is not cut in two
    m_read += m_piece.size();
    mendNumbers();
    if (m_read - m_elementStart > m_mostBytes)
        throw Error(SourceText::tr("one entry of more than %1 MB, at byte %2").arg(m_mostBytes / 1024 / 1024).arg(m_elementStart));
}

void JsonFile::mendNumbers()
{
    QByteArray mended;
    qsizetype kept = 0; // up to here everything is in `mended`
    for (qsizetype i = 0; i < m_piece.size(); ++i) {
        const char c = m_piece[i];
        if (m_isInText) {
            m_isInText = m_isEscaped || c != '"';
            m_isEscaped = !m_isEscaped && c == '\\';
            continue;
        }
        m_isInText = c == '"';
        if (c != 'N' && c != 'I')
            continue;
        for (const char* word : {"NaN", "Infinity"})
            if (QByteArrayView(m_piece).sliced(i).startsWith(word)) {
                const bool isNegative = i > kept && m_piece[i - 1] == '-';
                mended += m_piece.mid(kept, i - kept - (isNegative ? 1 : 0)) + "null";
                i += qsizetype(qstrlen(word)) - 1;
                kept = i + 1;
                break;
            }
    }
    if (kept > 0)
        m_piece = mended + m_piece.mid(kept);
}

QByteArray jsonSample(const QString& path)
{
    constexpr qint64 bytes = 65'536;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray sample = file.read(bytes);
    if (file.size() > bytes) {
        file.seek(std::max(bytes, file.size() - bytes) / 4 * 4); // no letter is cut in two
        sample += file.read(bytes);
    }
    auto decoder = decoderOf(sample);
    return decoder ? QString(decoder->decode(sample)).toUtf8() : sample;
}

} // namespace core
