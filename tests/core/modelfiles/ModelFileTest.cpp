#include "core/base/Error.h"
#include "core/modelfiles/BesideFiles.h"
#include "core/modelfiles/ModelFile.h"
#include "core/modelfiles/ModelRunner.h"
#include "core/modelfiles/OnnxTranslation.h"
#include "core/modelfiles/Parity.h"
#include "core/networks/Network.h"
#include "core/networks/VersionCard.h"
#include "tests/support/SyntheticPictures.h"

#include <torch/csrc/jit/ir/irparser.h>
#include <torch/script.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using core::ModelFormat;
using core::ViewType;

class ModelFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFileAnswersAsTheNetwork_data();
    void aFileAnswersAsTheNetwork();
    void aWrongMeanIsFound_data();
    void aWrongMeanIsFound();
    void anyNumberOfPictures_data();
    void anyNumberOfPictures();
    void selectionIsThatOfThePrediction();
    void namesAndThresholdsTravelAlong();
    void anUnknownOperationIsNamed();
    void decisions_data();
    void decisions();
    void withoutPicturesNothingIsProved();
    void nothingIsOverwritten();
    void programsHoldWhatTheCardSays();

private:
    QString path(ModelFormat format) const { return m_place.filePath(QStringLiteral("model.") + core::suffixOf(format)); }

    QTemporaryDir m_place;
    QStringList m_pictures;
};

namespace {

core::VersionCard cardOf(ViewType type, const char* architecture = "efficientnet-lite0", QSize input = {64, 32})
{
    core::VersionCard card{.uuid = QUuid::createUuid(), .name = QStringLiteral("cells 1"), .created = QDateTime::currentDateTimeUtc()};
    card.shape = {.architecture = QLatin1String(architecture), .type = type, .concepts = 3, .input = input};
    card.concepts = {{QUuid::createUuid(), QStringLiteral("RBC"), 0.45}, {QUuid::createUuid(), QStringLiteral("weiß, groß"), 0.5}, {QUuid::createUuid(), QStringLiteral("Platelets"), 0.55}};
    if (type == ViewType::Classification) {
        for (auto& one : card.concepts)
            one.threshold = 0;
    }
    card.preparation = core::preparationOf(card.shape);
    card.preparation.mean = {124, 116, 104}; // not grey: each channel has its own
    card.preparation.deviation = {58, 57, 60};
    return card;
}

/// Fresh weights, but every part of the network has something to say, and scores lie on both sides of the thresholds.
std::shared_ptr<core::Network> networkOf(const core::VersionCard& card)
{
    const auto network = core::buildNetwork(card.shape, 7);
    const torch::NoGradGuard noGradients;
    for (auto& parameter : network->named_parameters()) {
        const auto& name = parameter.key();
        if (name.starts_with("cls_out.weight"))
            parameter.value().normal_(0, 0.4);
        else if (name.starts_with("cls_out.bias"))
            parameter.value().zero_();
        else if (name.starts_with("reg_out.weight"))
            parameter.value().normal_(0, 0.05);
        else if (name.starts_with("local_") || name.starts_with("level_scale"))
            parameter.value().add_(torch::randn_like(parameter.value()) * 0.05);
    }
    network->prepareAs(card.preparation);
    network->eval();
    return network;
}

bool canRun(const core::ModelFileOptions& options)
{
    return options.format == ModelFormat::TorchScript || core::hasOnnxRuntime() || (!options.isHalf && !options.hasResize && !options.hasSelection);
}

} // namespace

void ModelFileTest::initTestCase()
{
    torch::set_num_threads(1); // the networks are small: threads would only wait for each other
    const QSize sizes[] = {{160, 120}, {90, 140}, {64, 64}};
    const QColor colours[] = {Qt::red, Qt::blue, Qt::darkGreen};
    for (int i = 0; i < 3; ++i) {
        const auto path = m_place.filePath(QStringLiteral("picture%1.png").arg(i));
        synthetic::picture(colours[i], i, sizes[i]).save(path);
        m_pictures.append(path);
    }
    const auto large = m_place.filePath(QStringLiteral("large.jpg")); // which the decoder reduces
    synthetic::picture(Qt::magenta, 3, {400, 300}).save(large, "JPEG", 90);
    m_pictures.append(large);
}

