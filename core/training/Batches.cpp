#include "core/training/Batches.h"

#include "core/networks/PictureTensor.h"
#include "core/training/Augmentation.h"

#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

namespace core {

namespace {

/// The boxes of an example in px of the input.
std::vector<TrueBox> seenBoxes(const Example& example, const QRect& part, const Preparation& preparation)
{
    const auto toInput = placed(part, preparation.input);
    auto boxes = example.boxes;
    for (auto& box : boxes)
        box.rect = toInput.mapRect(box.rect);
    return boxes;
}

TrueBoxes toTensors(const std::vector<std::vector<TrueBox>>& boxes, const std::vector<const Example*>& examples, int concepts)
{
    size_t most = 1; // an assignment needs something to choose from
    for (const auto& list : boxes)
        most = std::max(most, list.size());
    const auto count = int64_t(boxes.size()), width = int64_t(most);
    TrueBoxes truth{torch::zeros({count, width, 4}), torch::zeros({count, width}, torch::kLong), torch::zeros({count, width}, torch::kBool),
        torch::zeros({count, width}, torch::kBool), torch::zeros({count, concepts}, torch::kBool)};
    auto rect = truth.boxes.accessor<float, 3>();
    auto label = truth.labels.accessor<int64_t, 2>();
    auto valid = truth.valid.accessor<bool, 2>(), ignore = truth.ignore.accessor<bool, 2>(), gap = truth.gaps.accessor<bool, 2>();
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t j = 0; j < int64_t(boxes[size_t(i)].size()); ++j) {
            const auto& box = boxes[size_t(i)][size_t(j)];
            const std::array sides{box.rect.left(), box.rect.top(), box.rect.right(), box.rect.bottom()};
            for (int side = 0; side < 4; ++side)
                rect[i][j][side] = float(sides[size_t(side)]);
            label[i][j] = box.label;
            valid[i][j] = !box.ignore;
            ignore[i][j] = box.ignore;
        }
        for (const int conceptIndex : examples[size_t(i)]->gaps)
            gap[i][conceptIndex] = true;
    }
    return truth;
}

void writeTruth(const Example& example, int64_t index, Batch& batch)
{
    batch.labels.data_ptr<int64_t>()[index] = example.label;
    std::ranges::copy(example.answers, batch.answers.data_ptr<float>() + index * batch.answers.size(1)); // none unless tagging
}

quint64 mixed(quint64 seed, int epoch, int example)
{
    return (seed * 0x9e3779b97f4a7c15 + quint64(epoch)) * 0xd1342543de82ef95 + quint64(example);
}

} // namespace

std::vector<QRect> BatchSource::parts(int begin, int end) const
{
    std::vector<QRect> parts;
    for (int i = begin; i < end; ++i)
        parts.push_back(pictures.partAt(places[size_t(i)]));
    return parts;
}

Batch makeBatch(const BatchSource& source, std::span<const int> examples, const Augmentation* augmentation, quint64 seed, int epoch)
{
    const auto& shape = source.shape;
    const auto count = int64_t(examples.size());
    Batch batch{.pixels = PictureTensor::emptyPixels(int(count), shape.input), .labels = torch::zeros({count}, torch::kLong),
        .answers = torch::zeros({count, shape.concepts}), .truth = {}};
    std::vector<std::vector<TrueBox>> boxes;
    std::vector<const Example*> chosen;
    for (int i = 0; i < int(count); ++i) {
        const int index = examples[size_t(i)];
        const auto& example = source.examples[size_t(index)];
        const auto picture = source.picture(index);
        if (augmentation) {
            Random random(mixed(seed, epoch, index));
            boxes.push_back(augmentation->write(batch.pixels, i, picture, example.boxes, random));
        } else {
            PictureTensor::writeView(batch.pixels, i, picture, source.preparation);
            if (shape.type == ViewType::Detection)
                boxes.push_back(seenBoxes(example, picture.part, source.preparation));
        }
        chosen.push_back(&example);
        writeTruth(example, i, batch);
    }
    if (shape.type == ViewType::Detection)
        batch.truth = toTensors(boxes, chosen, shape.concepts);
    return batch;
}

Batch truthsOf(const BatchSource& source)
{
    const auto count = int64_t(source.examples.size()), concepts = int64_t(source.shape.concepts);
    Batch batch{.pixels = {}, .labels = torch::zeros({count}, torch::kLong), .answers = torch::zeros({count, concepts}), .truth = {}};
    for (int64_t i = 0; i < count; ++i)
        writeTruth(source.examples[size_t(i)], i, batch);
    return batch;
}

std::vector<int> epochOrder(int count, quint64 seed, int epoch)
{
    std::vector<int> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    Random random(mixed(seed, epoch, -1));
    random.shuffle(order);
    return order;
}

BatchLoader::BatchLoader(int count, std::function<Batch(int)> make, int threads) : m_count(count), m_make(std::move(make))
{
    for (int i = 0; i < std::clamp(threads, 1, std::max(1, count)); ++i)
        m_threads.emplace_back([this] { work(); });
}

BatchLoader::~BatchLoader()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void BatchLoader::work()
{
    for (;;) {
        int index = 0;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isEnding || m_started == m_count || m_started < m_given + ahead; });
            if (m_isEnding || m_started == m_count)
                return;
            index = m_started++;
        }
        Batch batch;
        std::exception_ptr failure;
        try { // an exception must not leave a thread: it goes on in next()
            batch = m_make(index);
        } catch (...) {
            failure = std::current_exception();
        }
        const std::scoped_lock lock(m_mutex);
        m_ready[index] = std::move(batch);
        if (failure)
            m_failure = failure;
        m_changed.notify_all();
    }
}

Batch BatchLoader::next()
{
    QElapsedTimer timer;
    timer.start();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_failure || m_ready.contains(m_given); });
    if (m_failure)
        std::rethrow_exception(m_failure);
    Batch batch = std::move(m_ready.extract(m_given).mapped());
    ++m_given;
    m_changed.notify_all();
    m_waited += double(timer.nsecsElapsed()) * 1e-9;
    return batch;
}

} // namespace core
