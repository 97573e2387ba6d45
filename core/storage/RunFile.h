#pragma once

#include "core/dataset/Example.h"
#include "core/dataset/Model.h"
#include "core/dataset/Split.h"

#include <QJsonObject>
#include <QSqlDatabase>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// run.sqlite of a version folder: what a training was given, frozen (data.md 1.5), the curve of its batches, and what the kept
/// weights say about the validation part. Not the project's database: it goes with its version, and a training writes it on its
/// own thread. Belongs to the thread that made it; throws DatabaseError with a sentence.
class RunFile {
public:
    enum class Mode { Create, Write, Read };

    RunFile(const QString& versionFolder, Mode mode);
    ~RunFile();
    RunFile(const RunFile&) = delete;
    RunFile& operator=(const RunFile&) = delete;

    static bool exists(const QString& versionFolder);

    /// Once, before the first step.
    void freeze(const std::vector<Example>& train, const std::vector<Example>& validation, const std::vector<Example>& test);
    std::vector<Example> examples(Split split) const; // in the order they were frozen in

    void appendBatches(const std::vector<BatchMetrics>& batches);
    std::vector<BatchMetrics> batches() const;

    /// Of the kept weights, in the order of examples(Split::Validation), with the report made of them; replaces older ones.
    void storeResult(const std::vector<Prediction>& predictions, const QJsonObject& report);
    std::vector<Prediction> predictions() const; // one for each validation example; empty before storeResult()
    std::optional<QJsonObject> report() const;

private:
    class Statement;

    void open(Mode mode);
    void close();
    void execute(const QString& sql) const;
    void write(const std::function<void()>& act) const; // in one transaction
    void store(Split split, const std::vector<Example>& examples) const;
    QString projectFolder() const;

    QString m_folder;
    QString m_name;
    QSqlDatabase m_connection;
};

} // namespace core
