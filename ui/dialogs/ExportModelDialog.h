#pragma once

#include "core/dataset/Model.h"
#include "core/dataset/View.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace core {
class ModelExportJob;
struct ModelExportResult;
struct Progress;
}

namespace ui {

class Session;

/// Asks in which form a version's network shall be written for other programs, writes it, compares the file with the version and says
/// what came out. Closing it while it works gives the export up; nothing is left behind then.
class ExportModelDialog final : public QDialog {
    Q_OBJECT
public:
    ExportModelDialog(Session& session, const core::VersionRecord& version, core::ViewType type, QWidget* parent = nullptr);
    ~ExportModelDialog() override;

    void reject() override;

private:
    void build(core::ViewType type);
    QCheckBox* addOption(const char* object, const QString& text, const QString& explanation);
    void chooseFile();
    void formatChanged();
    void start();
    void showProgress(const core::Progress& progress);
    void showResult(const core::ModelExportResult& result);
    void makeRoom();
    void ended();
    void setBusy(bool isBusy);
    bool isBusy() const;

    Session& m_session;
    core::VersionRecord m_version;
    core::ViewType m_type;
    QRadioButton* m_onnx = nullptr;
    QRadioButton* m_torchScript = nullptr;
    QCheckBox* m_half = nullptr;
    QCheckBox* m_resize = nullptr;
    QCheckBox* m_selection = nullptr; // only of a detection view
    QCheckBox* m_samples = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_choose = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_said = nullptr;
    QPushButton* m_folder = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_close = nullptr;
    std::unique_ptr<core::ModelExportJob> m_job;
};

/// Why a version cannot be exported, a sentence; empty: it can.
QString whyNotExported(const core::VersionRecord& version);
/// Opens the dialog over `parent`; tells why not when the version has no weights.
void exportModel(Session& session, core::VersionId version, QWidget* parent);

} // namespace ui
