#pragma once

#include "core/dataset/Annotation.h"

#include <QFrame>
#include <QImage>

class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace core {
class Thumbnails;
}

namespace ui {

/// The picture of one item with its boxes, in the width it is given.
class ItemPicture final : public QWidget {
    Q_OBJECT
public:
    explicit ItemPicture(QWidget* parent = nullptr);
    void setItem(const std::optional<core::Item>& item, const std::vector<core::ConceptRecord>& concepts);
    void setPicture(const QImage& picture);
    QSize sizeHint() const override { return {256, 192}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * 3 / 4; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<core::Item> m_item;
    std::vector<core::ConceptRecord> m_concepts;
    QImage m_picture;
};

/// The side panel of Images: what the chosen image is, and what can be done with it.
class ItemInspector final : public QFrame {
    Q_OBJECT
public:
    explicit ItemInspector(core::Thumbnails& thumbnails, QWidget* parent = nullptr);

    /// `item`: the current one, absent when none. `selected`: how many are chosen in the grid.
    void setItem(const std::optional<core::Item>& item, int selected, const std::vector<core::ConceptRecord>& concepts, core::ViewType type);
    void requestPicture(); // again, when other requests may have pushed it out
    void setReadOnly(bool readOnly, const QString& reason);

Q_SIGNALS:
    void annotateRequested();
    void removeRequested();
    void acceptRequested();

private:
    void fillConcepts(const core::Item& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type);
    void fillFacts(const core::Item& item);

    core::Thumbnails& m_thumbnails;
    std::optional<core::ImageRecord> m_image;
    QLabel* m_name;
    ItemPicture* m_picture;
    QLabel* m_size;
    QLabel* m_split;
    QLabel* m_state;
    QLabel* m_folder;
    QLabel* m_warning;
    QPushButton* m_accept;
    QLabel* m_conceptsTitle;
    QGridLayout* m_concepts;
    QPushButton* m_annotate;
    QPushButton* m_remove;
    QWidget* m_body;
};

} // namespace ui
