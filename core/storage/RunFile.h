#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/dataset/SkippedPicture.h"
#include "core/dataset/Split.h"

#include <QJsonObject>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTemporaryDir;

namespace core {

/// run.sqlite of a version folder: what a training was given, frozen, the curve of its batches, and what the kept
/// weights say about the validation part. Not the project's database: it goes with its version, and a training writes it on its
/// own thread. Belongs to the thread that made it. Everything throws Error with a sentence that names the file: what is read may
/// come from anywhere, so each table is checked before its first row is used.
class RunFile {
public:
    enum class Mode { Create, Write, Read };

    /// Read: also a file whose writer was cut off in the middle of a write; what was unfinished is undone first, in a copy where
    /// the folder may not be written.
    RunFile(const QString& versionFolder, Mode mode);
    ~RunFile();
    RunFile(const RunFile&) = delete;
    RunFile& operator=(const RunFile&) = delete;

    static bool exists(const QString& versionFolder);

    /// Once, before the first step.
    void freeze(const std::vector<Example>& train, const std::vector<Example>& validation, const std::vector<Example>& test);
    std::vector<Example> examples(Split split) const; // in the order they were frozen in, without the skipped ones

    /// Frozen pictures that the training could not read, and so passed over; replaces older ones.
    void storeSkipped(const std::vector<SkippedPicture>& skipped);
    std::vector<SkippedPicture> skipped() const;

    void appendBatches(const std::vector<BatchMetrics>& batches);
    std::vector<BatchMetrics> batches() const;

    /// Of the kept weights, in the order of examples(Split::Validation), with the report made of them; replaces older ones.
    void storeResult(const std::vector<Prediction>& predictions, const QJsonObject& report);
    std::vector<Prediction> predictions() const; // one for each validation example; empty before storeResult()
    std::optional<QJsonObject> report() const;

private:
    void open(Mode mode);
    void openConnection(const QString& path, const QString& options);
    void openForReading();
    void createTables() const;
    void close();
    void execute(const QString& sql) const;
    void write(const std::function<void()>& act) const; // in one transaction
    void store(Split split, const std::vector<Example>& examples) const;
    bool hasTable(const QString& name) const;
    QString whereUsed() const;
    std::vector<qint64> usedItems(Split split) const; // ids of rows
    void requireSound(const char* table) const;
    [[noreturn]] void refuse() const;
    QString path() const;
    QString projectFolder() const;
    bool knowsRegions() const { return m_format >= 2; }

    QString m_folder;
    QString m_name;
    QSqlDatabase m_connection;
    int m_format = 0;
    std::unique_ptr<QTemporaryDir> m_copy; // where the file is read from a copy
};

} // namespace core
