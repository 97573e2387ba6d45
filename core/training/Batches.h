#pragma once

#include "core/dataset/Example.h"
#include "core/networks/NetworkRegistry.h"
#include "core/networks/Preparation.h"
#include "core/pictures/PixelCache.h"
#include "core/training/assigners/TaskAligned.h"

#include <torch/torch.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace core {

class Augmentation;

/// What a network sees at once, and what is true about it. Of the truths, those of the view's type are set.
struct Batch {
    torch::Tensor pixels;  // uint8 [N,H,W,3]
    torch::Tensor labels;  // classification [N] int64
    torch::Tensor answers; // tagging [N,K] float: 1, 0, -1 unseen
    TrueBoxes truth;       // detection
};

/// Examples and where their pixels lie.
struct BatchSource {
    NetworkShape shape;
    Preparation preparation;
    const PixelCache& pictures;
    std::vector<Example> examples;
    std::vector<int> places; // where the pictures of the examples lie in the cache

    int count() const { return int(examples.size()); }
    RegionPixels picture(int example) const { return pictures.at(places[size_t(example)]); }
    std::vector<QRect> parts(int begin, int end) const; // what of its picture each of these examples sees
};

/// The batch of these examples. With an augmentation each is varied by a random source of its own, seeded by (seed, epoch, example), so that
/// neither threads nor order change it; without, each is seen as answers see it.
Batch makeBatch(const BatchSource& source, std::span<const int> examples, const Augmentation* augmentation, quint64 seed = 0, int epoch = 0);

/// The truths of all examples, without pixels (classification, tagging).
Batch truthsOf(const BatchSource& source);

/// The order of an epoch: 0..count-1, shuffled by (seed, epoch).
std::vector<int> epochOrder(int count, quint64 seed, int epoch);

/// Makes batches ahead on threads of its own and hands them out in order. The destructor ends the threads.
class BatchLoader {
public:
    /// `make` is called from several threads at once, once for each of 0..count-1.
    BatchLoader(int count, std::function<Batch(int)> make, int threads);
    ~BatchLoader();
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    Batch next(); // waits for it; rethrows what making it threw
    double secondsWaited() const { return m_waited; }

private:
    void work();

    static constexpr int ahead = 4; // batches in the ring

    const int m_count;
    const std::function<Batch(int)> m_make;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<int, Batch> m_ready;
    std::exception_ptr m_failure;
    int m_started = 0, m_given = 0;
    bool m_isEnding = false;
    double m_waited = 0;
    std::vector<std::thread> m_threads;
};

} // namespace core
