#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// What came of one table of a damaged database.
struct SalvagedTable {
    QString name;
    qint64 kept = 0;
    qint64 dropped = 0;           // rows that say what cannot be, or whose own row (a picture, an item) is lost
    std::optional<qint64> unread; // rows that the damage covers; absent: there are some, and nothing tells how many
    qint64 filled = 0;            // rows taken from a backup, since others point at them

    bool isWhole() const { return unread == 0 && dropped == 0; }
};

struct SalvageOrder {
    QString damaged; // a copy of the damaged file, with a copy of its log beside it; it may be written to
    QString fresh;   // made new; must not exist
    QString backup;  // a sound one; empty: there is none
    std::function<bool()> isCanceled;
};

/// Reads what can be read of a damaged database into a new one: table by table in the order of the primary key, from both ends up to the
/// damage, then between by the keys that an index still knows, else by halving the range. Rows without what they belong to are filled up
/// from the backup, else dropped; pictures whose folder and annotations whose concept is lost get a place holder. Counts are made anew.
/// Throws Error: cancelled, no room, or the list of tables itself cannot be read, so only a backup helps.
std::vector<SalvagedTable> salvage(const SalvageOrder& order);

} // namespace core
