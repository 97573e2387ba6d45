#include "core/storage/Migrations.h"

#include "core/storage/Query.h"
#include "core/storage/Transaction.h"

#include <QFile>
#include <QStringList>

#include <array>

// The steps lie in this static library; without this, a linker that sees no use of them leaves them out.
static void loadSteps()
{
    Q_INIT_RESOURCE(migrations);
}

namespace core {

namespace {

// Append only: a step that has shipped is never edited.
constexpr std::array steps{
    ":/migrations/0001_project.sql",
};

QStringList statementsOf(const char* step)
{
    QFile file(QString::fromLatin1(step));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("Migration step %1 is missing from the program.").arg(QString::fromLatin1(step)));
    QStringList statements(QString{});
    for (const auto& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line == QLatin1String("--;")) // triggers hold semicolons
            statements << QString();
        else
            statements.last() += line + QLatin1Char('\n');
    }
    return statements;
}

void apply(const Database& database, int version)
{
    Transaction transaction(database);
    for (const auto& statement : statementsOf(steps[size_t(version - 1)]))
        Query(database, statement).run();
    Query(database, QStringLiteral("PRAGMA user_version = %1").arg(version)).run();
    transaction.commit();
}

} // namespace

int Migrations::newest()
{
    return int(steps.size());
}

int Migrations::versionOf(const Database& database)
{
    Query query(database, QStringLiteral("PRAGMA user_version"));
    return query.first() ? query.integer(0) : 0;
}

void Migrations::migrate(const Database& database)
{
    loadSteps();
    for (int version = versionOf(database) + 1; version <= newest(); ++version)
        apply(database, version);
}

} // namespace core
