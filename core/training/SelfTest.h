#pragma once

#include <QString>

#include <functional>

namespace core {

/// What a device said to the self-test.
struct SelfTestReport {
    QString device;              // its key, "cpu"
    bool isPassed = false;
    bool isCanceled = false;
    double imagesPerSecond = 0;  // that the smallest network answers at its usual size; 0: it did not come to that
    double largestDifference = 0; // to the processor, as a share of the largest number compared
    double seconds = 0;
    QString sentence;            // for a person: the result, or why not
};

struct SelfTestListener {
    std::function<void(const QString& step, int done, int total)> stepChanged; // a name, translated
    std::function<bool()> isCanceled;                                          // asked between two pieces of work, at most a second apart
};

/// Whether a device computes what it should, and how fast, in some seconds: takes memory and gives it back as it was written, multiplies
/// two matrices, lets the smallest network of the registry answer and make one step of a training, and compares all of it with
/// the processor (and the processor with numbers of twice the length, and with its plainest way of computing). `device`: a key of
/// devices(). What fails is in the report; nothing is thrown.
SelfTestReport selfTest(const QString& device, const SelfTestListener& listener = {});

} // namespace core
