#pragma once

#include "core/project/Project.h"
#include "core/storage/Database.h"
#include "core/storage/ImportWriter.h"
#include "core/storage/Journal.h"

#include <QCryptographicHash>
#include <QStringList>

/// Enters pictures of 64 × 48 px below `root` as one import. No file is made: their hashes are those of their names.
/// Every fifth one is for validation, the others for training.
inline void addPictures(core::Project& project, const QString& root, const QStringList& relativePaths)
{
    project.write([&](core::Database& database) {
        core::Journal journal(database);
        journal.begin(QStringLiteral("import"));
        core::ImportWriter writer(database, journal);
        const auto rootId = writer.ensureRoot(root);
        for (int i = 0; i < relativePaths.size(); ++i) {
            core::ImageRecord image;
            image.relativePath = relativePaths[i];
            image.sha256 = QCryptographicHash::hash(relativePaths[i].toUtf8(), QCryptographicHash::Sha256);
            image.size = QSize(64, 48);
            image.split = i % 5 == 4 ? core::Split::Validation : core::Split::Train;
            writer.addImage(rootId, image, {});
        }
        journal.end();
    }, {.images = true, .cause = core::ChangeSet::Cause::Import}, true);
}

/// Pictures “0.png”, “1.png” … below a folder that is not there.
inline void addPictures(core::Project& project, int count, const QString& folder = {})
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names << folder + QStringLiteral("%1.png").arg(i);
    addPictures(project, QStringLiteral("/pictures"), names);
}
