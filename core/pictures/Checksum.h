#pragma once

#include <QByteArray>
#include <QtEndian>

#include <bit>

namespace core {

/// XXH64 (Collet 2012), as fast as memory is read. Finds what was damaged by chance; proves nothing against somebody who wants to deceive.
inline quint64 xxh64(QByteArrayView bytes, quint64 seed = 0)
{
    constexpr quint64 p1 = 0x9E3779B185EBCA87, p2 = 0xC2B2AE3D27D4EB4F, p3 = 0x165667B19E3779F9, p4 = 0x85EBCA77C2B2AE63, p5 = 0x27D4EB2F165667C5;
    const auto mixed = [](quint64 lane, quint64 input) { return std::rotl(lane + input * p2, 31) * p1; };
    const char *at = bytes.data(), *const end = at + bytes.size();
    const auto word = [](const char* from) { return qFromLittleEndian<quint64>(from); };
    quint64 hash = seed + p5;
    if (bytes.size() >= 32) {
        quint64 lanes[] = {seed + p1 + p2, seed + p2, seed, seed - p1};
        for (; end - at >= 32; at += 32)
            for (int lane = 0; lane < 4; ++lane)
                lanes[lane] = mixed(lanes[lane], word(at + 8 * lane));
        hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
        for (const quint64 lane : lanes)
            hash = (hash ^ mixed(0, lane)) * p1 + p4;
    }
    hash += quint64(bytes.size());
    for (; end - at >= 8; at += 8)
        hash = std::rotl(hash ^ mixed(0, word(at)), 27) * p1 + p4;
    if (end - at >= 4) {
        hash = std::rotl(hash ^ qFromLittleEndian<quint32>(at) * p1, 23) * p2 + p3;
        at += 4;
    }
    for (; at < end; ++at)
        hash = std::rotl(hash ^ uchar(*at) * p5, 11) * p1;
    hash = (hash ^ hash >> 33) * p2;
    hash = (hash ^ hash >> 29) * p3;
    return hash ^ hash >> 32;
}

} // namespace core