void ModelFileTest::aFileAnswersAsTheNetwork_data()
{
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<int>("type");
    QTest::addColumn<core::ModelFileOptions>("options");
    for (const auto format : {ModelFormat::Onnx, ModelFormat::TorchScript}) {
        for (const auto type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection}) {
            for (const auto& options : {core::ModelFileOptions{format}, {format, true}, {format, false, true}, {format, false, false, true}, {format, true, true, true}}) {
                if (options.hasSelection && type != ViewType::Detection)
                    continue;
                QTest::addRow("%s %s%s%s%s", qPrintable(core::keyOf(format)), qPrintable(core::keyOf(type)), options.isHalf ? ", 16 bit" : "", options.hasResize ? ", resize" : "",
                              options.hasSelection ? ", selection" : "")
                    << QStringLiteral("efficientnet-lite0") << int(type) << options;
            }
        }
        for (const auto* architecture : {"efficientnet-lite1", "efficientnet-lite2"}) // the heads are those of lite0
            QTest::addRow("%s %s", qPrintable(core::keyOf(format)), architecture) << QString::fromLatin1(architecture) << int(ViewType::Classification) << core::ModelFileOptions{format};
    }
}

void ModelFileTest::aFileAnswersAsTheNetwork()
{
    QFETCH(QString, architecture);
    QFETCH(int, type);
    QFETCH(core::ModelFileOptions, options);
    const auto card = cardOf(ViewType(type), architecture.toLatin1().constData());
    const auto network = networkOf(card);
    core::ModelFile::write(path(options.format), *network, card, options);
    const auto report = core::checkParity(path(options.format), *network, card, options, m_pictures);
    const auto told = core::sentenceOf(report, ViewType(type)) + QLatin1Char(' ') + report.runtime;
    if (!canRun(options)) {
        QVERIFY2(!report.isProved() && report.runtime.isEmpty() && report.obstacle.contains(QStringLiteral("onnxruntime")), qPrintable(told));
        QSKIP("no onnxruntime here: the file was written and is not proved");
    }
    QVERIFY2(report.isProved(), qPrintable(told));
    QCOMPARE(report.pictures, 4);
    QVERIFY2(report.boxShift < (options.isHalf ? 2 : 0.1), qPrintable(told));
}

void ModelFileTest::aWrongMeanIsFound_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("onnx") << int(ModelFormat::Onnx);
    QTest::newRow("torchscript") << int(ModelFormat::TorchScript);
}

void ModelFileTest::aWrongMeanIsFound()
{
    QFETCH(int, format);
    const core::ModelFileOptions options{ModelFormat(format)};
    const auto card = cardOf(ViewType::Tagging);
    const auto network = networkOf(card);
    auto wrong = card.preparation;
    std::swap(wrong.mean[0], wrong.mean[2]); // as if the channels were BGR
    network->prepareAs(wrong);
    core::ModelFile::write(path(options.format), *network, card, options);
    network->prepareAs(card.preparation);
    const auto report = core::checkParity(path(options.format), *network, card, options, m_pictures);
    QVERIFY(report.obstacle.isEmpty());
    QVERIFY2(report.scoreDifference > report.scoreLimit, qPrintable(core::sentenceOf(report, ViewType::Tagging)));
    QVERIFY(!report.isProved());
    QVERIFY(core::sentenceOf(report, ViewType::Tagging).contains(QStringLiteral("Failed")));
}

void ModelFileTest::anyNumberOfPictures_data()
{
    QTest::addColumn<int>("type");
    for (const auto type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection})
        QTest::addRow("%s", qPrintable(core::keyOf(type))) << int(type);
}

void ModelFileTest::anyNumberOfPictures()
{
    QFETCH(int, type);
    const auto card = cardOf(ViewType(type));
    const auto network = networkOf(card);
    const torch::NoGradGuard noGradients;
    const auto images = torch::rand({3, 3, 32, 64});
    std::vector<std::unique_ptr<core::ModelRunner>> runners;
    for (const auto format : {ModelFormat::TorchScript, ModelFormat::Onnx})
        core::ModelFile::write(path(format), *network, card, {format});
    runners.push_back(core::openWithTorchScript(path(ModelFormat::TorchScript)));
    if (core::hasOnnxRuntime())
        runners.push_back(core::openWithOnnxRuntime(path(ModelFormat::Onnx)));
    for (const auto& runner : runners) {
        const auto together = runner->run(images);
        QCOMPARE(together.scores.size(0), 3);
        for (int i = 0; i < 3; ++i) {
            const auto alone = runner->run(images.slice(0, i, i + 1));
            QVERIFY2((alone.scores[0] - together.scores[i]).abs().max().item<double>() < 1e-5, qPrintable(runner->name()));
        }
    }
}

