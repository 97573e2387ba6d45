// PredictBench VERSION-FOLDER PICTURE-FOLDER COUNT: how much a prediction of COUNT pictures (those of the folder, over and over) costs beside
// the bare forward pass on pictures that are in memory already, and what memory it takes. A person runs it; figures depend on the machine.

#include "core/inference/PredictionStream.h"
#include "core/inference/Predictor.h"
#include "core/pictures/PictureFile.h"
#include "core/project/AnswerStore.h"

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

/// Seconds of one pass over as many prepared pictures as a batch has, times the number of batches.
double bareForward(const core::Predictor& predictor, const QStringList& paths, int count)
{
    constexpr int batch = 16;
    std::vector<core::RegionPixels> ready;
    for (int i = 0; i < batch; ++i)
        ready.push_back(predictor.prepare(core::Region{.image = {.path = paths[i % paths.size()]}}));
    predictor.predict(ready); // warms up
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done < count; done += batch)
        predictor.predict(ready);
    return double(timer.elapsed()) / 1000;
}

double streamed(const core::Predictor& predictor, const QStringList& paths, int count)
{
    core::AnswerStore answers({}, predictor.type(), predictor.concepts());
    const core::PictureSource source = [&paths, count, at = 0]() mutable -> std::optional<core::AskedPicture> {
        if (at == count)
            return {};
        const QString& path = paths[at % paths.size()];
        return core::AskedPicture{.name = QStringLiteral("%1#%2").arg(path).arg(at++), .relativeName = {}, .region = {.image = {.path = path}}, .pixels = {}, .taken = {}};
    };
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
    return double(timer.elapsed()) / 1000;
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
    const double bare = bareForward(predictor, paths, count), whole = streamed(predictor, paths, count), again = bareForward(predictor, paths, count);
    std::printf("%s on %s: %d pictures, forward pass alone %.1f s before and %.1f s after, predicted %.1f s: %+.1f %%\n", qUtf8Printable(words[1]), qUtf8Printable(predictor.device()), count, bare, again,
                whole, (whole / ((bare + again) / 2) - 1) * 100);
    return 0;
}
