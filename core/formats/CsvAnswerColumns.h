#pragma once

#include "core/formats/CsvSample.h"

namespace core {

/// A column for each concept: only when all columns are answers, so that a flag or a counter does not become a concept. False: none.
bool findAnswerColumns(const CsvSample& sample, CsvColumns& out);
/// Beside the file one column of words that come again: it is the class, whatever it is called. −1: there is none.
int onlyColumnLeft(const CsvSample& sample, const CsvColumns& out);

} // namespace core
