#pragma once

#include "core/pictures/PictureFile.h"

namespace core {

/// How much memory decoding may take: 1 GB for one picture, and half of what the machine has left. A header of 50 bytes may claim
/// a picture of gigabytes, so it is asked before any decoder. Private to pictures.
namespace DecodeBudget {

/// Bytes that a decoder and the RGB image made of it hold at once when the picture is decoded at 1/`reduction`.
qint64 bytesFor(const PictureHeader& header, int reduction = 1);
/// Whether a file of this many bytes can hold the pixels that its header claims, however well they are packed.
bool canHold(const PictureHeader& header, qint64 fileBytes);
/// The smallest of 1, 2, 4, 8 with which the picture fits; 1 alone, when the decoder cannot reduce or the file is too short for what
/// it claims. 0: none does.
int reductionFor(const PictureHeader& header, qint64 fileBytes);

/// Holds the memory of one decode while it lives. Large ones wait for one another, so that a pool of threads does not multiply them.
class Share {
public:
    explicit Share(qint64 bytes);
    ~Share();
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

private:
    qint64 m_bytes;
};

} // namespace DecodeBudget

} // namespace core
