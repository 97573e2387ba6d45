#pragma once

#include <QPointer>
#include <QWidget>

namespace ui {

class NoticeBar;
class Session;

/// What is to be said over whatever page is shown: why nothing can be edited, what could not be read, which trainings wait to be
/// started, and what happened before the project was opened. Each is a bar of its own; without anything to say there is none.
class PageBars final : public QWidget {
    Q_OBJECT
public:
    explicit PageBars(QWidget* parent = nullptr);

    void setSession(Session* session); // null: the project was left, and nothing is said any more
    void sayFailed(const QString& sentence);
    void say(const QString& sentence); // of the program itself: stays until it is closed, whatever project comes and goes

Q_SIGNALS:
    void backupsRequested();
    void editingRequested(); // of a project that is open for reading

private:
    NoticeBar* addBar(const char* name);
    void sayLocked();
    void sayWaiting();

    QPointer<Session> m_session;
    NoticeBar* m_program; // what the program has to say of itself
    NoticeBar* m_locked;  // why nothing can be edited
    NoticeBar* m_failed;  // what could not be read
    NoticeBar* m_waiting; // trainings that wait to be started
    NoticeBar* m_notes;   // what happened before the opening
};

} // namespace ui
