#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace cli {

/// Where the words go: one JSON object a line on stdout (and nothing else there), or text for people; sentences about what went
/// wrong always on stderr.
class Terminal {
    Q_DECLARE_TR_FUNCTIONS(Terminal)
public:
    explicit Terminal(bool json) : m_json(json) {}

    bool isJson() const { return m_json; }
    /// A line for people; nothing with --json.
    void print(const QString& line = {}) const;
    /// A line for programs; nothing without --json.
    void object(const QJsonObject& object) const;
    /// A sentence on stderr, with and without --json.
    static void complain(const QString& sentence);
    /// Bytes on stdout as they are.
    static void write(const QByteArray& bytes);

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
