#pragma once

#include "core/dataset/Annotation.h"

#include <QFrame>
#include <QImage>

class QGridLayout;
class QLabel;
class QPushButton;

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

    /// One image, or none.
    void setItem(const std::optional<core::Item>& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type);
    /// Several at once: what they have in common, in numbers.
    void setSelection(const std::vector<core::Item>& items, const std::vector<core::ConceptRecord>& concepts, core::ViewType type);
    void requestPicture(); // again, when other requests may have pushed it out
    void setReadOnly(bool readOnly, const QString& reason);

Q_SIGNALS:
    void annotateRequested();
    void removeRequested();
    void acceptRequested();
    void changeSettled(bool same); // a changed file is the same picture, or a new one
    void relinkRequested();

private:
    void build();
    void show(const QString& title, bool several);
    void addConcept(const core::ConceptRecord& record, const QString& words);
    void clearConcepts();
    void fillConcepts(const core::Item& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type);
    void fillFacts(const core::Item& item);
    void fillWarning(const QString& warning, const std::vector<core::Health>& healths);

    core::Thumbnails& m_thumbnails;
    std::optional<core::Region> m_region;
    QLabel* m_name;
    ItemPicture* m_picture;
    QLabel* m_size;
    QLabel* m_split;
    QLabel* m_state;
    QLabel* m_folder;
    QLabel* m_warning;
    QPushButton* m_accept;
    QPushButton* m_same;
    QPushButton* m_new;
    QPushButton* m_relink;
    QLabel* m_conceptsTitle;
    QGridLayout* m_concepts;
    QPushButton* m_annotate;
    QPushButton* m_remove;
    QWidget* m_body;
};

} // namespace ui
