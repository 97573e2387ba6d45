#include "core/formats/JsonFile.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFileInfo>

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
    m_read += m_piece.size();
    if (m_read - m_elementStart > mostBytesOfElement)
        throw Error(QCoreApplication::translate("Source", "one entry of more than 32 MB, at byte %1").arg(m_elementStart));
}

} // namespace core
