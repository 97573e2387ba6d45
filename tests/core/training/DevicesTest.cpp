#include "core/base/MachineShare.h"
#include "core/networks/Device.h"
#include "core/training/Devices.h"
#include "core/training/GraphicsCards.h"
#include "core/training/SelfTest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using core::GraphicsCard;

/// Cards are read from the files of a made-up system; the processor is tested for real.
class DevicesTest final : public QObject {
    Q_OBJECT

    /// Writes a file of the made-up system.
    static void write(const QTemporaryDir& root, const QString& path, const QByteArray& text)
    {
        const QString whole = root.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static void addCard(const QTemporaryDir& root, const QString& place, const QByteArray& kind, const QByteArray& maker, const QByteArray& device)
    {
        const QString folder = QStringLiteral("sys/bus/pci/devices/%1/").arg(place);
        write(root, folder + QStringLiteral("class"), kind + '\n');
        write(root, folder + QStringLiteral("vendor"), maker + '\n');
        write(root, folder + QStringLiteral("device"), device + '\n');
    }

private Q_SLOTS:
    void cleanup() { core::setMachineShare({}); }

    void cardsAreReadFromTheSystem()
    {
        QTemporaryDir root;
        addCard(root, QStringLiteral("0000:00:02.0"), "0x030000", "0x8086", "0x46a6");
        addCard(root, QStringLiteral("0000:01:00.0"), "0x030000", "0x10de", "0x2503");
        addCard(root, QStringLiteral("0000:02:00.0"), "0x030200", "0x10de", "0x2330"); // without an output
        addCard(root, QStringLiteral("0000:03:00.0"), "0x038000", "0x1002", "0x74a1");
        addCard(root, QStringLiteral("0000:04:00.0"), "0x030000", "0x1234", "0x1111"); // of a virtual machine
        addCard(root, QStringLiteral("0000:05:00.0"), "0x020000", "0x10de", "0x0001"); // a network
        write(root, QStringLiteral("proc/driver/nvidia/version"), "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023\nGCC version: 12\n");
        write(root, QStringLiteral("proc/driver/nvidia/gpus/0000:01:00.0/information"), "Model: \t\t NVIDIA GeForce RTX 3060\nIRQ:   \t\t 131\nDevice Minor: \t 0\n");
        write(root, QStringLiteral("sys/bus/pci/devices/0000:03:00.0/mem_info_vram_total"), "206141652992\n");
        write(root, QStringLiteral("usr/share/misc/pci.ids"), "1002  Advanced Micro Devices\n\t74a1  Aqua Vanjaram [Instinct MI300X]\n10de  NVIDIA Corporation\n\t2330  GH100 [H100 SXM5 80GB]\n");

        const auto cards = core::graphicsCards(root.path());
        QCOMPARE(cards.size(), size_t(4));
        QCOMPARE(cards[0].name, QStringLiteral("NVIDIA GeForce RTX 3060"));
        QCOMPARE(cards[0].driver, QStringLiteral("535.104.05"));
        QCOMPARE(cards[1].name, QStringLiteral("NVIDIA GH100 [H100 SXM5 80GB]"));
        QCOMPARE(int(cards[2].maker), int(GraphicsCard::Maker::Amd));
        QCOMPARE(cards[2].name, QStringLiteral("AMD Aqua Vanjaram [Instinct MI300X]"));
        QCOMPARE(cards[2].memory, 206141652992LL);
        QCOMPARE(int(cards[3].maker), int(GraphicsCard::Maker::Intel));
        QCOMPARE(cards[3].name, QStringLiteral("Intel graphics card"));
    }

    void aSystemWithoutCardsHasNone()
    {
        QTemporaryDir root;
        QVERIFY(core::graphicsCards(root.path()).empty());
    }

    void whatStandsInTheWayIsSaid_data()
    {
        QTest::addColumn<int>("maker");
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("closed");
        QTest::addColumn<int>("cuda");
        QTest::addColumn<QStringList>("words");
        const int nvidia = int(GraphicsCard::Maker::Nvidia);
        QTest::newRow("of another maker") << int(GraphicsCard::Maker::Amd) << QString() << QString() << 12060 << QStringList{QStringLiteral("NVIDIA")};
        QTest::newRow("a libtorch for the processor") << nvidia << QStringLiteral("535.104.05") << QString() << 0 << QStringList{QStringLiteral("libtorch")};
        QTest::newRow("no driver") << nvidia << QString() << QString() << 12060 << QStringList{QStringLiteral("No driver"), QStringLiteral("525.60.13")};
        QTest::newRow("an old driver") << nvidia << QStringLiteral("470.223.02") << QString() << 12060 << QStringList{QStringLiteral("470.223.02"), QStringLiteral("525.60.13")};
        QTest::newRow("old by its last number") << nvidia << QStringLiteral("525.60.11") << QString() << 12060 << QStringList{QStringLiteral("525.60.13")};
        QTest::newRow("too old for CUDA 13") << nvidia << QStringLiteral("535.104.05") << QString() << 13000 << QStringList{QStringLiteral("580.65.06")};
        QTest::newRow("no right to it") << nvidia << QStringLiteral("535.104.05") << QStringLiteral("/dev/nvidia0") << 12060 << QStringList{QStringLiteral("/dev/nvidia0")};
        QTest::newRow("hidden") << nvidia << QStringLiteral("535.104.05") << QString() << 12060 << QStringList{QStringLiteral("CUDA_VISIBLE_DEVICES")};
    }
    void whatStandsInTheWayIsSaid()
    {
        QFETCH(int, maker);
        QFETCH(QString, driver);
        QFETCH(QString, closed);
        QFETCH(int, cuda);
        QFETCH(QStringList, words);
        const auto why = core::whyNotUsable({.maker = GraphicsCard::Maker(maker), .driver = driver, .closedFile = closed}, {.version = cuda});
        for (const auto& word : words)
            QVERIFY2(why.contains(word), qPrintable(why));
        QVERIFY2(why.contains(QStringLiteral("processor")), "what goes on all the same");
    }

    void theProcessorIsKnown()
    {
        const auto& known = core::devices();
        QVERIFY(known.size() >= 2); // and a card, or why there is none
        QCOMPARE(known[0].id, QStringLiteral("cpu"));
        QVERIFY(known[0].usable);
        QVERIFY(known[0].cores >= 1);
        QVERIFY(known[0].memory > 0);
        for (const auto& device : known)
            QVERIFY2(device.usable != !device.reason.isEmpty(), "usable, or why not");
#ifdef Q_PROCESSOR_X86_64
        QFile cpu(QStringLiteral("/proc/cpuinfo"));
        if (cpu.open(QIODevice::ReadOnly))
            QCOMPARE(known[0].instructions.contains(QStringLiteral("AVX2")), cpu.readAll().contains(" avx2 "));
#endif
    }

    void theProcessorPasses()
    {
        core::setMachineShare({.threads = 1}); // beside other tests, threads wait for each other
        QStringList steps;
        const auto report = core::selfTest(QStringLiteral("cpu"), {.stepChanged = [&](const QString& step, int, int) { steps << step; }, .isCanceled = {}});
        QVERIFY2(report.isPassed, qPrintable(report.sentence));
        QCOMPARE(steps.size(), 4);
        QVERIFY(report.imagesPerSecond > 0);
        QVERIFY(report.largestDifference > 0); // another way of computing rounds otherwise
        QVERIFY(report.largestDifference < 1e-4);
        QVERIFY(report.seconds > 0);
        QVERIFY(report.sentence.startsWith(QStringLiteral("Passed:")));
    }

    void itEndsWhenCanceled()
    {
        const auto report = core::selfTest(QStringLiteral("cpu"), {.stepChanged = {}, .isCanceled = [] { return true; }});
        QVERIFY(report.isCanceled);
        QVERIFY(!report.isPassed);
    }

    void whatCannotBeUsedSaysWhy_data()
    {
        QTest::addColumn<QString>("device");
        QTest::newRow("no such device") << QStringLiteral("cuda:77");
        for (const auto& device : core::devices()) {
            if (!device.usable)
                QTest::addRow("%s", qPrintable(device.id)) << device.id;
        }
    }
    void whatCannotBeUsedSaysWhy()
    {
        QFETCH(QString, device);
        const auto report = core::selfTest(device);
        QVERIFY(!report.isPassed);
        const auto known = std::ranges::find(core::devices(), device, &core::DeviceEntry::id);
        QVERIFY2(report.sentence.contains(known == core::devices().end() ? device : known->reason), qPrintable(report.sentence));
    }

    void autoIsWhatThePersonPrefers_data()
    {
        QTest::addColumn<QString>("preferred");
        QTest::addColumn<bool>("isProcessor");
        const bool hasOther = core::chooseDevice(QStringLiteral("auto")) != torch::Device(torch::kCPU);
        QTest::newRow("the processor") << QStringLiteral("cpu") << true;
        QTest::newRow("what is not here") << QStringLiteral("cuda:77") << !hasOther;
        QTest::newRow("nothing") << QStringLiteral("auto") << !hasOther;
        QTest::newRow("no device at all") << QStringLiteral("toaster") << !hasOther;
    }
    void autoIsWhatThePersonPrefers()
    {
        QFETCH(QString, preferred);
        core::setMachineShare({.device = preferred});
        QTEST(core::chooseDevice(QStringLiteral("auto")).is_cpu(), "isProcessor");
    }

    void computingTakesTheThreadsOfTheShare()
    {
        core::setMachineShare({.threads = 1});
        QCOMPARE(core::useThreads(0), 1);
        QCOMPARE(torch::get_num_threads(), 1);
        QCOMPARE(core::useThreads(2), 2);
    }
};

QTEST_GUILESS_MAIN(DevicesTest)
#include "DevicesTest.moc"
