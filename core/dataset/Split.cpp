#include "core/dataset/Split.h"

namespace core {

QString keyOf(Split split)
{
    switch (split) {
    case Split::Train: return QStringLiteral("train");
    case Split::Validation: return QStringLiteral("val");
    case Split::Test: return QStringLiteral("test");
    case Split::Unassigned: break;
    }
    return QStringLiteral("none");
}

std::optional<Split> splitFromKey(const QString& key)
{
    const auto word = key.trimmed().toLower();
    if (word == QLatin1String("valid") || word == QLatin1String("validation"))
        return Split::Validation;
    for (const auto split : {Split::Unassigned, Split::Train, Split::Validation, Split::Test})
        if (word == keyOf(split))
            return split;
    return std::nullopt;
}

} // namespace core
