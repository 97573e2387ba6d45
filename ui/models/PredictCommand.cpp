#include "ui/models/PredictCommand.h"

#include "core/project/PredictionRun.h"
#include "core/project/Project.h"

#include <QDir>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

/// As a word of the shell: what is plain stays plain.
QString quoted(const QString& word)
{
    const auto isPlain = [](QChar letter) { return letter.isLetterOrNumber() || QStringLiteral("/._-:+,=@%").contains(letter); };
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
#ifdef Q_OS_WIN
    return QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
#else
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
#endif
}

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString keyOf(core::ItemState state)
{
    switch (state) {
    case core::ItemState::Unseen: return QStringLiteral("unseen");
    case core::ItemState::Partly: return QStringLiteral("partly");
    case core::ItemState::Annotated: return QStringLiteral("annotated");
    case core::ItemState::WithoutConcept: break;
    }
    return QStringLiteral("without");
}

void addSource(QStringList& words, const core::Project& project, const core::PredictionPictures& pictures)
{
    using Kind = core::PredictionPictures::Kind;
    if (pictures.kind == Kind::Film)
        words << QStringLiteral("--source") << QStringLiteral("video") << QStringLiteral("--fps") << number(pictures.framesPerSecond);
    if (pictures.kind == Kind::Camera)
        words << QStringLiteral("--source") << QStringLiteral("camera") << QStringLiteral("--camera") << QString::number(pictures.camera.number);
    if (pictures.kind == Kind::Project) {
        words << QStringLiteral("--source") << QStringLiteral("project");
        if (const auto view = project.view(pictures.view))
            words << QStringLiteral("--view") << view->name;
        if (pictures.filter.state)
            words << QStringLiteral("--state") << keyOf(*pictures.filter.state);
        if (pictures.filter.split)
            words << QStringLiteral("--split") << core::keyOf(*pictures.filter.split);
    }
}

void addOutputs(QStringList& words, const core::PredictionOutputs& outputs)
{
    if (outputs.isEmpty())
        return;
    words << QStringLiteral("--into") << QDir::toNativeSeparators(outputs.folder) << QStringLiteral("--format") << (outputs.table.isEmpty() ? QStringLiteral("none") : outputs.table);
    const std::pair<bool, const char*> flags[] = {{outputs.drawn, "--draw"}, {outputs.blurred, "--blur"}, {outputs.crops, "--crops"},
                                                  {outputs.drawn && !outputs.labels, "--no-labels"}, {outputs.drawn && !outputs.scores, "--no-scores"}};
    for (const auto& [isOn, flag] : flags) {
        if (isOn)
            words << QLatin1String(flag);
    }
}

} // namespace

QString predictCommand(const core::Project& project, const QString& version, const core::PredictionRequest& request)
{
    if (request.pictures.kind == core::PredictionPictures::Kind::Pixels)
        return {};
    QStringList words{QStringLiteral("oriel"), QStringLiteral("predict"), QDir::toNativeSeparators(project.folder()), QStringLiteral("--version"), version};
    addSource(words, project, request.pictures);
    if (request.thresholdOffset != 0)
        words << QStringLiteral("--threshold-offset=") + number(request.thresholdOffset); // a minus would be taken for an option
    if (request.overlap >= 0)
        words << QStringLiteral("--overlap") << number(request.overlap);
    if (request.mostBoxes > 0)
        words << QStringLiteral("--most-boxes") << QString::number(request.mostBoxes);
    addOutputs(words, request.outputs);
    if (request.pictures.kind == core::PredictionPictures::Kind::Files || request.pictures.kind == core::PredictionPictures::Kind::Film) {
        words << QStringLiteral("--"); // a name may begin with a minus
        for (const QString& path : request.pictures.paths)
            words << QDir::toNativeSeparators(path);
    }
    QStringList line;
    for (const QString& word : words)
        line << quoted(word);
    return line.join(QLatin1Char(' '));
}

} // namespace ui
