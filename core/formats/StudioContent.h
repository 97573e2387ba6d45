#pragma once

#include "core/dataset/Split.h"
#include "core/dataset/View.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// A view as the first line of project lines describes it.
struct StudioView {
    QString name;      // that a person reads
    QString key;       // that regions may name instead; may be the same
    std::optional<ViewType> type;
    QStringList concepts;
    std::vector<QStringList> conditions; // any of them holds; all concepts of one hold together
    int parent = -1;   // position among the views
};

/// One tag of one region of a picture.
struct StudioRegion {
    int tag = -1;      // position in StudioContent::words; −1: none
    int view = -1;     // the same: the view it names; −1: none
    bool isBox = false, isBroken = false;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0; // shares of the upright picture
    std::optional<double> score, threshold;
    int element = 0;   // line or position of its picture
};

struct StudioImage {
    QString location;
    std::optional<Split> split;
    bool saysRegions = false; // the list is there, maybe empty
    size_t first = 0, last = 0; // of its regions
    int file = 0;      // position in StudioContent::files
    int element = 0;
};

/// A row of the report about something that is no picture and no region.
struct StudioNote {
    QString code, detail;
    int file = 0, line = 0;
};

/// What files of Deepomatic's family say: project lines (a header with views, then one picture a line), Studio JSON and Vulcan JSON
/// (predictions), which Oriel writes too. Regions are kept small, so that a file of a million of them fits.
struct StudioContent {
    QStringList files; // relative
    std::vector<StudioView> views;
    QStringList declared; // tags, in the order in which a file lists them
    QStringList words;
    std::vector<StudioImage> images;
    std::vector<StudioRegion> regions;
    std::vector<StudioNote> notes;

    int word(const QString& text); // its position, made if new; −1 for none

private:
    QHash<QString, int> m_places;
};

struct StudioPass {
    std::function<bool()> isCanceled;
    std::function<void(qint64 done, qint64 total)> progressed;
};

// Each adds one file, the last of content.files, at `path`. Throws Error, half a sentence, when nothing of it can be used; then `content` holds
// nothing more than before. Of lines a broken one is a note.
void addStudioJson(StudioContent& content, const QString& path, const StudioPass& pass);
void addProjectLines(StudioContent& content, const QString& path, const StudioPass& pass);
void addVulcanJson(StudioContent& content, const QString& path, const StudioPass& pass);

} // namespace core
