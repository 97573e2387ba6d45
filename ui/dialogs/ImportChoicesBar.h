#pragma once

#include "core/project/ImportJob.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace ui {

/// What becomes of annotation that is there already, of the splits, and of pictures of which the source says nothing. Only what a
/// source gives reason to ask is shown.
class ImportChoicesBar final : public QWidget {
    Q_OBJECT
public:
    explicit ImportChoicesBar(QWidget* parent = nullptr);

    void setReport(const core::ImportReport& report);
    /// Writes what is chosen here into `choices`.
    void takeInto(core::ImportChoices& choices) const;
    void reset();

Q_SIGNALS:
    void changed();

private:
    QComboBox* add(const QString& name, int column);
    void show(QComboBox* box, bool isShown, const QString& title);

    QGridLayout* m_layout;
    std::vector<QLabel*> m_titles; // of the boxes, in their order
    std::vector<QComboBox*> m_boxes;
    QComboBox* m_existing;
    QComboBox* m_splits;
    QComboBox* m_unlisted;
};

} // namespace ui
