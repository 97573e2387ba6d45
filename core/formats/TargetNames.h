#pragma once

#include <QSet>
#include <QString>

namespace core {

/// The name as every file system takes it: characters that Windows refuses, and dots and blanks at the end, become "_", its reserved
/// words (CON, NUL …) get one, and what is longer than 240 bytes is cut before the suffix. Never empty.
QString safeFileName(const QString& name);

/// Gives out names of files that no two of them share, also where letter case or the way accents are composed does not count.
class TargetNames {
public:
    /// `stems`: names must differ without their suffixes too.
    explicit TargetNames(bool stems = false) : m_stems(stems) {}

    /// The path, each part made safe; "~2" and so on before the suffix where it is taken. '/' parts folders.
    QString take(const QString& path);

private:
    QString keyOf(const QString& path) const;

    bool m_stems;
    QSet<QString> m_taken;
};

} // namespace core
