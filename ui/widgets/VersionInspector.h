#pragma once

#include "core/dataset/Model.h"
#include "ui/widgets/Card.h"

class QLabel;

namespace ui {

class FactList;

/// What a version started from, how it ran and on what: the facts below the Library.
class VersionInspector final : public Card {
    Q_OBJECT
public:
    explicit VersionInspector(QWidget* parent = nullptr);
    /// `waiting`: when a queued one begins, in words; empty: it does not wait.
    void setVersion(const core::VersionRecord& version, qint64 bytesOnDisk, const QString& waiting = {});

private:
    QLabel* m_caption;
    FactList* m_start;
    FactList* m_run;
    FactList* m_data;
};

} // namespace ui
