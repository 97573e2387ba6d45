#pragma once

#include "core/base/Error.h"
#include "core/storage/AnnotationRepository.h"
#include "core/storage/Database.h"
#include "core/storage/Editor.h"
#include "core/storage/ImageRepository.h"
#include "core/storage/ImportWriter.h"
#include "core/storage/Journal.h"
#include "core/storage/Query.h"
#include "core/storage/Transaction.h"
#include "core/storage/VersionRepository.h"
#include "core/storage/ViewRepository.h"

#include <QCryptographicHash>

/// A database in memory with the real schema, and the short ways into it that tests of this room need.
struct StorageFixture {
    core::Database database{QStringLiteral(":memory:"), core::Database::Mode::Create};
    core::Journal journal{database};

    /// One undo step in one transaction, as Project does it.
    template <class Act>
    bool edit(Act act)
    {
        core::Transaction transaction(database);
        core::Journal step(database);
        step.begin(QStringLiteral("step"));
        core::Editor editor(database, step);
        act(editor);
        const bool changed = step.end();
        transaction.commit();
        return changed;
    }

    bool undo() { return move(&core::Journal::undo); }
    bool redo() { return move(&core::Journal::redo); }

    /// Pictures 100 x 80, all in train; one import step.
    std::vector<core::ImageId> addImages(int count, int firstNumber = 0)
    {
        std::vector<core::ImageId> images;
        core::Transaction transaction(database);
        core::Journal step(database);
        step.begin(QStringLiteral("import"));
        core::ImportWriter writer(database, step);
        const auto root = writer.ensureRoot(QStringLiteral("/pictures"));
        for (int i = firstNumber; i < firstNumber + count; ++i)
            images.push_back(writer.addImage(root, picture(i), {}));
        step.end();
        transaction.commit();
        return images;
    }

    static core::ImageRecord picture(int number)
    {
        core::ImageRecord image;
        image.relativePath = QStringLiteral("a/%1.png").arg(number);
        image.sha256 = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256);
        image.size = QSize(100, 80);
        image.bytes = 1000 + number;
        image.split = core::Split::Train;
        return image;
    }

    core::ViewId addView(core::ViewType type, const QString& name = QStringLiteral("View"))
    {
        core::ViewId view;
        edit([&](core::Editor& editor) { view = editor.addView(name, type); });
        return view;
    }

    core::ConceptId addConcept(core::ViewId view, const QString& name)
    {
        core::ConceptId id;
        edit([&](core::Editor& editor) { id = editor.addConcept(view, name); });
        return id;
    }

    std::vector<core::ItemId> items(core::ViewId view) const { return core::AnnotationRepository(database).itemIds(view, {}); }
    core::ItemAnnotation annotation(core::ItemId item) const
    {
        return core::AnnotationRepository(database).items(std::span(&item, 1)).at(0).annotation;
    }

    /// All that a person made, as text; counts of triggers, the history and the log of transfers left out.
    QString dump() const
    {
        QStringList lines;
        for (const auto* table : {"root", "image", "view", "concept", "item", "label", "box", "gap", "model", "model_concept", "model_version", "epoch_metric"}) {
            core::Query query(database, QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(QLatin1String(table)));
            for (query.run(); query.next();) {
                QString line = QLatin1String(table);
                for (int column = 0; column < 32 && query.value(column).isValid(); ++column)
                    line += QLatin1Char('|') + QString::fromUtf8(query.blob(column).toHex(' '));
                lines << line;
            }
        }
        return lines.join(QLatin1Char('\n'));
    }

    /// Rows and triggers' counts agree, and no row lacks what it points to.
    bool isSound() const { return database.problems().isEmpty() && core::AnnotationRepository(database).mendTallies(); }

private:
    bool move(std::optional<QString> (core::Journal::*act)())
    {
        core::Transaction transaction(database);
        core::Journal step(database);
        const bool moved = (step.*act)().has_value();
        if (moved)
            transaction.commit();
        return moved;
    }
};
