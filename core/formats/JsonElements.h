#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QString>

#include <functional>
#include <string>

namespace core {

/// What is done with one element: `key` is the top-level list that it stands in (empty: the file itself is a list), `number` its position from
/// 1. Members of the top object that are no lists come with number 0; the end of a list, which may be empty, comes with −1. The element may be moved from.
using JsonElementTaker = std::function<void(const std::string& key, int number, nlohmann::json& element)>;

struct JsonPass {
    bool guessed = false;  // the text is no UTF-8; it was read as Windows-1252
    bool canceled = false; // and so not read to its end
};

/// Reads a JSON file in one pass, keys in any order, keeping one element at a time. Throws Error when the file is broken or nested deeper
/// than 64 (without `take` that is all that is found out), with half a sentence that says where: "broken at byte 17"; what was taken before that was taken. What `take` throws goes through.
/// `mostBytes`: of one element.
JsonPass eachJsonElement(const QString& path, const JsonElementTaker& take, const std::function<bool()>& isCanceled,
                         const std::function<void(qint64 done, qint64 total)>& progressed = {}, qint64 mostBytes = 32 * 1024 * 1024);

} // namespace core
