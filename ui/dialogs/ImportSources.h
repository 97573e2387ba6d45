#pragma once

#include "core/formats/ReadSources.h"
#include "ui/support/Ask.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace ui {

/// What is to be imported: files and folders, by dialog or drop, each once.
class ImportSources final : public QWidget {
    Q_OBJECT
public:
    explicit ImportSources(const Ask& ask, QWidget* parent = nullptr);

    const QStringList& paths() const { return m_paths; }
    void copyPictures(); // as if a person had asked for it
    /// Writes what is chosen here into `options`: whether pictures are copied, which frames of films are taken.
    void takeInto(core::SourceOptions& options) const;
    void add(const QStringList& paths);
    /// Why the last reading of them failed; empty: it did not.
    void sayProblem(const QString& sentence);

Q_SIGNALS:
    void changed(bool isMore); // false: some were taken out

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QLayout* makeButtons();
    QLayout* makeOptions();
    void removeChosen();
    void fill(bool isMore);

    Ask m_ask;
    QStringList m_paths;
    QListWidget* m_list;
    QPushButton* m_remove = nullptr;
    QPushButton* m_clear = nullptr;
    QCheckBox* m_copies = nullptr;
    QWidget* m_films = nullptr; // shown while there is one in the list
    QComboBox* m_frames = nullptr;
    QCheckBox* m_skips = nullptr;
    QLabel* m_problem;
};

} // namespace ui
