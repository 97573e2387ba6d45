#include "core/storage/RunStatement.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QSqlError>

namespace core {

namespace {

Q_LOGGING_CATEGORY(log, "oriel.storage")

QString text(const char* sentence)
{
    return QCoreApplication::translate("RunFile", sentence);
}

/// SQLite's result code without the byte that tells more.
enum ResultCode { Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Full = 13, CannotOpen = 14 };

} // namespace

QString damagedRunFile(const QString& path)
{
    return text(QT_TRANSLATE_NOOP("RunFile", "The file %1 of this version is damaged. What it held cannot be shown: curves of the batches, single pictures and their "
                                             "answers. The rest of the version and the project are unharmed."))
        .arg(QDir::toNativeSeparators(path));
}

QString runFileFailure(const QString& path, const QSqlError& error)
{
    qCWarning(log) << path << error.nativeErrorCode() << error.databaseText();
    const auto file = QDir::toNativeSeparators(path);
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool isOfDisk = code == Permission || code == ReadOnly || code == InputOutput || code == Full || code == CannotOpen;
    if (code == Full || (isOfDisk && isDiskFull(path)))
        return text(QT_TRANSLATE_NOOP("RunFile", "The file %1 of this version could not be written: %2. What was written before is whole. Free some space, then train again."))
            .arg(file, whyNotWritten(path, text(QT_TRANSLATE_NOOP("RunFile", "the disk is full"))));
    if (code == Busy || code == Locked)
        return text(QT_TRANSLATE_NOOP("RunFile", "The file %1 of this version is being written by another program. Try again in a moment.")).arg(file);
    if (isOfDisk)
        return text(QT_TRANSLATE_NOOP("RunFile", "The file %1 of this version can be neither read nor written now. The project itself is unharmed. Look whether the folder is "
                                                 "still there and may be used."))
            .arg(file);
    return damagedRunFile(path);
}

RunStatement::RunStatement(const QSqlDatabase& connection, const QString& sql)
    : m_path(connection.databaseName())
    , m_query(connection)
{
    m_query.setForwardOnly(true);
    check(m_query.prepare(sql));
}

void RunStatement::run(const QVariantList& values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        m_query.bindValue(int(i), values[i]);
    check(m_query.exec());
}

bool RunStatement::next()
{
    if (m_query.next())
        return true;
    check(!m_query.lastError().isValid()); // the end of the rows, or a page that cannot be read
    return false;
}

void RunStatement::check(bool succeeded) const
{
    if (!succeeded)
        throw Error(runFileFailure(m_path, m_query.lastError()));
}

} // namespace core
