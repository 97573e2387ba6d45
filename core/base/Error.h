#pragma once

#include <QString>

#include <stdexcept>

namespace core {

/// Something failed and a person must be told. The message is already a sentence for that person:
/// what happened, what is unharmed, what to do next.
class Error : public std::runtime_error {
public:
    explicit Error(const QString& message) : std::runtime_error(message.toStdString()) {}

    QString message() const { return QString::fromUtf8(what()); }
};

} // namespace core
