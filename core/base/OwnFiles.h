#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

class QIODevice;

namespace core {

/// Writing and deleting below a folder that may have come from somebody else, such as a received project. A link in there could lead
/// anywhere on this computer, so none is followed: what lies behind a link counts as a place that cannot be written.
/// `folder` itself is the person's choice and may be reached through links. `path` lies below it: absolute, or relative to it.
/// Plain functions of the disk; a program that swaps folders for links meanwhile is not what they guard against.
namespace OwnFiles {

/// Whether every part of `path` below `folder` that is there is an ordinary folder, and the last one a folder or an ordinary file.
/// False too when `path` leads out of `folder`.
bool isOwn(const QString& folder, const QString& path);

/// Makes the folder `path` and those above it, up to `folder`.
bool makeFolder(const QString& folder, const QString& path);

/// Writes the file in one act: it is whole or as it was before. Makes the folders it lies in; a new file can be read by everyone
/// whom the umask lets (0644). False: a link stands in the way, or the disk does not take it; `why` then holds the reason, translated.
bool write(const QString& folder, const QString& path, const QByteArray& bytes, QString* why = nullptr);
/// The same for what is better written in pieces. `fill` answers false when it could not write all.
bool write(const QString& folder, const QString& path, const std::function<bool(QIODevice&)>& fill, QString* why = nullptr);

/// The bytes of an ordinary file that is not longer than `most`; empty when it is not such a file, absent or unreadable.
QByteArray read(const QString& folder, const QString& path, qint64 most);

/// Deletes the file or the folder with all that is in it. A link in there is deleted itself, never what it leads to.
/// False: a link lies on the way to `path`, or something could not be deleted. Nothing there: true.
bool remove(const QString& folder, const QString& path);

/// Absolute paths of the ordinary files directly in the folder `path` that fit one of the name patterns (* and ?).
QStringList files(const QString& folder, const QString& path, const QStringList& patterns);

} // namespace OwnFiles

} // namespace core
