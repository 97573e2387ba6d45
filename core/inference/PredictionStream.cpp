#include "core/inference/PredictionStream.h"

#include "core/inference/Predictor.h"
#include "core/pictures/PictureFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <iterator>
#include <mutex>
#include <new>
#include <thread>

namespace core {

namespace {

/// A picture on its way: asked for, then read by one of the threads.
struct Underway {
    AnsweredPicture answer;
    RegionPixels pixels;
    bool isRead = false;
};

/// Threads that fetch pictures from the source and reduce them for the network, in order and never more than `ahead` beyond the last
/// one that was taken.
class Readers {
public:
    Readers(const Predictor& predictor, const PictureSource& source, int ahead, int threads) : m_predictor(predictor), m_source(source), m_ahead(ahead)
    {
        const int wanted = threads > 0 ? threads : QThread::idealThreadCount();
        for (int i = 0; i < std::clamp(wanted, 1, ahead); ++i)
            m_threads.emplace_back([this] { work(); });
    }

    ~Readers()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isEnding = true;
        }
        m_changed.notify_all();
        for (auto& thread : m_threads)
            thread.join();
    }

    /// The next `count` pictures in order, fewer only at the end of the source. None: it is at its end.
    std::vector<Underway> take(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] {
            const auto wanted = std::min<std::ptrdiff_t>(count, std::ssize(m_underway));
            return (wanted == count || m_isAtEnd) && std::all_of(m_underway.begin(), m_underway.begin() + wanted, [](const auto& one) { return one->isRead; });
        });
        std::vector<Underway> taken;
        while (int(taken.size()) < count && !m_underway.empty()) {
            taken.push_back(std::move(*m_underway.front()));
            m_underway.pop_front();
        }
        if (taken.empty() && m_failure)
            std::rethrow_exception(m_failure);
        lock.unlock();
        m_changed.notify_all();
        return taken;
    }

private:
    void work()
    {
        while (Underway* one = fetch()) {
            read(*one);
            {
                const std::scoped_lock lock(m_mutex);
                one->isRead = true;
            }
            m_changed.notify_all();
        }
    }

    /// The next of the source has its place in the order before another thread asks for the one after it.
    Underway* fetch()
    {
        const std::scoped_lock order(m_fetching);
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isEnding || m_isAtEnd || int(m_underway.size()) < m_ahead; });
            if (m_isEnding || m_isAtEnd)
                return nullptr;
        }
        std::optional<AskedPicture> asked;
        std::exception_ptr failure;
        try { // an exception must not leave a thread: it goes on in take()
            asked = m_source();
        } catch (...) {
            failure = std::current_exception();
        }
        const std::scoped_lock lock(m_mutex);
        if (!asked) {
            m_failure = failure;
            m_isAtEnd = true;
            m_changed.notify_all();
            return nullptr;
        }
        m_underway.push_back(std::make_unique<Underway>());
        m_underway.back()->answer.asked = std::move(*asked);
        return m_underway.back().get();
    }

    void read(Underway& one) const
    {
        const auto& asked = one.answer.asked;
        try { // one picture that cannot be read is not the end of the others
            one.pixels = asked.pixels.isNull() ? m_predictor.prepare(asked.region) : m_predictor.prepare(asked.pixels);
            one.answer.part = one.pixels.part;
        } catch (const Error& error) {
            one.answer.failure = error.message();
        } catch (const std::bad_alloc&) {
            one.answer.failure = QCoreApplication::translate("Predictor", "There is not enough memory to read %1.").arg(QDir::toNativeSeparators(asked.name));
        } catch (const std::exception&) {
            one.answer.failure = QCoreApplication::translate("Predictor", "%1 cannot be read. The file was left as it is.").arg(QDir::toNativeSeparators(asked.name));
        }
    }

    const Predictor& m_predictor;
    const PictureSource& m_source;
    const int m_ahead;
    std::mutex m_fetching; // before m_mutex where both are held
    std::mutex m_mutex;    // of all that follows
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Underway>> m_underway; // in order; each stays where it is while it is read
    bool m_isAtEnd = false;
    bool m_isEnding = false;
    std::exception_ptr m_failure;
    std::vector<std::thread> m_threads;
};

std::vector<AnsweredPicture> answersOf(const Predictor& predictor, std::vector<Underway> pictures, double minScore)
{
    std::vector<RegionPixels> ready;
    for (const auto& one : pictures) {
        if (one.answer.failure.isEmpty())
            ready.push_back(one.pixels);
    }
    auto predictions = predictor.predict(ready, minScore);
    auto next = predictions.begin();
    std::vector<AnsweredPicture> answers;
    for (auto& one : pictures) {
        if (one.answer.failure.isEmpty())
            one.answer.prediction = std::move(*next++);
        answers.push_back(std::move(one.answer));
    }
    return answers;
}

} // namespace

bool answerStream(const Predictor& predictor, const PictureSource& source, const std::function<void(std::vector<AnsweredPicture>)>& answered,
                  const StreamOptions& options, const std::function<bool()>& isCanceled)
{
    const int atOnce = std::max(1, options.atOnce);
    Readers readers(predictor, source, std::max(atOnce, options.ahead), options.readers);
    for (;;) {
        if (isCanceled && isCanceled())
            return false;
        auto pictures = readers.take(atOnce);
        if (pictures.empty())
            return true;
        answered(answersOf(predictor, std::move(pictures), options.minScore));
    }
}

} // namespace core
