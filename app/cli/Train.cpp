#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/Terminal.h"

#include "core/dataset/DecidingNumber.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "core/training/SpecFields.h"

#include <CLI/CLI.hpp>

#include <QLocale>

#include <map>

namespace cli {

namespace {

struct Options {
    std::string project;
    std::string view;
    std::string name;
    std::map<const core::SpecField*, std::string> fields; // what the command line says of the spec
    bool json = false;
};

/// A word of the command line as the value of a field; one that is no number stays text, which the field refuses.
QJsonValue toValue(const core::SpecField& field, const QString& word)
{
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    const bool wantsNumber = field.kind == core::SpecField::Kind::Whole || field.kind == core::SpecField::Kind::Real;
    return wantsNumber && isNumber ? QJsonValue(number) : QJsonValue(word);
}

/// The defaults of the dialog for this view, with what the command line says instead.
core::TrainingSpec toSpec(const Options& options, core::ViewType type, int trainingItems)
{
    auto spec = core::defaultSpec(type, trainingItems);
    const auto& architecture = core::specField("architecture");
    if (const auto& key = options.fields.at(&architecture); !key.empty())
        spec = core::defaultSpec(type, trainingItems, QString::fromStdString(key));
    for (const auto& [field, text] : options.fields) {
        if (!text.empty())
            field->write(spec, toValue(*field, QString::fromStdString(text)));
    }
    return spec;
}

QJsonObject toEvent(const core::BatchMetrics& batch)
{
    return {{QStringLiteral("event"), QStringLiteral("batch")},
            {QStringLiteral("epoch"), batch.epoch},
            {QStringLiteral("iteration"), batch.iteration},
            {QStringLiteral("loss"), jsonOf(batch.loss)},
            {QStringLiteral("learningRate"), jsonOf(batch.learningRate)}};
}

QJsonObject toEvent(const core::EpochMetrics& epoch)
{
    return {{QStringLiteral("event"), QStringLiteral("epoch")},
            {QStringLiteral("epoch"), epoch.epoch},
            {QStringLiteral("trainLoss"), jsonOf(epoch.trainLoss)},
            {QStringLiteral("valLoss"), jsonOf(epoch.valLoss)},
            {QStringLiteral("accuracy"), jsonOf(epoch.accuracy)},
            {QStringLiteral("map"), jsonOf(epoch.map)},
            {QStringLiteral("map50"), jsonOf(epoch.map50)},
            {QStringLiteral("seconds"), jsonOf(epoch.seconds)},
            {QStringLiteral("imagesPerSecond"), jsonOf(epoch.imagesPerSecond)}};
}

QJsonObject finishedEvent(const core::VersionRecord& version)
{
    const QString metric = core::decidingKey(core::trainingSpecFromJson(version.spec).type);
    const auto bestEpoch = version.metrics[QStringLiteral("bestEpoch")];
    const auto seconds = version.metrics[QStringLiteral("seconds")];
    const auto value = version.metrics[metric];
    const auto orNull = [](const QJsonValue& number) { return number.isDouble() ? number : QJsonValue(QJsonValue::Null); };
    return {{QStringLiteral("event"), QStringLiteral("finished")},
            {QStringLiteral("version"), version.name},
            {QStringLiteral("status"), keyOf(version.status)},
            {QStringLiteral("bestEpoch"), orNull(bestEpoch)},
            {QStringLiteral("metric"), metric},
            {QStringLiteral("value"), orNull(value)},
            {QStringLiteral("seconds"), orNull(seconds)}};
}

/// Writes what a run reports, as events or as text.
class Reporter {
public:
    Reporter(const Terminal& terminal, const core::TrainingQueue& queue, core::VersionId version)
        : m_terminal(terminal)
        , m_queue(queue)
        , m_version(version)
        , m_line(!terminal.isJson())
    {
    }

    void step(const core::StepReport& step)
    {
        const bool isNew = step.state != m_lastState || step.step != m_lastStep;
        m_lastState = step.state;
        m_lastStep = step.step;
        if (isNew && (step.state == core::StepState::Running || step.state == core::StepState::Done)) {
            m_terminal.object({{QStringLiteral("event"), QStringLiteral("step")},
                               {QStringLiteral("step"), keyOf(step.step)},
                               {QStringLiteral("state"), step.state == core::StepState::Running ? QStringLiteral("started") : QStringLiteral("done")}});
        }
        bar(step.total > 0 ? QStringLiteral("%1 %2/%3").arg(nameOf(step.step)).arg(step.done).arg(step.total) : nameOf(step.step));
    }

    void batches(const std::vector<core::BatchMetrics>& batches)
    {
        for (const auto& batch : batches)
            m_terminal.object(toEvent(batch));
        if (!batches.empty())
            bar(Terminal::tr("epoch %1, iteration %2, loss %3").arg(batches.back().epoch).arg(batches.back().iteration).arg(batches.back().loss, 0, 'f', 3));
    }

    void epoch(const core::EpochMetrics& epoch)
    {
        m_terminal.object(toEvent(epoch));
        m_line.clear();
        const auto loss = [](const std::optional<double>& value) { return value ? QString::number(*value, 'f', 4) : QStringLiteral("–"); };
        auto text = Terminal::tr("Epoch %1: loss %2 (train) %3 (val), accuracy %4").arg(epoch.epoch).arg(loss(epoch.trainLoss), loss(epoch.valLoss), percent(epoch.accuracy));
        if (epoch.map)
            text += Terminal::tr(", mAP %1").arg(percent(epoch.map));
        if (epoch.map50)
            text += Terminal::tr(", mAP 50 %1").arg(percent(epoch.map50));
        m_terminal.print(text + Terminal::tr(", %1").arg(duration(epoch.seconds)));
    }

