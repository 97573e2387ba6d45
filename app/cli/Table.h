#pragma once

#include <QStringList>

#include <vector>

namespace cli {

/// Text in columns for people: the first column to the left, the others to the right unless told.
class Table {
public:
    explicit Table(QStringList head, int leftColumns = 1) : m_head(std::move(head)), m_leftColumns(leftColumns) {}

    void add(const QStringList& row); // what a cell holds is escaped: a name is one cell of one line, whatever it is made of
    bool isEmpty() const { return m_rows.empty(); }
    QString text() const; // lines, without the last line break

private:
    QStringList m_head;
    int m_leftColumns;
    std::vector<QStringList> m_rows;
};

} // namespace cli
