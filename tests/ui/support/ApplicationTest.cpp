#include "ui/support/Application.h"

#include "core/base/Error.h"

#include <QAbstractListModel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace ui;

namespace {

class ThrowingWidget final : public QWidget {
public:
    int painted = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        ++painted;
        throw core::Error(QStringLiteral("The picture cannot be painted."));
    }
};

class ThrowingModel final : public QAbstractListModel {
public:
    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 3; }
    QVariant data(const QModelIndex&, int) const override { throw std::runtime_error("a page of the database"); }
};

} // namespace

class ApplicationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatASlotThrowsIsTold()
    {
        QSignalSpy failed(qobject_cast<Application*>(QCoreApplication::instance()), &Application::failed);
        QPushButton button;
        int clicks = 0;
        connect(&button, &QPushButton::clicked, this, [&] {
            ++clicks;
            throw core::Error(QStringLiteral("It cannot be read."));
        });
        button.show();
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::mouseClick(&button, Qt::LeftButton); // the button goes on
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(clicks, 2);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("It cannot be read."));
        QVERIFY(!button.isDown());
    }

    void whatATimerThrowsIsTold()
    {
        QSignalSpy failed(qobject_cast<Application*>(QCoreApplication::instance()), &Application::failed);
        QTimer::singleShot(0, this, [] { throw core::Error(QStringLiteral("Later.")); });
        QTRY_COMPARE(failed.count(), 1);
    }

    void whatAPaintingThrowsIsToldAndItIsPaintedAgain()
    {
        QSignalSpy failed(qobject_cast<Application*>(QCoreApplication::instance()), &Application::failed);
        ThrowingWidget widget;
        widget.resize(80, 60);
        widget.show();
        QTRY_VERIFY(widget.painted > 0);
        const int before = widget.painted;
        widget.update();
        QTRY_VERIFY(widget.painted > before);
        QTRY_VERIFY(failed.count() > 0);
    }

    void wordsOfTheMachineStayOutOfIt()
    {
        QSignalSpy failed(qobject_cast<Application*>(QCoreApplication::instance()), &Application::failed);
        ThrowingModel model;
        QListView view;
        view.setModel(&model);
        view.show();
        QTRY_VERIFY(failed.count() > 0);
        QVERIFY(!failed[0][0].toString().contains(QLatin1String("database")));
        QVERIFY(!failed[0][0].toString().isEmpty());
    }
};

int main(int argc, char** argv)
{
    Application application(argc, argv);
    ApplicationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ApplicationTest.moc"
