#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace core {

/// The integer key of one row, typed by what it names so that an image's id cannot be passed as a box's.
/// Private to one project database; what leaves a project uses a QUuid or a SHA-256.
template <class Tag>
struct Id {
    qint64 value = 0; // 0: none

    bool isValid() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

template <class Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

using ImageId = Id<struct ImageTag>;
using ViewId = Id<struct ViewTag>;
using ConceptId = Id<struct ConceptTag>;
using ItemId = Id<struct ItemTag>;
using BoxId = Id<struct BoxTag>;
using ModelId = Id<struct ModelTag>;
using VersionId = Id<struct VersionTag>;
using TransferId = Id<struct TransferTag>;

} // namespace core

template <class Tag>
struct std::hash<core::Id<Tag>> {
    size_t operator()(const core::Id<Tag>& id) const noexcept { return std::hash<qint64>()(id.value); }
};
