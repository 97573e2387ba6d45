#pragma once

#include <ctime>

/// Seconds of the processor that this program has used since it was made: what else the machine does changes nothing.
class ProcessorTime {
public:
    double seconds() const { return double(std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};
