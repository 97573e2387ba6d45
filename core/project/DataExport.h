#pragma once

#include "core/base/Job.h"
#include "core/formats/ReadBack.h"
#include "core/project/ExportPlan.h"

class QJsonObject;

namespace core {

class Project;

/// What became of an export.
struct ExportResult {
    QString format;
    QString path;                        // of the folder; named "….unproved" when what is read back differs
    ViewType type = ViewType::Detection;
    std::vector<ExportedConcept> concepts;
    ReadBack check;
    QString readFailure;                 // why it could not be read back at all; translated
    std::vector<LeftOutPicture> leftOut; // pictures that could not go out
    qint64 unseenLeftOut = 0;
    qint64 turned = 0, converted = 0, renamed = 0;
    QStringList otherNames;              // see ExportPlan
    bool isCanceled = false;             // nothing was left behind

    bool isProved() const { return readFailure.isEmpty() && check.isEqual(); }
};

/// "12,480 images out, 12,480 read back; 31,200 boxes, largest coordinate difference 0.4 px (rounding of the format)." Translated.
QString sentenceOf(const ExportResult& result);
/// What else a person must know of it, one translated sentence each: pictures left out, turned, called otherwise.
QStringList notesOf(const ExportResult& result);
QJsonObject toJson(const ExportResult& result);

/// Reads a view as it stands, in one transaction on a connection of its own; any thread. `database`: path. Throws Error.
ExportSource readExportSource(const QString& database, const QString& project, ViewId view);

/// Throws Error, a sentence, where an export cannot be made: something is there already, or it lies inside the project's `folder`.
void requireFreeTarget(const QString& target, const QString& folder);
/// Something is there already that an export would have to overwrite. An empty folder is nothing.
bool isTaken(const QString& target);
/// The same path with a number behind it, where nothing is.
QString freeTarget(const QString& target);

/// Writes pictures and annotations into a new folder beside the target ("….part"), reads it back with the readers of imports, compares,
/// and gives it its name. The project is not changed, and nothing that is there is overwritten. Pictures that cannot be read are left
/// out and named. Cancelled or failed, it takes away what it wrote. Throws Error: no room, no place, a disk that refuses.
/// A plain function: any thread. `listener` may be called from several.
ExportResult exportData(const ExportSource& source, const ExportRequest& request, const SourceListener& listener = {});

/// The same on a thread of its own: counts what would go out, or writes it, as the project stands at that moment.
class DataExportJob final : public Job {
    Q_OBJECT
public:
    explicit DataExportJob(const Project& project, QObject* parent = nullptr);
    ~DataExportJob() override;

    void count(ViewId view, const ExportRequest& request);
    void write(ViewId view, const ExportRequest& request);

Q_SIGNALS:
    void counted(const core::ExportPlan& plan);    // its lists of pictures are empty
    void exported(const core::ExportResult& result); // not when it was cancelled

private:
    void run(ViewId view, const std::function<void(const ExportSource&)>& act);

    const Project& m_project;
};

} // namespace core
