#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <cstdio>
#include <optional>

namespace cli {

class Table;

/// Where the words go: one JSON object a line on stdout (and nothing else there), or text for people; sentences about what went
/// wrong always on stderr. Names come from files and folders of anybody, so everything is escaped on its way (Escaped.h).
class Terminal {
    Q_DECLARE_TR_FUNCTIONS(Terminal)
public:
    explicit Terminal(bool json) : m_json(json) {}

    bool isJson() const { return m_json; }
    /// A line for people; nothing with --json.
    void print(const QString& line = {}) const;
    void print(const Table& table) const;
    /// A line for programs; nothing without --json.
    void object(const QJsonObject& object) const;
    /// A sentence on stderr, with and without --json.
    static void complain(const QString& sentence);
    /// Bytes on stdout as they are. A write that fails is remembered, and no other is tried.
    static void write(const QByteArray& bytes);
    /// Why stdout could not be written, a sentence; empty: all that was said has arrived.
    static QString failure();

    /// Sends what libraries write to stderr to the log file; from now on only complain() and the progress line reach the person.
    static void divertLibraries();
    /// The person's stderr.
    static std::FILE* errors();

private:
    bool m_json;
};

/// A share or rate as JSON has it: null when there is none.
QJsonValue jsonOf(const std::optional<double>& number);
/// A share 0..1 as people read it, "84.1 %", or "–".
QString percent(const std::optional<double>& share);
/// "3 s", "2 min 05 s", "1 h 12 min".
QString duration(double seconds);

} // namespace cli
