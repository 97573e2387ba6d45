#include "core/training/SpecFields.h"
#include "tests/ui/support/SmallProject.h"
#include "ui/HelpDesk.h"
#include "ui/Session.h"
#include "ui/dialogs/HelpWindow.h"
#include "ui/dialogs/TrainVersionDialog.h"
#include "ui/support/Help.h"
#include "ui/support/Theme.h"
#include "ui/widgets/TrainingOptions.h"

#include <QLineEdit>
#include <QListWidget>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

using namespace ui;

/// Every page, option and setting finds its text, in each language, and no link leads nowhere.
class HelpTest final : public QObject {
    Q_OBJECT

    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : Help::languages())
            QTest::newRow(qPrintable(language)) << language;
    }
    static QStringList topicsOf(const Help& help)
    {
        QStringList topics;
        for (const HelpPage& page : help.pages()) {
            topics << page.id;
            for (const HelpSection& section : page.sections)
                topics << page.id + QLatin1Char('#') + section.id;
        }
        return topics;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("OrielTest"));
        QSettings().clear();
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        Theme::of();
    }

    void everyOptionOfATrainingHasItsText_data() { languages(); }
    void everyOptionOfATrainingHasItsText()
    {
        QFETCH(QString, language);
        const Help help(language);
        for (const core::SpecField& field : core::specFields()) {
            if (*field.option == '\0')
                continue; // the view says it
            const QString topic = QStringLiteral("options#") + QLatin1String(field.key);
            QVERIFY2(help.section(topic), qPrintable(topic));
            QVERIFY2(help.brief(topic).size() > 30, qPrintable(topic));
            QVERIFY2(help.section(topic)->text.trimmed().contains(QStringLiteral("\n\n")), "what it is, and when to change it");
        }
    }

    void aLanguageTellsAsMuchAsAnother_data() { languages(); }
    void aLanguageTellsAsMuchAsAnother()
    {
        QFETCH(QString, language);
        const Help help(language);
        QCOMPARE(topicsOf(help), topicsOf(Help(QStringLiteral("en"))));
        for (const HelpPage& page : help.pages())
            QVERIFY2(QFile::exists(QStringLiteral(":/help/%1/%2.md").arg(language, page.id)), qPrintable(page.id)); // not the English one in its place
    }

    void theTextsAreWhole_data() { languages(); }
    void theTextsAreWhole()
    {
        QFETCH(QString, language);
        const Help help(language);
        QVERIFY(help.pages().size() >= 15);
        static const QRegularExpression mark(QStringLiteral("^##+ .*"), QRegularExpression::MultilineOption);
        for (const HelpPage& page : help.pages()) {
            QVERIFY2(!page.title.isEmpty(), qPrintable(page.id));
            QVERIFY2(!help.brief(page.id).isEmpty(), qPrintable(page.id));
            QVERIFY2(!mark.match(page.text).hasMatch(), qPrintable(page.id + QStringLiteral(": a heading without its id")));
            QSet<QString> ids, titles;
            for (const HelpSection& section : page.sections) {
                const QString name = page.id + QLatin1Char('#') + section.id;
                QVERIFY2(!ids.contains(section.id) && !titles.contains(section.title), qPrintable(name)); // the window finds a section by its title
                ids << section.id;
                titles << section.title;
                QVERIFY2(!section.text.trimmed().isEmpty(), qPrintable(name));
                QVERIFY2(!mark.match(section.text).hasMatch(), qPrintable(name + QStringLiteral(": a heading without its id")));
            }
        }
    }

    void noLinkLeadsNowhere_data() { languages(); }
    void noLinkLeadsNowhere()
    {
        QFETCH(QString, language);
        const Help help(language);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\)")), target(QStringLiteral("^([a-z-]+)\\.md(#[a-zA-Z0-9-]+)?$"));
        int links = 0;
        for (const HelpPage& page : help.pages()) {
            for (auto each = link.globalMatch(Help::whole(page)); each.hasNext(); ++links) {
                const QString to = each.next().captured(1);
                const auto found = target.match(to);
                QVERIFY2(found.hasMatch() && help.has(found.captured(1) + found.captured(2)), qPrintable(page.id + QStringLiteral(" → ") + to));
            }
        }
        QVERIFY(links > 15);
    }

    /// What any page, dialog or menu of the source asks for is there.
    void everyTopicOfTheSourceExists()
    {
        const Help help(QStringLiteral("en"));
        static const QRegularExpression asked(QStringLiteral("(?:setHelp\\([^;]*|brief\\(|m_help->show\\(|addRow\\(\\{[^}]*?)QStringLiteral\\(\"([a-z-]+(?:#[a-zA-Z-]+)?)\"\\)"));
        int topics = 0;
        for (QDirIterator files(QStringLiteral(ORIEL_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto each = asked.globalMatch(QString::fromUtf8(file.readAll())); each.hasNext(); ++topics) {
                const QString topic = each.next().captured(1);
                QVERIFY2(help.has(topic), qPrintable(file.fileName() + QStringLiteral(": ") + topic));
            }
        }
        QVERIFY(topics >= 12);
    }

    void aLanguageWithoutTextsIsAnsweredInEnglish()
    {
        QCOMPARE(Help(QStringLiteral("xx")).page(QStringLiteral("options"))->title, Help(QStringLiteral("en")).page(QStringLiteral("options"))->title);
    }

    void whatDoesNotExistIsNotFound()
    {
        const Help help(QStringLiteral("en"));
        QVERIFY(!help.has(QStringLiteral("nowhere")));
        QVERIFY(!help.has(QStringLiteral("options#nothing")));
        QVERIFY(help.brief(QStringLiteral("options#nothing")).isEmpty());
        QVERIFY(!help.section(QStringLiteral("options")));
    }

    void theFirstParagraphIsPlain()
    {
        const QString brief = Help(QStringLiteral("en")).brief(QStringLiteral("start"));
        QVERIFY(brief.startsWith(QStringLiteral("Oriel teaches")));
        for (const char* mark : {"**", "](", "#", "\n"})
            QVERIFY(!brief.contains(QLatin1String(mark)));
    }

    void wordsAreFoundInTitlesFirst()
    {
        const Help help(QStringLiteral("en"));
        const auto hits = help.find(QStringLiteral("batch"));
        QVERIFY(hits.size() > 2);
        QCOMPARE(hits.front().topic, QStringLiteral("options#batchSize"));
        QVERIFY(help.find(QStringLiteral("driver card")).size() >= 1); // both words
        QCOMPARE(help.find(QStringLiteral("keys everywhere")).front().topic, QStringLiteral("keys#everywhere")); // page and section together
        QVERIFY(help.find(QStringLiteral("xylophone")).empty());
        QVERIFY(help.find(QStringLiteral("  ")).empty());
    }

    void everyRowOfTheTrainDialogAsksForItsOwnText()
    {
        SmallProject small(core::ViewType::Detection);
        TrainVersionDialog dialog(*small.session);
        auto* options = dialog.findChild<TrainingOptions*>();
        QSignalSpy requested(small.session.get(), &Session::helpRequested);
        int rows = 0;
        for (auto* button : options->findChildren<QToolButton*>()) {
            if (!button->objectName().endsWith(QStringLiteral("Help")))
                continue;
            ++rows;
            button->click();
            const QString topic = requested.last().first().toString();
            QVERIFY2(Help::of().section(topic), qPrintable(topic));
            auto* field = options->findChild<QWidget*>(button->objectName().chopped(4));
            QVERIFY2(field, qPrintable(button->objectName()));
            QCOMPARE(HelpDesk::topicFor(field), topic); // F1 says the same
            QCOMPARE(field->toolTip(), Help::of().brief(topic));
        }
        QCOMPARE(rows, 11);
        QCOMPARE(requested.size(), rows);
        QCOMPARE(HelpDesk::topicFor(dialog.findChild<QLineEdit*>(QStringLiteral("versionName"))), QStringLiteral("options#name"));
        QCOMPARE(HelpDesk::topicFor(&dialog), QStringLiteral("options"));
    }

    void aWidgetIsAskedFirstAndThenWhatHoldsIt()
    {
        QWidget page;
        page.setObjectName(QStringLiteral("libraryPage"));
        QWidget inner(&page);
        QCOMPARE(HelpDesk::topicFor(&inner), QStringLiteral("library"));
        setHelp(&inner, QStringLiteral("metrics#ap"));
        QCOMPARE(HelpDesk::topicFor(&inner), QStringLiteral("metrics#ap"));
        setHelp(&inner, QStringLiteral("metrics#no-such"));
        QCOMPARE(HelpDesk::topicFor(&inner), QStringLiteral("library"));
        QVERIFY(HelpDesk::topicFor(nullptr).isEmpty());
        QWidget unknown;
        unknown.setObjectName(QStringLiteral("question"));
        QVERIFY(HelpDesk::topicFor(&unknown).isEmpty());
        QWidget dialog;
        dialog.setObjectName(QStringLiteral("exportModelDialog"));
        QCOMPARE(HelpDesk::topicFor(&dialog), QStringLiteral("export-model"));
    }

    void theWindowOpensAtWhatIsAskedFor()
    {
        HelpWindow window(QStringLiteral("| Do it | Ctrl+X |\n|---|---|\n"));
        window.open(QStringLiteral("options#seed"));
        QCOMPARE(window.topic(), QStringLiteral("options#seed"));
        auto* text = window.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        QCOMPARE(text->textCursor().block().text(), Help::of().section(QStringLiteral("options#seed"))->title);
        QTRY_VERIFY(text->verticalScrollBar()->value() > 100);
        window.open(QStringLiteral("options#nothing")); // an older link: its page at least
        QCOMPARE(window.topic(), QStringLiteral("options"));
        window.open(QStringLiteral("nowhere"));
        QCOMPARE(window.topic(), QStringLiteral("start"));
    }

    void theWayBackIsKept()
    {
        HelpWindow window;
        window.open(QStringLiteral("start"));
        window.open(QStringLiteral("metrics#ap"));
        auto* back = window.findChild<QToolButton*>(QStringLiteral("helpBack"));
        auto* forward = window.findChild<QToolButton*>(QStringLiteral("helpForward"));
        QVERIFY(back->isEnabled() && !forward->isEnabled());
        back->click();
        QCOMPARE(window.topic(), QStringLiteral("start"));
        QVERIFY(!back->isEnabled() && forward->isEnabled());
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.topic(), QStringLiteral("metrics#ap"));
    }

    void wordsFindAndEnterOpens()
    {
        HelpWindow window;
        window.open(QStringLiteral("start"));
        auto* search = window.findChild<QLineEdit*>(QStringLiteral("helpSearch"));
        auto* list = window.findChild<QListWidget*>(QStringLiteral("helpList"));
        const int all = list->count();
        QCOMPARE(all, int(Help::of().pages().size()));
        QTest::keyClicks(search, QStringLiteral("learning rate"));
        QVERIFY(list->count() > 0);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(window.topic(), QStringLiteral("options#learningRate"));
        search->setText(QStringLiteral("xylophone"));
        QCOMPARE(list->count(), 1);
        QVERIFY(!(list->item(0)->flags() & Qt::ItemIsSelectable));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(window.topic(), QStringLiteral("options#learningRate")); // nothing found leads nowhere
        search->clear();
        QCOMPARE(list->count(), all);
    }

    void theKeysAreThoseOfTheMenus()
    {
        HelpWindow window(QStringLiteral("| Command | Key |\n|---|---|\n| Do the thing | Ctrl+Q |\n"));
        window.open(QStringLiteral("keys"));
        const QString text = window.findChild<QTextBrowser*>(QStringLiteral("helpText"))->toPlainText();
        QVERIFY(text.contains(QStringLiteral("Do the thing")));
        QVERIFY(!text.contains(QStringLiteral("{{")));
    }
};

QTEST_MAIN(HelpTest)
#include "HelpTest.moc"
