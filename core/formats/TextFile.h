#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// A text file of any common encoding, lines ending as they do.
struct TextFile {
    QString text;
    bool guessed = false; // Windows-1252, because nothing is declared and nothing else fits
    QString problem;      // translated; why there is no text: cannot be opened, no ordinary file, too long, an encoding that is not known
};

/// The text of a file of at most 64 MB. Never throws: a source may hold a thousand files, and one of no use is a row of the report.
TextFile textOf(const QString& path);
/// The same for a file without which nothing can be read. Throws Error with the problem.
TextFile readText(const QString& path);
/// In this order: byte order mark; the encoding that an XML file declares, which must then fit; UTF-8; Windows-1252.
TextFile decodeText(const QByteArray& bytes);
QString fromWindows1252(const QByteArray& bytes);
/// Up to `most` bytes of the beginning of an ordinary file; empty when it cannot be read. For telling what kind of file it is.
QByteArray startOfFile(const QString& path, qint64 most);
QStringList linesOf(const QString& text); // without line ends

} // namespace core
