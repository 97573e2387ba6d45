#pragma once

#include "core/dataset/Annotation.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace ui {

class FlowLayout;

/// Chooses which images of the view a list shows: by name, concept, split, state, and by what is the matter with a file. Where it is
/// narrow, its fields stand in two lines.
class ItemFilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit ItemFilterBar(QWidget* parent = nullptr);

    core::ItemFilter filter() const;
    int filterCount() const; // how many parts of it restrict
    void setConcepts(const std::vector<core::ConceptRecord>& concepts); // keeps the chosen one where it still is
    /// The states of files that are not good, with how many there are; the field is only shown when there is one.
    void setHealths(const std::vector<std::pair<core::Health, int>>& counts);
    void showHealth(core::Health health);
    void clear();
    void addWidget(QWidget* widget); // at the right edge

Q_SIGNALS:
    void changed(); // 300 ms after the last key of a search, else at once

private:
    QComboBox* field(const char* object, const QString& name);

    QLineEdit* m_search;
    QComboBox* m_concept;
    QComboBox* m_split;
    QComboBox* m_state;
    QComboBox* m_health;
    QPushButton* m_clear;
    FlowLayout* m_layout;
    QTimer* m_searchDelay;
};

} // namespace ui
