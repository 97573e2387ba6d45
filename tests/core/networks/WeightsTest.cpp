#include "core/base/Error.h"
#include "core/networks/Weights.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/resource.h>
#endif

class WeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void anExistingFileSurvivesAFolderThatCannotBeWritten();
    void tensorsThatDoNotFitAreRefusedOrLeft();
    void valuesThatAreNotNumbersAreRefused();
    void aLinkIsReplacedAndNotFollowed();
};

namespace {

QByteArray file(const QByteArray& header, const QByteArray& data)
{
    QByteArray bytes(8, 0);
    qToLittleEndian(quint64(header.size()), bytes.data());
    return bytes + header + data;
}

QString written(const QTemporaryDir& folder, const QByteArray& bytes)
{
    const QString path = folder.filePath(QStringLiteral("some.safetensors"));
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path;
}

} // namespace

void WeightsTest::whatIsWrittenIsReadBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ü.safetensors"));
    const std::map<std::string, torch::Tensor> tensors{{"a.weight", torch::randn({3, 2})}, {"b", torch::arange(5)},
        {"c", torch::ones({1}).to(torch::kBFloat16)}, {"odd", torch::ones({3}, torch::kBool)}, {"none", torch::empty({0, 4})}};
    core::writeSafetensors(path, tensors, {{QStringLiteral("oriel.card"), QStringLiteral("{\"x\": 1}")}});
    const auto read = core::readSafetensors(path);

    QCOMPARE(read.entries().size(), tensors.size());
    for (const auto& [name, tensor] : tensors) {
        QCOMPARE(read.entries().at(name).type, tensor.scalar_type());
        QVERIFY(torch::equal(read.tensor(name), tensor));
    }
    QCOMPARE(read.metadata().value(QStringLiteral("oriel.card")).toString(), QStringLiteral("{\"x\": 1}"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing is left beside it
#ifdef Q_OS_UNIX
    QVERIFY(QFile::permissions(path) & QFile::ReadOther); // as every file: the umask decides
#endif
}

void WeightsTest::damagedFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("shorter than its header says") << file(good, {}).left(30);
    QTest::newRow("no JSON") << file("hello there", QByteArray(8, 0));
    QTest::newRow("array") << file("[1,2]", {});
    QTest::newRow("data cut") << file(good, QByteArray(7, 0));
    QTest::newRow("data too long") << file(good, QByteArray(9, 0));
    QTest::newRow("unknown type") << file(R"({"a":{"dtype":"F8","shape":[8],"data_offsets":[0,8]}})", QByteArray(8, 0));
    QTest::newRow("shape and offsets differ") << file(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", QByteArray(8, 0));
    QTest::newRow("negative side") << file(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", QByteArray(8, 0));
    QTest::newRow("size overflows") << file(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", {});
    QTest::newRow("name twice") << file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", QByteArray(8, 0));
    QTest::newRow("overlap") << file(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})", QByteArray(12, 0));
    QTest::newRow("hole") << file(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", QByteArray(8, 0));
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("metadata of 100,000 brackets") << file(R"({"__metadata__":)" + deep + '}', {});
    QTest::newRow("metadata of objects in objects") << file(R"({"__metadata__":)" + QByteArray(R"({"a":)").repeated(100'000) + '1' + QByteArray(100'000, '}') + '}', {});
    QTest::newRow("brackets never closed") << file("{\"a\":" + QByteArray(1'000'000, '['), {});
    QTest::newRow("a thousand sides") << file(R"({"a":{"dtype":"F32","shape":[1)" + QByteArray(",1").repeated(1000) + R"(],"data_offsets":[0,4]}})", QByteArray(4, 0));
    QTest::newRow("empty, but with sides that overflow") << file(R"({"a":{"dtype":"F32","shape":[0,140737488355328,140737488355328],"data_offsets":[0,0]}})", {});
    QTest::newRow("claims more than there is") << file(R"({"a":{"dtype":"F32","shape":[250000000000],"data_offsets":[0,1000000000000]}})", QByteArray(8, 0));
    QTest::newRow("header longer than the file") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10);
    QTest::newRow("entry is no object") << file(R"({"a":7})", {});
}

void WeightsTest::damagedFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = written(folder, bytes);
    QVERIFY_EXCEPTION_THROWN(core::readSafetensors(path), core::Error);
}

void WeightsTest::anExistingFileSurvivesAFolderThatCannotBeWritten()
{
    const QTemporaryDir folder;
    QVERIFY_EXCEPTION_THROWN(core::writeSafetensors(folder.filePath(QStringLiteral("lost/x.safetensors")), {{"a", torch::ones({1})}}), core::Error);

#ifdef Q_OS_LINUX // no file may grow beyond 64 KB, as on a disk that has no more room
    const QString path = folder.filePath(QStringLiteral("x.safetensors"));
    core::writeSafetensors(path, {{"a", torch::ones({1})}});
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{64 << 10, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
    QVERIFY_EXCEPTION_THROWN(core::writeSafetensors(path, {{"a", torch::zeros({1 << 16})}}), core::Error);
    QCOMPARE(core::readSafetensors(path).tensor("a").item<float>(), 1.F);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("x.safetensors")});
#endif
}

void WeightsTest::tensorsThatDoNotFitAreRefusedOrLeft()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.safetensors"));
    core::writeSafetensors(path, {{"weight", torch::full({2, 3}, 5.F)}, {"bias", torch::zeros({7})}});
    torch::nn::Linear layer(3, 2);
    QVERIFY_EXCEPTION_THROWN(core::loadTensors(*layer, core::readSafetensors(path), core::Missing::Refuse), core::Error);
    QCOMPARE(core::loadTensors(*layer, core::readSafetensors(path), core::Missing::Keep), QStringList{QStringLiteral("bias")});
    QVERIFY(torch::equal(layer->weight, torch::full({2, 3}, 5.F)));
}

void WeightsTest::valuesThatAreNotNumbersAreRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.safetensors"));
    core::writeSafetensors(path, {{"weight", torch::full({2, 3}, NAN)}, {"bias", torch::zeros({2})}});
    torch::nn::Linear layer(3, 2);
    QVERIFY_EXCEPTION_THROWN(core::loadTensors(*layer, core::readSafetensors(path), core::Missing::Refuse), core::Error);
}

void WeightsTest::aLinkIsReplacedAndNotFollowed()
{
    const QTemporaryDir folder;
    const QString elsewhere = folder.filePath(QStringLiteral("elsewhere")), path = folder.filePath(QStringLiteral("x.safetensors"));
    QFile file(elsewhere);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("theirs");
    file.close();
    QVERIFY(QFile::link(elsewhere, path));
    core::writeSafetensors(path, {{"a", torch::ones({1})}});
    QVERIFY(!QFileInfo(path).isSymLink());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("theirs"));
}

QTEST_GUILESS_MAIN(WeightsTest)
#include "WeightsTest.moc"
