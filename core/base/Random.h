#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

namespace core {

/// Seeded random numbers that are the same on every system: the distributions of <random> differ between standard libraries,
/// and equal seeds must train equal models. xoshiro256** (Blackman, Vigna 2018), its state filled by splitmix64.
class Random {
public:
    explicit Random(quint64 seed)
    {
        for (auto& word : m_state)
            word = splitmix(seed);
    }

    quint64 next()
    {
        const auto result = std::rotl(m_state[1] * 5, 7) * 9;
        const auto shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// [0, 1), 53 random bits.
    double uniform() { return double(next() >> 11) * 0x1.0p-53; }
    /// [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// 0 .. n-1, each equally likely; n > 0.
    int below(int n)
    {
        Q_ASSERT(n > 0);
        const auto range = quint64(n);
        const auto limit = ~quint64(0) - (~quint64(0) % range + 1) % range; // the last number of a whole round
        for (;;) {
            if (const auto number = next(); number <= limit)
                return int(number % range);
        }
    }

    /// Mean 0, deviation 1 (Box-Muller).
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

    template <class Sequence>
    void shuffle(Sequence& values)
    {
        for (auto i = int(values.size()) - 1; i > 0; --i)
            std::swap(values[i], values[below(i + 1)]);
    }

private:
    static quint64 splitmix(quint64& seed)
    {
        auto z = (seed += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    std::array<quint64, 4> m_state {};
};

} // namespace core
