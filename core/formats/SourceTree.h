#pragma once

#include "core/formats/ReadSources.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core {

/// What lies below a folder. Links are followed and their loops cut; hidden files, leftovers of systems and Oriel's own projects are
/// passed over.
struct FolderListing {
    QStringList files;                // ordinary files, relative, '/', sorted
    QSet<QString> unnamedPictures;    // of them: pictures by their first bytes, though the name does not say so
    std::vector<ImportIssue> leftOut; // what is there and cannot be read: names that are no text, closed folders, pipes, broken links
};

/// Hidden files and what systems leave behind: __MACOSX, Thumbs.db …
bool isLeftover(const QString& name);

struct PictureCount {
    qint64 pictures = 0;
    bool isMore = false; // there may be more: the count ended after three seconds
};

/// Pictures below a folder, counted by their names for at most three seconds.
PictureCount countPictures(const QString& folder, const std::function<bool()>& isCanceled = {});

FolderListing listFolder(const QString& folder, const std::function<bool()>& isCanceled = {});

/// The files below one source, listed once. For an annotation file the folder that holds its pictures is listed on demand.
struct SourceTree {
    QString given;      // as the person named it, absolute
    QString root;       // absolute folder; of an annotation file in Annotations/ the folder above
    bool isFile = false;
    bool isUnpacked = false; // given is an archive, root the folder that it was unpacked to
    QString unpackTo;        // see SourceOptions
    QStringList files;  // below root, '/', sorted; empty when isFile
    QSet<QString> unnamedPictures;    // see FolderListing
    std::vector<ImportIssue> leftOut; // rows of the listing, relative to root
    std::optional<ViewType> target;   // of the view that it is brought into, where that is known
    std::function<bool()> isCanceled; // asked while its files are looked at; may be empty
    bool followsOutside = false;      // pictures outside of root may be read
    std::function<KnownIds()> knownIds; // see SourceOptions
    std::shared_ptr<QHash<QString, int>> kinds = std::make_shared<QHash<QString, int>>(); // by absolute path: see JsonKind.h

    QStringList withSuffix(const QStringList& suffixes) const; // of files, in any case; a file source: itself if it fits
    QString absolute(const QString& relative) const { return root + QLatin1Char('/') + relative; }
    /// Relative to root; of a file elsewhere with "../" or absolute.
    QString relative(const QString& absolute) const;
    bool isPicture(const QString& relative) const;
    /// Lies below root, by its name or where its links lead.
    bool holds(const QString& absolute) const;
};

/// `unpacked`: the folder that the archive at `path` was unpacked to, else empty.
SourceTree treeOf(const QString& path, const SourceOptions& options, const std::function<bool()>& isCanceled, const QString& unpacked = {});

/// The tree of the only folder that a tree consists of, or none: unpacking often puts one more folder around the data. Files that
/// lie beside that folder stay in the outer tree.
std::optional<SourceTree> onlyFolderOf(const SourceTree& tree);

} // namespace core
