#pragma once

#include "ui/support/Ask.h"

#include <QObject>
#include <QPointer>

namespace ui {

class ExportDialog;
class ImportDialog;
class Session;

/// The way out of an open project. Before it is closed, or another one is opened in its place, edits that are on their way are saved,
/// and the person is asked about all that would be ended or lost. Nothing here blocks the window.
class Leaving final : public QObject {
    Q_OBJECT
public:
    Leaving(Ask ask, QWidget* window);

    /// The project that may be left, the import into it and the export out of it; null: none.
    void setSession(Session* session);
    void setImport(ImportDialog* import);
    void setExport(ExportDialog* dialog);

    /// Nothing would be ended, lost or waited for.
    bool isIdle() const;
    /// Does `act` once nothing is on its way and the person has agreed to what it ends; at once where there is nothing of the kind.
    /// Not at all when the person decides to stay. `title`: the act, as the question's title.
    void whenIdle(const QString& title, const std::function<void()>& act);

private:
    QString endedByIt() const; // what runs and would be ended, as a question; empty: nothing
    void ask(const QString& title, const QString& question, const std::function<void()>& act);
    void askAboutUnsaved(const QString& title, const std::function<void()>& act);
    void whenSaved(const QString& title, const std::function<void()>& act);

    Ask m_ask;
    QWidget* m_window;
    QPointer<Session> m_session;
    QPointer<ImportDialog> m_import;
    QPointer<ExportDialog> m_export;
    bool m_isWaiting = false; // for edits on their way, or for an answer
};

} // namespace ui
