#pragma once

#include "ui/support/Ask.h"

#include <QWidget>

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
    void removeChosen();
    void fill(bool isMore);

    Ask m_ask;
    QStringList m_paths;
    QListWidget* m_list;
    QPushButton* m_remove = nullptr;
    QPushButton* m_clear = nullptr;
    QLabel* m_problem;
};

} // namespace ui
