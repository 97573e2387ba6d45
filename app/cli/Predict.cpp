#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/PredictionOutput.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Terminal.h"

#include "core/inference/Predictor.h"
#include "core/project/PredictionRun.h"
#include "core/project/Project.h"

#include <CLI/CLI.hpp>

#include <QDir>

#include <algorithm>

namespace cli {

namespace {

using Kind = core::PredictionPictures::Kind;

struct Options {
    std::string project;
    std::string version;
    std::string source = "pictures";
    std::vector<std::string> sources;
    std::string view, state, split;
    double framesPerSecond = 1;
    int camera = 0;
    std::string out, into;
    std::string format = "oriel";
    bool draw = false, blur = false, crops = false, noLabels = false, noScores = false;
    double minScore = 0.01;
    double thresholdOffset = 0;
    double overlap = -1;
    int mostBoxes = 0;
    std::string device = "auto";
    int threads = 0;
};

/// The words of `info`.
std::optional<core::ItemState> stateFrom(const std::string& word)
{
    const std::pair<const char*, core::ItemState> words[] = {{"unseen", core::ItemState::Unseen}, {"partly", core::ItemState::Partly},
                                                             {"annotated", core::ItemState::Annotated}, {"without", core::ItemState::WithoutConcept}};
    for (const auto& [key, state] : words) {
        if (word == key)
            return state;
    }
    return {};
}

core::CameraEntry cameraNumbered(int number)
{
    const auto known = core::cameras();
    const auto found = std::ranges::find(known, number, &core::CameraEntry::number);
    if (found != known.end())
        return *found;
    QStringList names;
    for (const auto& camera : known)
        names << QStringLiteral("%1 (%2)").arg(camera.number).arg(camera.name);
    throw core::Error(Terminal::tr("There is no camera %1. Cameras here: %2. Nothing was predicted.").arg(number).arg(names.isEmpty() ? Terminal::tr("none") : names.join(QStringLiteral(", "))));
}

core::PredictionPictures picturesOf(const Options& options, const core::Project& project, const core::VersionRecord& version)
{
    core::PredictionPictures pictures{.framesPerSecond = options.framesPerSecond, .camera = {}, .pixels = {}, .name = {}};
    for (const auto& source : options.sources)
        pictures.paths << QString::fromStdString(source);
    const bool takesPaths = options.source == "pictures" || options.source == "video";
    if (takesPaths && pictures.paths.isEmpty())
        throw UsageError(Terminal::tr("Name the pictures, folders or films to predict."));
    if (!takesPaths && !pictures.paths.isEmpty())
        throw UsageError(Terminal::tr("With --source %1 no picture is named.").arg(QString::fromStdString(options.source)));
    if (options.source != "project" && !(options.view + options.state + options.split).empty())
        throw UsageError(Terminal::tr("--view, --state and --split choose among the pictures of the project: add --source project."));
    if (options.source == "video")
        pictures.kind = Kind::Film;
    if (options.source == "camera") {
        pictures.kind = Kind::Camera;
        pictures.camera = cameraNumbered(options.camera);
    }
    if (options.source == "project") {
        pictures.kind = Kind::Project;
        pictures.view = options.view.empty() ? version.view : viewNamed(project, options.view).id;
        if (!options.split.empty())
            pictures.filter.split = core::splitFromKey(QString::fromStdString(options.split));
        pictures.filter.state = stateFrom(options.state);
    }
    return pictures;
}

core::PredictionRequest requestOf(const Options& options, const core::Project& project, const core::VersionRecord& version)
{
    const bool draws = options.draw || options.blur || options.crops;
    if (options.into.empty() && draws)
        throw UsageError(Terminal::tr("--draw, --blur and --crops make many files: name a folder for them with --into."));
    if (!options.into.empty() && !options.out.empty())
        throw UsageError(Terminal::tr("--out names one file, --into a folder with all results: choose one of them."));
    if (options.format == "none" && (options.into.empty() || !draws))
        throw UsageError(Terminal::tr("Without a format there must be pictures to make: --into with --draw, --blur or --crops."));
    core::PredictionRequest request{.pictures = picturesOf(options, project, version), .thresholdOffset = options.thresholdOffset, .overlap = options.overlap, .mostBoxes = options.mostBoxes,
                                    .minScore = options.minScore, .device = QString::fromStdString(options.device), .threads = options.threads, .outputs = {}};
    if (!options.into.empty())
        request.outputs = {.folder = QString::fromStdString(options.into), .table = options.format == "none" ? QString() : QString::fromStdString(options.format), .drawn = options.draw,
                           .blurred = options.blur, .crops = options.crops, .labels = !options.noLabels, .scores = !options.noScores};
    return request;
}

/// The answers as one text, on stdout or in one file.
class Lines {
public:
    Lines(const Options& options, const core::Predictor& predictor, const core::PredictionContext& context) : m_output(QString::fromStdString(options.out))
    {
        QStringList ids;
        for (const auto& answered : predictor.concepts())
            ids.append(context.ids.concepts.value(answered.uuid));
        m_format = core::predictionWriter(QString::fromStdString(options.format),
                                          {.type = predictor.type(), .view = context.view, .version = context.version, .versionUuid = context.versionUuid.toString(QUuid::WithoutBraces),
                                           .concepts = core::conceptsFor(predictor.concepts(), options.thresholdOffset), .conceptIds = ids});
        m_output.write(m_format->begin());
    }

