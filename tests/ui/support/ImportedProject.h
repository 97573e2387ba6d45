#pragma once

#include "core/project/ImportJob.h"
#include "core/project/Project.h"
#include "core/storage/Editor.h"
#include "ui/Session.h"
#include "ui/support/Ask.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

/// A project of a few drawn pictures with one view, in a temporary folder, for tests of pages.
class ImportedProject {
public:
    /// `prefix`: of the names of the pictures.
    explicit ImportedProject(int pictures, const QString& prefix = {})
    {
        const QString folder = m_folder.filePath(QStringLiteral("pictures"));
        QDir().mkpath(folder);
        for (int i = 0; i < pictures; ++i) {
            QImage image(320, 240, QImage::Format_RGB888);
            image.fill(QColor::fromHsv(i * 37 % 360, 120, 200));
            for (int x = 0; x < 40; ++x) // no two alike
                image.setPixelColor(x, i, Qt::black);
            image.save(folder + QStringLiteral("/%1picture%2.png").arg(prefix).arg(i, 2, 10, QLatin1Char('0')));
        }
        std::unique_ptr<core::Project> project = core::Project::create(path());
        core::ImportJob job(*project);
        QSignalSpy read(&job, &core::ImportJob::readFinished);
        QSignalSpy written(&job, &core::ImportJob::written);
        QSignalSpy finished(&job, &core::Job::finished);
        QSignalSpy failed(&job, &core::Job::failed);
        job.read({.sources = {folder}, .viewName = QStringLiteral("First"), .type = core::ViewType::Detection});
        if (!QTest::qWaitFor([&] { return (!read.isEmpty() && !finished.isEmpty()) || !failed.isEmpty(); }, 20000) || !failed.isEmpty())
            qFatal("the pictures were not read: %s", failed.isEmpty() ? "no answer" : qPrintable(failed[0][0].toString()));
        job.write();
        if (!QTest::qWaitFor([&] { return !written.isEmpty() || !failed.isEmpty(); }, 20000) || !failed.isEmpty())
            qFatal("the pictures were not written: %s", failed.isEmpty() ? "no answer" : qPrintable(failed[0][0].toString()));
    }

    QString path() const { return m_folder.filePath(QStringLiteral("project")); }
    std::unique_ptr<core::Project> open() const { return core::Project::open(path()); }

    /// Adds a view of the type with these concepts.
    static core::ViewId addView(core::Project& project, const QString& name, core::ViewType type, const QStringList& concepts)
    {
        core::ViewId view;
        project.editAndWait(QStringLiteral("Added view"), [&](core::Editor& editor) {
            view = editor.addView(name, type);
            for (const QString& each : concepts)
                editor.addConcept(view, each);
        });
        return view;
    }

private:
    QTemporaryDir m_folder;
};

/// Answers for the questions of pages, and what was asked.
struct Answers {
    int choice = 0;
    QString text;
    QStringList asked;
    QStringList told;

    ui::Ask ask()
    {
        ui::Ask ask;
        ask.choose = [this](QWidget*, const QString&, const QString& question, const QStringList&, const ui::Ask::Chosen& chosen) {
            asked.append(question);
            chosen(choice);
        };
        ask.offer = ask.choose;
        ask.text = [this](QWidget*, const QString& title, const QString&, const QString&, const ui::Ask::Given& given) {
            asked.append(title);
            given(text);
        };
        ask.openFiles = [](auto...) {};
        ask.openFolder = [](auto...) {};
        ask.saveFile = [](auto...) {};
        ask.tell = [this](QWidget*, const QString&, const QString& message) { told.append(message); };
        return ask;
    }
};
