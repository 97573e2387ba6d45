#pragma once

#include <QByteArray>

#include <array>
#include <vector>

/// Zip files byte by byte, so that they may say what no program would write (APPNOTE.TXT of PKWARE, 4.3).
namespace zips {

struct Member {
    QByteArray name;
    QByteArray bytes;
    bool isPacked = false;  // deflated
    quint32 statedSize = 0; // unpacked; 0: the true one
    quint32 unixMode = 0;   // with its kind, such as 0120777 of a link; 0: made elsewhere
    bool isLocked = false;  // with a password
    bool isDamaged = false; // another checksum
};

inline quint32 checksum(const QByteArray& bytes) // CRC-32
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

inline QByteArray little(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out += char(value >> (8 * i));
    return out;
}

inline QByteArray zip(const std::vector<Member>& members)
{
    QByteArray out, list;
    for (const Member& member : members) {
        const QByteArray data = member.isPacked ? qCompress(member.bytes, 9).mid(6).chopped(4) : member.bytes; // without the frame of zlib
        const quint32 flags = 0x0800 | (member.isLocked ? 1 : 0); // names are UTF-8
        const QByteArray common = little(flags, 2) + little(member.isPacked ? 8 : 0, 2) + little(0, 2) + little(0x5021, 2) + little(checksum(member.bytes) + (member.isDamaged ? 1 : 0), 4)
            + little(quint32(data.size()), 4) + little(member.statedSize ? member.statedSize : quint32(member.bytes.size()), 4) + little(quint32(member.name.size()), 2) + little(0, 2);
        list += little(0x02014B50, 4) + little(member.unixMode ? 0x0314 : 20, 2) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(member.unixMode << 16, 4)
            + little(quint32(out.size()), 4) + member.name;
        out += little(0x04034B50, 4) + little(20, 2) + common + member.name + data;
    }
    const quint32 count = quint32(members.size());
    return out + list + little(0x06054B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(quint32(list.size()), 4) + little(quint32(out.size()), 4) + little(0, 2);
}

} // namespace zips
