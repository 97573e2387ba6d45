#include "core/dataset/Split.h"

#include <QHash>

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
    static const QHash<QString, Split> others{
        {QStringLiteral("training"), Split::Train},      {QStringLiteral("valid"), Split::Validation}, {QStringLiteral("validation"), Split::Validation},
        {QStringLiteral("dev"), Split::Validation},      {QStringLiteral("eval"), Split::Validation},  {QStringLiteral("evaluation"), Split::Validation},
        {QStringLiteral("testing"), Split::Test},
    };
    if (const auto other = others.constFind(word); other != others.cend())
        return *other;
    for (const auto split : {Split::Unassigned, Split::Train, Split::Validation, Split::Test})
        if (word == keyOf(split))
            return split;
    return std::nullopt;
}

} // namespace core