    void end() { m_line.clear(); }

private:
    void bar(const QString& text)
    {
        const auto* run = m_queue.run(m_version);
        const double left = run ? run->secondsLeft : -1;
        m_line.show(run ? run->share : -1, left >= 0 ? Terminal::tr("%1, %2 left").arg(text, duration(left)) : text);
    }

    const Terminal& m_terminal;
    const core::TrainingQueue& m_queue;
    core::VersionId m_version;
    ProgressLine m_line;
    core::TrainingStep m_lastStep = core::TrainingStep::Freeze;
    core::StepState m_lastState = core::StepState::Waiting;
};

void printFindings(const Terminal& terminal, const core::TrainingSelection& selection, const core::TrainingSpec& spec)
{
    terminal.print(Terminal::tr("Training pictures: %1, validation pictures: %2").arg(selection.train.size()).arg(selection.validation.size()));
    for (const auto& finding : selection.findings(core::inputSize(spec, selection.train)))
        terminal.print(QStringLiteral("  ") + finding.text);
}

int finish(const Terminal& terminal, const core::Project& project, const core::LiveRun& run)
{
    auto version = *project.version(run.version);
    version.status = run.status; // also where the project could not store it, since the disk is full
    version.failure = run.failure;
    terminal.object(finishedEvent(version));
    if (!run.note.isEmpty())
        terminal.print(run.note);
    if (version.status == core::VersionStatus::Failed) {
        Terminal::complain(version.failure);
        return Failed;
    }
    if (version.weights == core::WeightsState::None) {
        terminal.print(Terminal::tr("\"%1\" was stopped before there was anything to keep.").arg(version.name));
        return Interrupted;
    }
    const auto value = version.headline ? QStringLiteral("%1 %2").arg(version.headlineKey, percent(version.headline)) : QStringLiteral("–");
    const auto text = version.status == core::VersionStatus::Stopped ? Terminal::tr("\"%1\" was stopped after %2; its best so far is kept: %3.")
                                                                     : Terminal::tr("\"%1\" is trained after %2: %3.");
    terminal.print(text.arg(version.name, duration(version.metrics[QStringLiteral("seconds")].toDouble()), value));
    return version.status == core::VersionStatus::Stopped ? Interrupted : Done;
}

/// A training that waited since the project was last open runs before the one asked for: later ones never overtake.
void announce(const Terminal& terminal, const core::LiveRun& run, int waiting)
{
    if (waiting > 0)
        terminal.print(Terminal::tr("\"%1\" was waiting from before and is trained first.").arg(run.name));
}

int train(const Options& options)
{
    const Terminal terminal(options.json);
    const auto project = openForWriting(options.project);
    const auto view = viewNamed(*project, options.view);
    const auto selection = project->trainingSelection(view.id);
    const auto spec = toSpec(options, view.type, int(selection.train.size()));
    printFindings(terminal, selection, spec);

    core::TrainingQueue queue(*project);
    std::optional<Reporter> reporter; // of the version asked for; older ones that waited come first
    core::VersionId version;
    const auto isOurs = [&](core::VersionId id) { return reporter && id == version; };
    QObject::connect(&queue, &core::TrainingQueue::started, &queue, [&](core::VersionId id) { announce(terminal, *queue.run(id), queue.queued()); });
    QObject::connect(&queue, &core::TrainingQueue::stepChanged, &queue, [&](core::VersionId id, const core::StepReport& step) {
        if (isOurs(id))
            reporter->step(step);
    });
    QObject::connect(&queue, &core::TrainingQueue::batchesFinished, &queue, [&](core::VersionId id, const std::vector<core::BatchMetrics>& batches) {
        if (isOurs(id))
            reporter->batches(batches);
    });
    QObject::connect(&queue, &core::TrainingQueue::epochFinished, &queue, [&](core::VersionId id, const core::EpochMetrics& epoch) {
        if (isOurs(id))
            reporter->epoch(epoch);
    });
    QObject::connect(&queue, &core::TrainingQueue::ended, &queue, [&](core::VersionId id) {
        if (isOurs(id))
            QCoreApplication::exit(Done);
    });
    queue.enqueue(
        view.id, QString::fromStdString(options.name), spec,
        [&](core::VersionId queued) {
            version = queued;
            reporter.emplace(terminal, queue, version);
            if (Interrupt::isRequested()) // while the data were frozen
                queue.stop(version);
        },
        [&](const QString& sentence) {
            Terminal::complain(sentence);
            QCoreApplication::exit(Failed);
        });
    Interrupt::whenRequested(&queue, [&] { queue.stop(version); }); // older ones wait again at the next opening
    if (QCoreApplication::exec() == Failed)
        return Failed;
    reporter->end();
    return finish(terminal, *project, *queue.run(version));
}

} // namespace

void addTrain(CLI::App& program, Act& act)
{
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("train", Terminal::tr("Train a new model version").toStdString());
    command->add_option("PROJECT", options->project, Terminal::tr("the project's folder").toStdString())->required();
    command->add_option("--view", options->view, Terminal::tr("the view to train").toStdString())->required();
    command->add_option("--name", options->name, Terminal::tr("the version's name, unique in the project").toStdString())->required();
    for (const auto& field : core::specFields()) {
        if (*field.option == '\0')
            continue; // the view says it
        command->add_option(field.option, options->fields[&field], helpOf(field).toStdString())->check([&field](const std::string& text) {
            return problemOf(field, toValue(field, QString::fromStdString(text))).toStdString();
        });
    }
    command->add_flag("--json", options->json, Terminal::tr("JSON objects on stdout").toStdString());
    command->callback([&act, options] { act = [options] { return train(*options); }; });
}

} // namespace cli
