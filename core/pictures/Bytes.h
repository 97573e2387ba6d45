#pragma once

#include <QByteArray>

namespace core {

/// Bounds-checked view of a file's bytes for the header readers: outside the data everything reads as 0, and ok() turns false.
class Bytes {
public:
    Bytes(const QByteArray& data, bool littleEndian = false)
        : m_data(reinterpret_cast<const uchar*>(data.constData())), m_size(data.size()), m_little(littleEndian) {}

    qint64 size() const { return m_size; }
    bool ok() const { return m_ok; }
    void setLittleEndian(bool little) { m_little = little; }

    quint32 u8(qint64 at) const
    {
        if (at < 0 || at >= m_size) {
            m_ok = false;
            return 0;
        }
        return m_data[at];
    }
    quint32 u16(qint64 at) const { return m_little ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1); }
    quint32 u24(qint64 at) const { return m_little ? u16(at) | u8(at + 2) << 16 : u16(at) << 8 | u8(at + 2); }
    quint32 u32(qint64 at) const { return m_little ? u16(at) | u16(at + 2) << 16 : u16(at) << 16 | u16(at + 2); }
    bool has(qint64 at, const char* text, int length) const
    {
        if (at < 0 || at + length > m_size)
            return false;
        return QByteArrayView(m_data + at, length) == QByteArrayView(text, length);
    }

private:
    const uchar* m_data;
    qint64 m_size;
    bool m_little;
    mutable bool m_ok = true;
};

} // namespace core
