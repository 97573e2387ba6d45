#include "core/training/RunPictures.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <atomic>
#include <chrono>
#include <future>
#include <numeric>
#include <set>

namespace core {

namespace {

constexpr std::chrono::milliseconds pollEvery{20};
constexpr int listed = 10;

/// Concepts, by position, that the examples can be learnt from.
std::set<int> conceptsIn(const std::vector<Example>& examples)
{
    std::set<int> found;
    for (const auto& example : examples) {
        if (example.label >= 0)
            found.insert(example.label);
        for (int i = 0; i < int(example.answers.size()); ++i) {
            if (example.answers[size_t(i)] == 1)
                found.insert(i);
        }
        for (const auto& box : example.boxes) {
            if (!box.ignore)
                found.insert(box.label);
        }
    }
    return found;
}

QString listOf(const std::vector<SkippedPicture>& pictures)
{
    QString text;
    for (int i = 0; i < std::min(listed, int(pictures.size())); ++i)
        text += QStringLiteral("\n%1: %2").arg(QFileInfo(pictures[size_t(i)].path).fileName(), pictures[size_t(i)].why);
    if (const int more = int(pictures.size()) - listed; more > 0)
        text += QLatin1Char('\n') + QCoreApplication::translate("Training", "… and %Ln more.", nullptr, more);
    return text;
}

/// Without the examples whose pictures lie at these places of the cache.
void leaveOut(BatchSource& source, const std::set<int>& places)
{
    std::vector<Example> examples;
    std::vector<int> kept;
    for (size_t i = 0; i < source.examples.size(); ++i) {
        if (places.contains(source.places[i]))
            continue;
        examples.push_back(std::move(source.examples[i]));
        kept.push_back(source.places[i]);
    }
    source.examples = std::move(examples);
    source.places = std::move(kept);
}

std::vector<int> placesFrom(size_t first, size_t count)
{
    std::vector<int> places(count);
    std::iota(places.begin(), places.end(), int(first));
    return places;
}

} // namespace

int mostSkipped(int pictures)
{
    return (pictures + 99) / 100;
}

RunPictures::RunPictures(const TrainingData& data, const Network& network, const QString& cacheFolder, int threads)
    : m_data(data)
    , m_pictures(cacheFolder, network.preparation().stored(), threads)
    , m_train{network.shape(), network.preparation(), m_pictures, data.train, placesFrom(0, data.train.size())}
    , m_validation{network.shape(), network.preparation(), m_pictures, data.validation, placesFrom(data.train.size(), data.validation.size())}
{
}

/// The cache works on threads of its own and reports from them; the listener hears from this one alone.
bool RunPictures::read(TrainingSteps& steps, const std::function<bool()>& isCanceled)
{
    std::vector<Region> regions(m_data.train.begin(), m_data.train.end());
    regions.insert(regions.end(), m_data.validation.begin(), m_data.validation.end());
    steps.begin(TrainingStep::Cache, qint64(regions.size()));
    std::atomic_int done = 0;
    std::atomic_bool isEnding = false;
    auto filled = std::async(std::launch::async, [&] {
        return m_pictures.fill(std::move(regions), [&](int now, int) { done = now; }, [&] { return isEnding.load(); });
    });
    for (int told = 0; filled.wait_for(pollEvery) != std::future_status::ready;) {
        isEnding = isCanceled();
        if (told != done)
            steps.advance(told = done);
    }
    const auto unread = filled.get();
    steps.advance(done);
    if (m_pictures.isWhole())
        takeOut(unread);
    steps.end();
    return m_pictures.isWhole();
}

void RunPictures::takeOut(const std::vector<PixelCache::Unread>& unread)
{
    const int inTraining = int(m_data.train.size()), all = inTraining + int(m_data.validation.size());
    std::set<int> places;
    for (const auto& one : unread) {
        const auto& example = one.index < inTraining ? m_data.train[size_t(one.index)] : m_data.validation[size_t(one.index - inTraining)];
        m_skipped.push_back({example.item, example.image.path, one.why});
        places.insert(one.index);
    }
    if (int(m_skipped.size()) > mostSkipped(all))
        throw Error(QCoreApplication::translate("Training", "%Ln of %1 picture(s) cannot be read, so the training was not started: it passes over 1 % of them. Nothing was changed. "
                                                            "Bring the files back, or leave these pictures out, and train again.", nullptr, int(m_skipped.size())).arg(all)
                    + listOf(m_skipped));
    const auto before = conceptsIn(m_train.examples);
    leaveOut(m_train, places);
    leaveOut(m_validation, places);
    if (m_train.examples.empty() || conceptsIn(m_train.examples) != before)
        throw Error(QCoreApplication::translate("Training", "The last training example of a concept is among the pictures that cannot be read, so the training was not started. Nothing "
                                                            "was changed. Bring the files back, or annotate others, and train again.") + listOf(m_skipped));
}

} // namespace core