    void write(const std::vector<core::AnsweredPicture>& answers)
    {
        for (const auto& answer : answers) {
            const auto& image = answer.asked.region.image;
            if (answer.failure.isEmpty())
                m_output.write(m_format->picture({.path = answer.asked.name, .size = answer.asked.region.isWhole() ? answer.part.size() : image.size, .prediction = answer.prediction,
                                                  .sourceId = image.sourceId, .sha256 = image.sha256, .frame = answer.asked.frame, .seconds = answer.asked.seconds}));
        }
    }

    void finish()
    {
        m_output.write(m_format->end());
        m_output.finish();
    }

    QString partName() const { return m_output.partName(); }

private:
    PredictionOutput m_output;
    std::unique_ptr<core::PredictionWriter> m_format;
};

void tell(const core::PredictionReport& report, const Options& options)
{
    for (const auto& unread : report.unread)
        Terminal::complain(unread.why);
    if (const auto more = report.failed - qint64(report.unread.size()); more > 0)
        Terminal::complain(Terminal::tr("More pictures that could not be read: %1.").arg(more));
    if (report.outdated > 0)
        Terminal::complain(Terminal::tr("Pictures that changed since they were answered: %1. Their results are those of before; name another folder to answer them again.").arg(report.outdated));
    if (options.into.empty())
        return;
    QString said = Terminal::tr("Pictures answered: %1.").arg(report.answered);
    if (report.skipped > 0)
        said += QLatin1Char(' ') + Terminal::tr("Answered before: %1.").arg(report.skipped);
    Terminal(false).print(said + QLatin1Char(' ') + Terminal::tr("The results are in \"%1\".").arg(QDir::toNativeSeparators(QString::fromStdString(options.into))));
}

int exitCodeOf(const core::PredictionReport& report)
{
    if (!report.stopped.isEmpty())
        return Failed;
    if (report.failed == 0)
        return Done;
    return report.answered + report.skipped == 0 ? Failed : PartlyDone;
}

int predict(const Options& options)
{
    const auto project = openForReading(options.project);
    const auto version = versionNamed(*project, options.version);
    const auto request = requestOf(options, *project, version);
    auto context = core::predictionContext(*project, version.id);
    if (options.format == "coco")
        context.ids = core::sourceIds(project->folder());
    core::Predictor predictor(context.versionFolder, request.device, request.threads);
    ProgressLine line(!options.out.empty() || !options.into.empty()); // it would mix with predictions on the same terminal
    std::optional<Lines> lines;
    const core::PredictionListener listener{
        .begins =
            [&] {
                if (options.into.empty())
                    lines.emplace(options, predictor, context);
            },
        .answered =
            [&](const std::vector<core::AnsweredPicture>& answers) {
                if (lines)
                    lines->write(answers);
            },
        .progressed =
            [&](const core::Progress& progress) {
                if (progress.total > 0)
                    line.show(double(progress.done) / double(progress.total), Terminal::tr("picture %1 of %2").arg(progress.done).arg(progress.total));
                else
                    line.show(-1, Terminal::tr("picture %1").arg(progress.done));
            },
        .isCanceled = [] { return Interrupt::isRequested(); },
        .waitWhilePaused = {}};
    const auto report = core::runPrediction(predictor, context, request, listener);
    line.clear();
    if (report.isCanceled && request.pictures.kind != Kind::Camera) {
        const QString where = lines ? lines->partName() : QDir::toNativeSeparators(QString::fromStdString(options.into));
        Terminal::complain(where.isEmpty() ? Terminal::tr("The prediction was interrupted.") : Terminal::tr("The prediction was interrupted. What was predicted is in \"%1\".").arg(where));
        return Interrupted;
    }
    if (lines && report.stopped.isEmpty())
        lines->finish();
    tell(report, options);
    if (!report.stopped.isEmpty() && Terminal::failure().isEmpty()) // else that is the reason, and main says it
        Terminal::complain(report.stopped);
    return exitCodeOf(report);
}

void addOutputs(CLI::App* command, Options& options)
{
    command->add_option("--out", options.out, Terminal::tr("a file; otherwise stdout").toStdString());
    command->add_option("--into", options.into, Terminal::tr("a folder for all results; a run that was cut short goes on where it was").toStdString());
    command->add_option("--format", options.format, Terminal::tr("one JSON object a line, COCO results, or rows; none with --into").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"oriel", "coco", "csv", "none"}));
    command->add_flag("--draw", options.draw, Terminal::tr("pictures with the boxes drawn, below drawn/").toStdString());
    command->add_flag("--blur", options.blur, Terminal::tr("pictures with the boxes blurred, below blurred/").toStdString());
    command->add_flag("--crops", options.crops, Terminal::tr("what is in each box, below crops/").toStdString());
    command->add_flag("--no-labels", options.noLabels, Terminal::tr("boxes are drawn without names").toStdString());
    command->add_flag("--no-scores", options.noScores, Terminal::tr("names are drawn without scores").toStdString());
}

