#pragma once

namespace core {

class Database;

/// One write transaction. Rolls back unless it was committed.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit(); // returns when the disk has it

private:
    const Database& m_database;
    bool m_open = true;
};

/// Several reads that see one state of the project, whatever is committed meanwhile. Inside another transaction it adds nothing.
class ReadTransaction {
public:
    explicit ReadTransaction(const Database& database);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    const Database& m_database;
    bool m_isOuter;
};

} // namespace core
