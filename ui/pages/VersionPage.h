#pragma once

#include "core/dataset/Model.h"
#include "core/dataset/View.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace core {
class Job;
class Thumbnails;
struct VersionContents;
}

namespace ui {

class EmptyState;
class PageHeader;
class Session;
class TryItPanel;
class VersionEvaluation;
class VersionInformation;

/// Everything about one version: how it was trained, how good it is and where it fails, and a place to try it on any picture.
/// A picture dropped anywhere on the page is tried, not imported.
class VersionPage final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Information, Evaluation, TryIt };

    VersionPage(Session& session, core::Thumbnails& thumbnails, QWidget* parent = nullptr);
    ~VersionPage() override;

    void showVersion(core::VersionId version);
    core::VersionId version() const { return m_version ? m_version->id : core::VersionId {}; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Files;
    void showDefault();
    std::optional<core::VersionRecord> newest() const; // that was measured, if any was
    void showRecord(const core::VersionRecord& version);
    void showHeader();
    void showNotices(const core::VersionContents& contents);
    void readFiles();
    void showFiles(const Files& files);
    void follow();

    Session& m_session;
    std::optional<core::VersionRecord> m_version;
    core::ViewType m_type = core::ViewType::Classification;
    PageHeader* m_header;
    QPushButton* m_export;
    QPushButton* m_predict;
    QLabel* m_notice;
    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    VersionInformation* m_information;
    VersionEvaluation* m_evaluation;
    TryItPanel* m_tryIt;
    std::unique_ptr<core::Job> m_reading;
};

} // namespace ui
