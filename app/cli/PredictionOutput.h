#pragma once

#include <QFile>

#include <memory>

namespace cli {

/// The place predictions go: stdout, or a file that is written beside as *.part and takes its name when it is complete and on the
/// disk. Every write is checked; the functions throw core::Error with a sentence that says what is there.
class PredictionOutput {
public:
    explicit PredictionOutput(const QString& path); // empty: stdout
    void write(const QByteArray& bytes);
    void finish(); // without it the part stays
    QString partName() const { return m_file ? m_file->fileName() : QString(); }

private:
    [[noreturn]] void refuse() const;
    void close();

    QString m_path;
    std::unique_ptr<QFile> m_file;
    bool m_isPart = true; // false: a pipe or a device, which is written to as it is
};

} // namespace cli
