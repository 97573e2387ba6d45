#pragma once

#include <QByteArray>

namespace core {

// The file without metadata, every pixel as it was: what is needed to decode and to show it in its colours is kept, all else goes. So
// what nobody thought of goes too. Empty: the file is not built as it should be. Private to pictures.

QByteArray strippedJpeg(const QByteArray& bytes); // ITU-T T.81, annex B
QByteArray strippedPng(const QByteArray& bytes);  // W3C PNG, 5
QByteArray strippedWebP(const QByteArray& bytes); // RFC 9649, 2

} // namespace core
