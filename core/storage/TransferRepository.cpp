#include "core/storage/TransferRepository.h"

#include "core/storage/Query.h"

#include <QJsonDocument>

namespace core {

namespace {

QString toJson(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

TransferId TransferRepository::begin(const QString& format, const QString& place, const QJsonObject& options) const
{
    Query query(m_database, QStringLiteral("INSERT INTO transfer(direction, format, place, options, counts, status, started_at) VALUES (0, ?, ?, ?, '{}', 0, ?)"));
    query.bind(format).bind(place).bind(toJson(options)).bind(QDateTime::currentMSecsSinceEpoch()).run();
    return TransferId{query.insertedId()};
}

void TransferRepository::addIssue(TransferId transfer, const TransferIssue& issue) const
{
    Query query(m_database, QStringLiteral("INSERT INTO transfer_issue(transfer_id, level, code, file, line, detail) VALUES (?, ?, ?, ?, ?, ?)"));
    query.bind(transfer).bind(issue.level).bind(issue.code).bind(issue.file);
    query.bind(issue.line > 0 ? QVariant(issue.line) : QVariant()).bind(issue.detail).run();
}

void TransferRepository::end(TransferId transfer, const QJsonObject& counts) const
{
    Query query(m_database, QStringLiteral("UPDATE transfer SET counts = ?, status = 1, finished_at = ? WHERE id = ?"));
    query.bind(toJson(counts)).bind(QDateTime::currentMSecsSinceEpoch()).bind(transfer).run();
}

std::vector<TransferRecord> TransferRepository::all() const
{
    std::vector<TransferRecord> transfers;
    Query query(m_database, QStringLiteral("SELECT id, format, place, options, counts, status, started_at FROM transfer ORDER BY id DESC"));
    const auto object = [&](int column) { return QJsonDocument::fromJson(query.text(column).toUtf8()).object(); };
    for (query.run(); query.next();)
        transfers.push_back({query.id<TransferId>(0), query.text(1), query.text(2), object(3), object(4), query.integer(5) == 1,
            QDateTime::fromMSecsSinceEpoch(query.number(6), Qt::UTC)});
    return transfers;
}

std::vector<TransferIssue> TransferRepository::issues(TransferId transfer) const
{
    std::vector<TransferIssue> issues;
    Query query(m_database, QStringLiteral("SELECT level, code, file, line, detail FROM transfer_issue WHERE transfer_id = ? ORDER BY id"));
    for (query.bind(transfer).run(); query.next();)
        issues.push_back({query.integer(0), query.text(1), query.text(2), query.integer(3), query.text(4)});
    return issues;
}

} // namespace core
