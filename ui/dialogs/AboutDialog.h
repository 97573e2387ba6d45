#pragma once

#include <QDialog>

namespace ui {

/// Versions of program and libraries, the device trainings run on, licences; all of it to copy.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
    QString report() const { return m_report; } // what Copy puts on the clipboard

private:
    QString m_report;
};

} // namespace ui
