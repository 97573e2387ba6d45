#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// A text file of any common encoding (BOM, strict UTF-8, XML declaration, else Windows-1252), lines ending as they do.
struct TextFile {
    QString text;
    bool guessed = false; // Windows-1252, because nothing else fits
};

/// Throws Error when the file cannot be read.
TextFile readText(const QString& path);
TextFile decodeText(const QByteArray& bytes);
QStringList linesOf(const QString& text); // without line ends

} // namespace core
