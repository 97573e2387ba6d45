#pragma once

#include "core/dataset/View.h"
#include "core/project/ExportPlan.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Session;

/// What an export is asked: which images of which view, in which format, where to. Knows what fits together; counts and writes nothing.
class ExportChoices final : public QWidget {
    Q_OBJECT
public:
    /// `selected`: the items that are selected on the Images page, of the session's view.
    ExportChoices(Session& session, std::vector<core::ItemId> selected, QWidget* parent = nullptr);

    core::ViewId view() const;
    QString viewName() const;
    core::ExportRequest request() const;
    void setTarget(const QString& folder);
    /// The same for the terminal; empty where the terminal has no words for it: images that were picked one by one.
    QString command() const;
    /// Why nothing can be exported by these choices alone, a sentence; empty: it can.
    QString problem() const;

Q_SIGNALS:
    void changed();       // what would go out
    void targetChanged(); // only where to

private:
    void build();
    QComboBox* addChoice(QFormLayout* form, const char* object, const QString& label, const std::vector<std::pair<QString, QString>>& choices);
    QWidget* splitRow();
    QWidget* folderRow();
    void viewChosen();
    void formatChosen();
    void tellLoss();
    void proposeTarget();
    const core::DataOutput* output() const;
    core::ViewType type() const;

    Session& m_session;
    std::vector<core::ViewRecord> m_views;
    std::vector<core::ItemId> m_selected;
    QComboBox* m_view = nullptr;
    QComboBox* m_images = nullptr;
    std::vector<QCheckBox*> m_splits; // by core::Split
    QCheckBox* m_unseen = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_pictures = nullptr;
    QComboBox* m_names = nullptr;
    QComboBox* m_index = nullptr;
    QComboBox* m_unanswered = nullptr; // tagging
    QFormLayout* m_right = nullptr;
    QLabel* m_loss = nullptr;
    QLineEdit* m_target = nullptr;
    QPushButton* m_choose = nullptr;
    bool m_hasChosenUnseen = false; // the person, so that it does not follow the format any more
    bool m_hasChosenTarget = false;
};

} // namespace ui