void ModelFileTest::selectionIsThatOfThePrediction()
{
    const auto card = cardOf(ViewType::Detection);
    const auto network = networkOf(card);
    const core::ModelFileOptions options{ModelFormat::TorchScript, false, false, true};
    core::ModelFile::write(path(options.format), *network, card, options);
    const auto answers = core::openWithTorchScript(path(options.format))->run(torch::rand({2, 3, 32, 64}));
    QCOMPARE(answers.boxes.sizes().vec(), (std::vector<int64_t>{2, 100, 4}));
    QCOMPARE(answers.scores.sizes().vec(), (std::vector<int64_t>{2, 100}));
    QVERIFY((answers.scores.diff(1, 1) <= 0).all().item<bool>());
    QVERIFY(((answers.labels >= 0) == (answers.scores > 0)).all().item<bool>());
    QVERIFY((answers.labels < 3).all().item<bool>());
    QVERIFY((answers.labels >= 0).any().item<bool>());
}

void ModelFileTest::namesAndThresholdsTravelAlong()
{
    const auto card = cardOf(ViewType::Tagging);
    const auto network = networkOf(card);
    for (const auto format : {ModelFormat::TorchScript, ModelFormat::Onnx})
        core::ModelFile::write(path(format), *network, card, {format});

    torch::jit::ExtraFilesMap extra{{"card.json", ""}, {"labels.txt", ""}};
    torch::jit::load(path(ModelFormat::TorchScript).toStdString(), torch::kCPU, extra);
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(extra["card.json"])).object(), core::toJson(card));
    QCOMPARE(QString::fromStdString(extra["labels.txt"]), QStringLiteral("RBC\nweiß, groß\nPlatelets\n"));

    QFile file(path(ModelFormat::Onnx));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    for (const auto& text : {QByteArray("oriel.labels\x12\x1aRBC\nwei\xc3\x9f, gro\xc3\x9f\nPlatelets"), QByteArray("oriel.thresholds\x12\x0d" "0.45,0.5,0.55"), QByteArray("oriel.task\x12\x07tagging"),
             QByteArray("oriel.resize\x12\x06squash"), QByteArray("\x12\x05Oriel"), QByteArray("Image.BitmapPixelFormat\x12\x04Rgb8"), QByteArray("2\x05IMAGE")})
        QVERIFY2(bytes.contains(text), text.constData());
}

void ModelFileTest::anUnknownOperationIsNamed()
{
    torch::jit::Graph graph;
    torch::jit::parseIR("graph(%images : Float(2, 3)):\n  %y : Float(2, 3) = aten::tanh(%images)\n  return (%y)", &graph);
    core::OnnxModel model;
    try {
        core::OnnxTranslation::translate(graph, "images", {"scores"}, model);
        QFAIL("there is a counterpart now: take another operation");
    } catch (const core::Error& error) {
        QVERIFY2(error.message().contains(QStringLiteral("tanh")), qPrintable(error.message()));
    }
}

void ModelFileTest::decisions_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<core::Prediction>("one");
    QTest::addColumn<core::Prediction>("other");
    QTest::addColumn<bool>("isSame");
    const auto classes = int(ViewType::Classification), tags = int(ViewType::Tagging), boxes = int(ViewType::Detection);
    const auto box = [](int label, double score, QRectF rect) { return core::ScoredBox{label, score, rect}; };
    const QRectF here(10, 10, 20, 20), beside(11, 10, 20, 20), elsewhere(40, 10, 20, 20);
    QTest::newRow("same best concept") << classes << core::Prediction{{0.7, 0.2, 0.1}, {}} << core::Prediction{{0.6, 0.3, 0.1}, {}} << true;
    QTest::newRow("another best concept") << classes << core::Prediction{{0.7, 0.2, 0.1}, {}} << core::Prediction{{0.3, 0.6, 0.1}, {}} << false;
    QTest::newRow("same tags") << tags << core::Prediction{{0.7, 0.2, 0.1}, {}} << core::Prediction{{0.46, 0.49, 0.54}, {}} << true;
    QTest::newRow("one tag more") << tags << core::Prediction{{0.7, 0.2, 0.1}, {}} << core::Prediction{{0.7, 0.2, 0.56}, {}} << false;
    QTest::newRow("other shape") << tags << core::Prediction{{0.7, 0.2, 0.1}, {}} << core::Prediction{{0.7, 0.2}, {}} << false;
    QTest::newRow("same boxes") << boxes << core::Prediction{{}, {box(0, 0.8, here), box(1, 0.1, here)}} << core::Prediction{{}, {box(0, 0.7, beside)}} << true;
    QTest::newRow("box of another concept") << boxes << core::Prediction{{}, {box(0, 0.8, here)}} << core::Prediction{{}, {box(1, 0.8, here)}} << false;
    QTest::newRow("box elsewhere") << boxes << core::Prediction{{}, {box(0, 0.8, here)}} << core::Prediction{{}, {box(0, 0.8, elsewhere)}} << false;
    QTest::newRow("one box twice") << boxes << core::Prediction{{}, {box(0, 0.8, here), box(0, 0.8, elsewhere)}} << core::Prediction{{}, {box(0, 0.8, here), box(0, 0.8, here)}} << false;
    QTest::newRow("two that look the same once they are cut") << boxes << core::Prediction{{}, {box(0, 0.9, here), box(0, 0.46, here)}} << core::Prediction{{}, {box(0, 0.47, here), box(0, 0.9, here)}} << true;
    QTest::newRow("box falls below") << boxes << core::Prediction{{}, {box(0, 0.8, here)}} << core::Prediction{{}, {box(0, 0.4, here)}} << false;
}

