#include "core/formats/JsonFile.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cctype>
#include <utility>

namespace core {

namespace {

constexpr qint64 pieceBytes = 64 * 1024;
constexpr qint64 mostBytesOfElement = 32 * 1024 * 1024; // a picture's polygons are some 100 KB

} // namespace

JsonFile::JsonFile(const QString& path, std::function<bool()> isCanceled, std::function<void(qint64, qint64)> progressed)
    : m_file(path)
{
    if (!QFileInfo(path).isFile() || !m_file.open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Source", "it cannot be opened"));
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

void JsonFile::fill()
{
    if (m_isCanceled && m_isCanceled())
        throw Canceled{};
    if (m_progressed && m_read > 0)
        m_progressed(m_read, m_file.size());
    m_piece = m_file.read(pieceBytes);
    m_at = 0;
    for (char next = 0; !m_piece.isEmpty() && (std::isalpha(static_cast<unsigned char>(m_piece.back())) || m_piece.back() == '-') && m_piece.size() < pieceBytes + 16 && m_file.getChar(&next);)
        m_piece += next; // a word is not cut in two
    m_read += m_piece.size();
    mendNumbers();
    if (m_read - m_elementStart > mostBytesOfElement)
        throw Error(QCoreApplication::translate("Source", "one entry of more than 32 MB, at byte %1").arg(m_elementStart));
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

} // namespace core
