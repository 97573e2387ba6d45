#pragma once

#include "core/base/Job.h"
#include "core/dataset/Annotation.h"
#include "core/dataset/Model.h"
#include "core/inference/PredictionStream.h"
#include "core/pictures/VideoFile.h"
#include "core/project/PredictionFolder.h"
#include "core/project/SourceIds.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace core {

class Predictor;
class Project;

/// Where the pictures of a prediction come from.
struct PredictionPictures {
    enum class Kind {
        Files,   // pictures, and folders with all that is below them, in the order of their names
        Project, // those of a view that pass a filter
        Film,    // one or more film files
        Camera,  // without end
        Pixels,  // one picture that is there already, such as one of the clipboard
    };

    Kind kind = Kind::Files;
    QStringList paths;          // Files, Film
    ViewId view;                // Project
    ItemFilter filter;          // Project
    double framesPerSecond = 1; // Film: 0.1..60; 0: every picture
    CameraEntry camera;         // Camera
    QImage pixels;              // Pixels: Format_RGB888
    QString name;               // Pixels
};

/// What is asked of a prediction.
struct PredictionRequest {
    PredictionPictures pictures;
    double thresholdOffset = 0; // -0.5..0.5, added to the threshold of each concept, which stays within 0..1
    double overlap = -1;        // of boxes of one concept, 0.1..0.9; below 0: as the version's card says
    int mostBoxes = 0;          // of a picture, 1..3000; 0: as the card says
    double minScore = 0.01;     // boxes below are no answer
    QString device = QStringLiteral("auto");
    int threads = 0;
    PredictionOutputs outputs;
};

/// All of a project and a version that a prediction must know, so that it runs on any thread.
struct PredictionContext {
    QString database;        // of the project
    QString versionFolder;
    QUuid versionUuid;
    QString version, view;   // names
    std::vector<int> colours; // palette index of each concept; empty: by position
    SourceIds ids;            // for COCO
};

/// Throws Error when the version is gone.
PredictionContext predictionContext(const Project& project, VersionId version);
/// The concepts of the version, with the thresholds that a request makes of theirs.
std::vector<FrozenConcept> conceptsFor(const std::vector<FrozenConcept>& frozen, double thresholdOffset);

/// What became of a prediction.
struct PredictionReport {
    struct Unread {
        QString name;
        QString why; // a sentence
    };

    qint64 answered = 0;
    qint64 skipped = 0;  // that the folder of results held already
    qint64 outdated = 0; // of those, whose file changed since
    qint64 failed = 0;
    std::vector<Unread> unread; // the first thousand of the failed
    bool isCanceled = false;
    QString stopped; // why it ended before its time, a sentence: a full disk, a camera that was lost; what was done before is complete
    double seconds = 0;
};

/// What is told meanwhile; each may be left out. On the thread that runs.
struct PredictionListener {
    std::function<void()> begins; // all that can be refused has been looked at
    std::function<void(const std::vector<AnsweredPicture>&)> answered; // in order, some at a time
    std::function<void(const Progress&)> progressed;
    std::function<bool()> isCanceled;
    std::function<void()> waitWhilePaused; // before the next picture is taken from its source
};

/// Answers all pictures of the request and writes what it asks for. Nothing is kept in memory but the report, so a source may be of any length.
/// Pictures that cannot be read are listed, and the rest goes on. Throws Error when nothing could be begun: no picture, a folder that
/// may not be written. A plain function: any thread.
PredictionReport runPrediction(Predictor& predictor, const PredictionContext& context, const PredictionRequest& request, const PredictionListener& listener = {});

} // namespace core