void ModelFileTest::decisions()
{
    QFETCH(int, type);
    QFETCH(core::Prediction, one);
    QFETCH(core::Prediction, other);
    const auto concepts = cardOf(ViewType(type)).concepts;
    QTEST(core::isSameDecision(ViewType(type), concepts, one, other), "isSame");
    QTEST(core::isSameDecision(ViewType(type), concepts, other, one), "isSame");
}

void ModelFileTest::withoutPicturesNothingIsProved()
{
    const auto card = cardOf(ViewType::Classification);
    const auto network = networkOf(card);
    const core::ModelFileOptions options{ModelFormat::TorchScript};
    core::ModelFile::write(path(options.format), *network, card, options);
    QVERIFY(!core::checkParity(path(options.format), *network, card, options, {}).isProved());
    QVERIFY(!core::checkParity(path(options.format), *network, card, options, {m_place.filePath(QStringLiteral("gone.png"))}).isProved());
    QFile file(path(options.format));
    QVERIFY(file.resize(file.size() / 2));
    const auto damaged = core::checkParity(path(options.format), *network, card, options, m_pictures);
    QVERIFY(!damaged.isProved() && core::sentenceOf(damaged, ViewType::Classification).contains(QStringLiteral("not proved")));
}

void ModelFileTest::nothingIsOverwritten()
{
    const QTemporaryDir folder;
    const auto card = cardOf(ViewType::Classification);
    const auto model = folder.filePath(QStringLiteral("a.onnx"));
    core::BesideFiles::requireRoom(model, card); // an empty folder
    core::BesideFiles::write(model, card, {}, {}, false);
    core::BesideFiles::save(model, "x");
    QVERIFY_THROWS_EXCEPTION(core::Error, core::BesideFiles::requireRoom(model, card));
    core::BesideFiles::requireRoom(folder.filePath(QStringLiteral("b.onnx")), card); // the same version once more
    QVERIFY_THROWS_EXCEPTION(core::Error, core::BesideFiles::requireRoom(folder.filePath(QStringLiteral("b.onnx")), cardOf(ViewType::Classification)));
    QVERIFY_THROWS_EXCEPTION(core::Error, core::BesideFiles::requireRoom(folder.filePath(QStringLiteral("no/b.onnx")), card));
    const QTemporaryDir theirs;
    core::BesideFiles::save(theirs.filePath(QStringLiteral("README.txt")), "theirs");
    QVERIFY_THROWS_EXCEPTION(core::Error, core::BesideFiles::requireRoom(theirs.filePath(QStringLiteral("b.onnx")), card));
}

void ModelFileTest::programsHoldWhatTheCardSays()
{
    const QTemporaryDir folder;
    const auto card = cardOf(ViewType::Detection);
    const auto model = folder.filePath(QStringLiteral("a.onnx"));
    QVERIFY(core::BesideFiles::write(model, card, {}, {}, true).contains(QStringLiteral("predict.py")));
    QFile program(folder.filePath(QStringLiteral("predict.cpp")));
    QVERIFY(program.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(program.readAll());
    QVERIFY(text.contains(QStringLiteral("R\"~~(weiß, groß)~~\"")) && text.contains(QStringLiteral("0.45, 0.5, 0.55")) && text.contains(QStringLiteral("input(64, 32)")));
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("@[A-Z_]+@"))), "a place was left empty");
    QVERIFY(!core::BesideFiles::write(model, card, {ModelFormat::Onnx, false, false, true}, {}, true).contains(QStringLiteral("predict.cpp")));
}


QTEST_GUILESS_MAIN(ModelFileTest)
#include "ModelFileTest.moc"
