#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QLineEdit;
class QStackedWidget;

namespace ui {

class Session;
class SettingsPage;
class StorageSettings;

/// What a person sets for all projects on this computer. Changes hold at once; there is nothing to confirm.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    enum Page { General, Devices, Storage };

    explicit SettingsDialog(QWidget* parent = nullptr);

    void setSession(Session* session); // null: no project is open
    void showPage(int page);           // Page
    int pages() const;

Q_SIGNALS:
    void helpRequested(const QString& topic);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addPage(SettingsPage* page);
    void search();

    QLineEdit* m_search;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QLabel* m_nothing; // that the search found
    std::vector<SettingsPage*> m_pages;
    StorageSettings* m_storage;
};

} // namespace ui
