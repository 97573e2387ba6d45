#pragma once

#include <opencv2/core/mat.hpp>

#include <vector>

namespace core {

/// Takes rows of RGB from the top down and keeps the mean of each block of n × n (fewer at the right and lower edge), so that a
/// picture never stands in memory at its full size. Private to pictures.
class RowReducer {
public:
    RowReducer(cv::Mat& target, int width, int height, int n)
        : m_target(target), m_width(width), m_height(height), m_n(n), m_sums(n > 1 ? size_t(target.cols) * 3 : 0) {}

    void add(const uchar* rgb)
    {
        if (m_n == 1) {
            std::copy_n(rgb, size_t(m_width) * 3, m_target.ptr<uchar>(m_row++));
            return;
        }
        for (int x = 0; x < m_width; ++x, rgb += 3) {
            unsigned* const sum = m_sums.data() + size_t(x / m_n) * 3;
            for (int c = 0; c < 3; ++c)
                sum[c] += rgb[c];
        }
        if (++m_row % m_n == 0 || m_row == m_height)
            flush();
    }
    int rows() const { return m_row; } // taken so far

private:
    void flush()
    {
        const int block = (m_row - 1) / m_n;
        const unsigned height = unsigned(m_row - block * m_n);
        uchar* const out = m_target.ptr<uchar>(block);
        for (int x = 0; x < m_target.cols; ++x) {
            const unsigned count = height * unsigned(std::min(m_n, m_width - x * m_n));
            for (int c = 0; c < 3; ++c)
                out[3 * x + c] = uchar((m_sums[size_t(3 * x + c)] + count / 2) / count);
        }
        std::fill(m_sums.begin(), m_sums.end(), 0u);
    }

    cv::Mat& m_target;
    int m_width, m_height, m_n;
    int m_row = 0;
    std::vector<unsigned> m_sums;
};

} // namespace core
