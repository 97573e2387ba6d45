#include "core/dataset/Model.h"

#include <QCryptographicHash>

#include <algorithm>

namespace core {

QString keyOf(VersionStatus status)
{
    switch (status) {
    case VersionStatus::Queued: return QStringLiteral("queued");
    case VersionStatus::Running: return QStringLiteral("running");
    case VersionStatus::Paused: return QStringLiteral("paused");
    case VersionStatus::Done: return QStringLiteral("done");
    case VersionStatus::Stopped: return QStringLiteral("stopped");
    case VersionStatus::Failed: return QStringLiteral("failed");
    case VersionStatus::Interrupted: break;
    }
    return QStringLiteral("interrupted");
}

QByteArray conceptSetHash(const std::vector<ConceptRecord>& concepts)
{
    std::vector<QByteArray> uuids;
    for (const auto& record : concepts)
        uuids.push_back(record.uuid.toRfc4122());
    std::ranges::sort(uuids);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& uuid : uuids)
        hash.addData(uuid);
    return hash.result();
}

} // namespace core