void addSources(CLI::App* command, Options& options)
{
    command->add_option("PICTURE", options.sources, Terminal::tr("pictures, folders of pictures, or films").toStdString());
    command->add_option("--source", options.source, Terminal::tr("where the pictures come from").toStdString())->capture_default_str()->check(CLI::IsMember({"pictures", "video", "camera", "project"}));
    command->add_option("--fps", options.framesPerSecond, Terminal::tr("pictures of a second of a film; 0: every one").toStdString())->capture_default_str()
        ->check(CLI::IsMember({"0"}) | CLI::Range(0.1, 60.0));
    command->add_option("--camera", options.camera, Terminal::tr("the camera's number").toStdString())->capture_default_str();
    command->add_option("--view", options.view, Terminal::tr("project: the view whose pictures are asked about; otherwise the version's").toStdString());
    command->add_option("--state", options.state, Terminal::tr("project: unseen, partly, annotated or without").toStdString())->check(CLI::IsMember({"unseen", "partly", "annotated", "without"}));
    command->add_option("--split", options.split, Terminal::tr("project: train, val, test or none").toStdString())->check(CLI::IsMember({"train", "val", "test", "none"}));
}

} // namespace

void addPredict(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("predict", Terminal::tr("Ask a version about pictures").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    addSources(command, *options);
    command->add_option("--version", options->version, Terminal::tr("the version's name").toStdString())->required();
    addOutputs(command, *options);
    command->add_option("--min-score", options->minScore, Terminal::tr("boxes below are left out").toStdString())->capture_default_str()->check(CLI::Range(0.0, 1.0));
    command->add_option("--threshold-offset", options->thresholdOffset, Terminal::tr("added to the threshold of each concept").toStdString())->capture_default_str()->check(CLI::Range(-0.5, 0.5));
    command->add_option("--overlap", options->overlap, Terminal::tr("boxes of one concept above it are one; otherwise the version's").toStdString())->check(CLI::Range(0.1, 0.9));
    command->add_option("--most-boxes", options->mostBoxes, Terminal::tr("of a picture; otherwise the version's").toStdString())->check(CLI::Range(1, 3000));
    command->add_option("--device", options->device, Terminal::tr("auto, cpu, cuda or mps").toStdString())->capture_default_str();
    command->add_option("--threads", options->threads, Terminal::tr("processor threads; 0: all").toStdString())->capture_default_str()->check(CLI::Range(0, 1024));
    command->callback([&act, options] { act = [options] { return predict(*options); }; });
}

} // namespace cli
