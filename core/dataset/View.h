#pragma once

#include "core/base/Id.h"

#include <QColor>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace core {

/// Kind of question a view asks. Values are stored in project files.
enum class ViewType { Classification = 0, Tagging = 1, Detection = 2 };

/// "classification", "tagging", "detection": the words of files and of the terminal, never translated.
QString keyOf(ViewType type);
std::optional<ViewType> viewTypeFromKey(const QString& key);

/// One recognition task over the pictures of a project. Its type never changes.
struct ViewRecord {
    ViewId id;
    QUuid uuid;
    QString name;
    ViewType type = ViewType::Classification;
    int ordinal = 0;

    bool operator==(const ViewRecord&) const = default;
};

/// A visual label of one view. Its identity is the uuid; name, colour and order may change.
struct ConceptRecord {
    ConceptId id;
    QUuid uuid;
    ViewId view;
    QString name;
    int ordinal = 0;
    int colour = 0;      // index into the concept palette, from 0
    int exportIndex = 0; // given once, never reused
    bool retired = false;

    bool operator==(const ConceptRecord&) const = default;
};

/// Concept names are 1..200 code points, trimmed, NFC, without control characters. Returns the name in that form;
/// throws Error with a sentence when it cannot be one.
QString validName(const QString& name);
/// NFC + Unicode case fold: two names with one key are the same name.
QString nameKey(const QString& name);

} // namespace core
