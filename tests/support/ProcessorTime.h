#pragma once

#include <ctime>

/// Seconds of the processor that this program has used since it was made: what else the machine does changes nothing.
class ProcessorTime {
public:
    double seconds() const { return double(std::clock() - m_start) / CLOCKS_PER_SEC / slowdown; }

private:
    // What is watched for is work that grows faster than its input, so a test must not fail because each step is watched, too.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double slowdown = 8;
#else
    static constexpr double slowdown = 1;
#endif
    std::clock_t m_start = std::clock();
};
