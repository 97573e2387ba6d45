#pragma once

#include "core/base/MachineShare.h"
#include "core/project/StorageUse.h"
#include "ui/widgets/SettingsPage.h"

#include <QPointer>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace ui {

class Card;
class Session;

/// What Oriel keeps on the disk: of the open project part by part, of those opened lately in sum; emptying; and the limits. Everything
/// is counted on a thread of its own.
class StorageSettings final : public SettingsPage {
    Q_OBJECT
public:
    explicit StorageSettings(QWidget* parent = nullptr);
    ~StorageSettings() override; // cancels the counting

    void setSession(Session* session); // null: no project is open
    void measure();                    // all, anew; while something is emptied nothing

protected:
    void showEvent(QShowEvent* event) override;

private:
    void addLimits();
    QSpinBox* addLimit(const char* objectName, int most, const QString& label, const QString& topic, int core::MachineShare::*value);
    void take(const core::StorageUse& use);
    void showOpen(const core::StorageUse& use);
    void showOthers();
    void empty(const QString& folder, std::vector<core::CachePart> parts);
    QString openFolder() const;
    QString whyNot(const QString& folder) const;
    void say(const QString& sentence, bool isWrong = false);

    QPointer<Session> m_session;
    std::vector<core::StorageUse> m_known; // in the order of the list
    std::unique_ptr<core::StorageJob> m_job;
    Card* m_open;
    QGridLayout* m_openGrid;
    Card* m_others;
    QGridLayout* m_othersGrid;
    QLabel* m_said;
};

} // namespace ui
