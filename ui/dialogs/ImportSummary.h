#pragma once

#include "core/base/Error.h"
#include "core/project/ImportJob.h"
#include "core/project/Project.h"
#include "ui/support/Ask.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QTableWidget;
class QPushButton;

namespace ui {

class ImportChoicesBar;
class ImportConcepts;

/// What an import will bring or has brought: evidence, target view, counts, concepts, splits, problems.
class ImportSummary final : public QWidget {
    Q_OBJECT
public:
    /// `choosing`: before the import, the target view can be changed.
    ImportSummary(const core::Project& project, const Ask& ask, bool choosing, QWidget* parent = nullptr);

    void setReport(const core::ImportReport& report);
    QString viewName() const;
    std::optional<core::ViewType> type() const;
    core::ImportChoices choices() const;
    void resetChoices(); // other sources, other questions

Q_SIGNALS:
    void targetChanged();  // the sources are to be read again
    void choicesChanged(); // the report is to be made again

private:
    void fillTarget(const core::ImportReport& report);
    void fillCounts(const core::ImportReport& report);
    void fillConcepts(const core::ImportReport& report);
    void fillProblems(const core::ImportReport& report);
    void fitProblems();
    void saveProblems();
    void writeProblems(const QString& path);

    const core::Project& m_project;
    Ask m_ask;
    bool m_choosing;
    core::ImportReport m_report;
    QLabel* m_evidence;
    QWidget* m_target;
    QComboBox* m_view;
    QLineEdit* m_viewName;
    QComboBox* m_type;
    QLabel* m_targetNote;
    QGridLayout* m_counts;
    QLabel* m_conceptsTitle;
    ImportConcepts* m_concepts;
    ImportChoicesBar* m_bar; // null where there is nothing to choose
    QLabel* m_problemsTitle;
    QTableWidget* m_problems;
    QPushButton* m_save;
};

} // namespace ui
