// PredictBench VERSION-FOLDER PICTURE-FOLDER COUNT: how much a prediction of COUNT pictures (those of the folder, over and over) costs beside
// the bare forward pass on pictures that are in memory already, and what memory it takes. A person runs it; figures depend on the machine.

#include "core/inference/PredictionStream.h"
#include "core/inference/Predictor.h"
#include "core/pictures/PictureFile.h"
#include "core/project/AnswerStore.h"
#include "tests/support/ProcessorTime.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace {

/// Megabytes that are in memory now (Linux; 0 elsewhere).
double resident()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

QStringList picturesIn(const QString& folder)
{
    QStringList paths;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = files.next();
        if (core::PictureFile::extensions().contains(files.fileInfo().suffix().toLower()))
            paths << path;
    }
    paths.sort();
    return paths;
}

/// By the clock and of the processors: the second tells something on a busy machine too.
struct Seconds {
    double clock = 0;
    double processors = 0;
};

/// One pass over as many prepared pictures as a batch has, as often as there are batches.
Seconds bareForward(const core::Predictor& predictor, const QStringList& paths, int count)
{
    constexpr int batch = 16;
    std::vector<core::RegionPixels> ready;
    for (int i = 0; i < batch; ++i)
        ready.push_back(predictor.prepare(core::Region{.image = {.path = paths[i % paths.size()]}}));
    predictor.predict(ready); // warms up
    const ProcessorTime processors;
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < count; done += batch)
        predictor.predict(ready);
    return {double(timer.elapsed()) / 1000, processors.seconds()};
}

Seconds streamed(const core::Predictor& predictor, const QStringList& paths, int count)
{
    core::AnswerStore answers({}, predictor.type(), predictor.concepts());
    const core::PictureSource source = [&paths, count, at = 0]() mutable -> std::optional<core::AskedPicture> {
        if (at == count)
            return {};
        const QString& path = paths[at % paths.size()];
        return core::AskedPicture{.name = QStringLiteral("%1#%2").arg(path).arg(at++), .relativeName = {}, .region = {.image = {.path = path}}, .pixels = {}, .taken = {}};
    };
    const ProcessorTime processors;
    QElapsedTimer timer;
    timer.start();
    int done = 0, told = 0;
    core::answerStream(predictor, source, [&](const std::vector<core::AnsweredPicture>& batch) {
        for (const auto& answer : batch)
            answers.append(answer);
        done += int(batch.size());
        if (done < told && done != count)
            return;
        std::printf("%8d pictures %8.1f s  memory %6.0f MB\n", done, double(timer.elapsed()) / 1000, resident());
        std::fflush(stdout);
        told = done + std::max(1, count / 10);
    });
    return {double(timer.elapsed()) / 1000, processors.seconds()};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4) {
        std::printf("PredictBench VERSION-FOLDER PICTURE-FOLDER COUNT\n");
        return 2;
    }
    const core::Predictor predictor(words[1]);
    const QStringList paths = picturesIn(words[2]);
    const int count = words[3].toInt();
    if (paths.isEmpty() || count < 1)
        return 2;
    const auto first = bareForward(predictor, paths, count), whole = streamed(predictor, paths, count), second = bareForward(predictor, paths, count);
    const auto tell = [](const char* what, const Seconds& first, const Seconds& whole, const Seconds& second, double Seconds::* by) {
        std::printf("%-12s forward pass alone %7.1f s before, %7.1f s after; predicted %7.1f s: %+.1f %%\n", what, first.*by, second.*by, whole.*by, (whole.*by / ((first.*by + second.*by) / 2) - 1) * 100);
    };
    std::printf("%d pictures on %s\n", count, qUtf8Printable(predictor.device()));
    tell("clock", first, whole, second, &Seconds::clock);
    tell("processors", first, whole, second, &Seconds::processors);
    return 0;
}
