#pragma once

#include "core/project/ImportJob.h"

#include <QWidget>

class QLineEdit;
class QTableWidget;

namespace ui {

/// The concepts of a source: how many annotations each has and, while there is something to choose, which concept of the view it
/// becomes. A third column opens a list with a field: another name, a concept of the view, or "Leave out".
class ImportConcepts final : public QWidget {
    Q_OBJECT
public:
    explicit ImportConcepts(bool choosing, QWidget* parent = nullptr);

    /// `known`: names of the concepts that the view has. Choices for concepts that are no longer there are forgotten.
    void setReport(const core::ImportReport& report, const QStringList& known);
    /// See ImportChoices::conceptNames: what was chosen by hand.
    const QHash<QString, QString>& names() const { return m_names; }
    /// As a person does in the list; an empty name leaves the concept out.
    void setName(const QString& source, const QString& name);

Q_SIGNALS:
    void changed();

private:
    void fill(const core::ImportReport& report);
    QString becomes(const QString& source, const core::ImportReport& report) const;
    void search(const QString& words);

    bool m_choosing;
    QHash<QString, QString> m_names;
    QLineEdit* m_search;
    QTableWidget* m_table;
};

} // namespace ui
