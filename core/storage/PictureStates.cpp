#include "core/storage/PictureStates.h"

#include "core/storage/Query.h"

namespace core {

bool PictureStates::note(const PictureFinding& finding)
{
    Query row(m_database, QStringLiteral("SELECT health, own_health, decoded, sha256 FROM image WHERE id = ?"));
    if (!row.bind(finding.image).first() || row.blob(3) != finding.sha256)
        return false;
    const HealthPair before{row.oneOf(0, Health::Odd), row.oneOf(1, Health::Odd)};
    const int decoded = row.integer(2);
    const HealthPair after = healthAfter(before, decoded > 0, finding);
    Query(m_database, QStringLiteral("UPDATE image SET health = ?, own_health = ?, decoded = ? WHERE id = ?"))
        .bind(int(after.shown))
        .bind(int(after.own))
        .bind(finding.pixels ? finding.decoder : decoded)
        .bind(finding.image)
        .run();
    if (finding.bytes)
        Query(m_database, QStringLiteral("UPDATE image SET bytes = ?, mtime_ns = ? WHERE id = ?"))
            .bind(*finding.bytes)
            .bind(finding.mtimeNs)
            .bind(finding.image)
            .run();
    return after.shown != before.shown;
}

} // namespace core
