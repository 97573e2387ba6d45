#include "core/storage/Migrations.h"

#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

// The steps lie in this static library; without this, a linker that sees no use of them leaves them out.
static void loadSteps()
{
    Q_INIT_RESOURCE(migrations);
}

namespace core {

namespace {

QStringList statementsOf(const QString& step)
{
    QFile file(step);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("Migration step %1 is missing from the program.").arg(step));
    QStringList statements(QString{});
    for (const auto& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line == QLatin1String("--;")) // triggers hold semicolons
            statements << QString();
        else
            statements.last() += line + QLatin1Char('\n');
    }
    return statements;
}

void apply(const Database& database, const QString& step, int version)
{
    Transaction transaction(database);
    for (const auto& statement : statementsOf(step))
        Query(database, statement).run();
    Query(database, QStringLiteral("PRAGMA user_version = %1").arg(version)).run();
    transaction.commit();
}

void copyFirst(const Database& database, int version)
{
    if (database.folder().isEmpty()) // in memory
        return;
    const auto folder = database.folder() + QStringLiteral("/backups");
    const auto copy = QStringLiteral("%1/project-%2-s%3-premigration.sqlite")
                          .arg(folder, QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddTHHmmssZ")))
                          .arg(version);
    const auto part = copy + QStringLiteral(".part");
    bool isSound = false;
    try { // for whatever reason there is no copy: then there is no migration
        if (QDir().mkpath(folder) && !QFileInfo(folder).isSymLink()) {
            Query(database, QStringLiteral("VACUUM INTO ?")).bind(part).run();
            isSound = Database(part, Database::Mode::Examine).problems().isEmpty();
        }
    } catch (const Error&) {
    }
    if (!isSound || !QFile::rename(part, copy)) {
        QFile::remove(part);
        throw Error(QCoreApplication::translate("Database",
            "The project has to be brought up to date, but no copy of it could be made before, so nothing was changed. Free some space in %1 and open it again.")
                        .arg(database.folder()));
    }
}

} // namespace

const QStringList& Migrations::steps()
{
    // Append only: a step that has shipped is never edited.
    static const QStringList steps{
        QStringLiteral(":/migrations/0001_project.sql"),
        QStringLiteral(":/migrations/0002_undo_state.sql"),
        QStringLiteral(":/migrations/0003_picture_check.sql"),
        QStringLiteral(":/migrations/0004_concept_source.sql"),
    };
    return steps;
}

int Migrations::newest()
{
    return int(steps().size());
}

int Migrations::versionOf(const Database& database)
{
    Query query(database, QStringLiteral("PRAGMA user_version"));
    return query.first() ? query.integer(0) : 0;
}

void Migrations::migrate(const Database& database, const QStringList& steps)
{
    loadSteps();
    const int found = versionOf(database);
    if (found > 0 && found < int(steps.size()))
        copyFirst(database, found);
    for (int version = found + 1; version <= int(steps.size()); ++version)
        apply(database, steps[version - 1], version);
}

} // namespace core
