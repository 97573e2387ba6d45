#pragma once

#include "core/base/Id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace core {

class Database;

/// One import or export as the log keeps it, for ever.
struct TransferRecord {
    TransferId id;
    QString format;
    QString place;
    QJsonObject options;
    QJsonObject counts;
    bool finished = false;
    QDateTime started;
};

struct TransferIssue {
    int level = 0; // 0 notice, 1 repaired, 2 rejected
    QString code;
    QString file;
    int line = 0; // 0: none
    QString detail;
};

/// Imports and exports with what they had to say. Not part of the undo history.
class TransferRepository {
public:
    explicit TransferRepository(const Database& database) : m_database(database) {}

    TransferId begin(const QString& format, const QString& place, const QJsonObject& options) const;
    void addIssue(TransferId transfer, const TransferIssue& issue) const;
    void end(TransferId transfer, const QJsonObject& counts) const;

    std::vector<TransferRecord> all() const; // newest first
    std::vector<TransferIssue> issues(TransferId transfer) const;

private:
    const Database& m_database;
};

} // namespace core
