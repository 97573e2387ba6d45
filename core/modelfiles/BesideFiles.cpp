#include "core/modelfiles/BesideFiles.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/networks/Predict.h"
#include "core/networks/VersionCard.h"
#include "core/pictures/PixelCache.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace core {

namespace {

QString beside(const QString& modelFile, const QString& name)
{
    return QFileInfo(modelFile).absoluteDir().filePath(name);
}

QJsonObject readObject(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(64 << 20)).object() : QJsonObject();
}

/// Files are for programs and their programmers everywhere: no translated text in them.
QByteArray recipe(const QString& modelFile, const VersionCard& card, const ModelFileOptions& options, const ParityReport& parity)
{
    const auto& how = card.preparation;
    const bool hasBoxes = card.shape.type == ViewType::Detection;
    const QString size = QStringLiteral("%1 x %2").arg(how.input.width()).arg(how.input.height());
    const QString sides = options.hasResize ? QStringLiteral("picture") : QStringLiteral("input");
    QString resize = QStringLiteral("Scale the whole picture to %1, ratio lost.").arg(size);
    if (how.resize == Resize::CentreCrop)
        resize = QStringLiteral("Take the square of %1 of the short side from the middle, scale it to %2.").arg(how.cropShare).arg(size);
    else if (how.resize == Resize::FitPad)
        resize = QStringLiteral("Scale the whole picture by the smaller factor to fit into %1, pad evenly on both sides with grey %2.").arg(size).arg(how.padValue);
    QStringList lines{
        QStringLiteral("%1: \"%2\", exported by Oriel %3").arg(QFileInfo(modelFile).fileName(), card.name, QStringLiteral(ORIEL_VERSION)),
        QString(),
        QStringLiteral("1. Read the picture upright (EXIF orientation), as RGB."),
        options.hasResize ? QStringLiteral("2. Do not resize it: that is inside the file.") : QStringLiteral("2. %1 Bilinear; reduce large pictures by area averaging first.").arg(resize),
        QStringLiteral("3. Divide by 255. Mean and deviation are inside the file: do not subtract them."),
        options.hasResize ? QStringLiteral("4. Input \"images\": float32 [N,3,height,width], all free.")
                          : QStringLiteral("4. Input \"images\": float32 [N,3,%1,%2], N is free.").arg(how.input.height()).arg(how.input.width()),
        !hasBoxes ? QStringLiteral("5. Output \"scores\": float32 [N,%1], 0..1, in the order of labels.txt.").arg(card.concepts.size())
            : options.hasSelection
            ? QStringLiteral("5. Outputs: \"boxes\" [N,K,4], x0 y0 x1 y1 as shares of the %1's sides, \"scores\" [N,K] falling, \"labels\" [N,K] (-1: no box).").arg(sides)
            : QStringLiteral("5. Outputs: \"boxes\" [N,A,4], x0 y0 x1 y1 as shares of the %2's sides, and \"scores\" [N,A,%1], 0..1.").arg(card.concepts.size()).arg(sides),
        hasBoxes && !options.hasSelection ? QStringLiteral("   Keep the best, drop those that overlap a better one of their concept (IoU above %1); at most %2.").arg(how.boxes.overlap).arg(how.boxes.most) : QString(),
        card.shape.type == ViewType::Classification ? QStringLiteral("6. The answer is the concept with the highest score, if it reaches its threshold (card.json).")
                                                    : QStringLiteral("6. The answer is what reaches its threshold (card.json)."),
        QStringLiteral("7. Try it: sample.jpg must give what sample.expected.json says, to about 0.01."),
        QString(),
        options.isHalf ? QStringLiteral("Convolutions compute in 16 bits; input and outputs are float32.") : QStringLiteral("All numbers are 32 bits."),
        QStringLiteral("Compared with Oriel: %1 (parity.json)").arg(parity.isProved() ? QStringLiteral("proved equal on %1 pictures by %2").arg(parity.pictures).arg(parity.runtime)
                                                                    : QStringLiteral("NOT PROVED")),
    };
    return lines.join(QLatin1Char('\n')).toUtf8() + '\n';
}

QByteArray resource(const char* name)
{
    QFile file(QStringLiteral(":/modelfiles/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The C++ program with what the card says written into it: OpenCV does not hand out a file's metadata.
QByteArray openCvProgram(const QString& modelFile, const VersionCard& card)
{
    QStringList names, thresholds;
    for (const auto& one : card.concepts) {
        names.append(QStringLiteral("R\"~~(%1)~~\"").arg(one.name));
        thresholds.append(QString::number(one.threshold, 'g', 9));
    }
    const auto& how = card.preparation;
    auto text = QString::fromUtf8(resource("predict.cpp"));
    const std::pair<const char*, QString> values[] = {{"@TASK@", keyOf(card.shape.type)}, {"@RESIZE@", keyOf(how.resize)},
        {"@THRESHOLDS@", thresholds.join(QStringLiteral(", "))}, {"@WIDTH@", QString::number(how.input.width())}, {"@HEIGHT@", QString::number(how.input.height())},
        {"@CROP_SHARE@", QString::number(how.cropShare)}, {"@PAD_VALUE@", QString::number(how.padValue)}, {"@NMS_IOU@", QString::number(how.boxes.overlap)},
        {"@MAX_BOXES@", QString::number(how.boxes.most)}, {"@MODEL@", QFileInfo(modelFile).fileName()}, {"@NAMES@", names.join(QStringLiteral(", "))}};
    for (const auto& [place, value] : values) // names last: they may look like a place
        text.replace(QLatin1String(place), value);
    return text.toUtf8();
}

} // namespace

void BesideFiles::save(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path); // writes beside it, syncs, renames
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(QCoreApplication::translate("ModelFile", "The file %1 could not be written: %2. The model file beside it is whole. Make room, and export again to another name.")
                        .arg(QDir::toNativeSeparators(path), whyNotWritten(path, file.errorString())));
}

void BesideFiles::requireRoom(const QString& modelFile, const VersionCard& card)
{
    const QDir folder = QFileInfo(modelFile).absoluteDir();
    if (!folder.exists())
        throw Error(QCoreApplication::translate("ModelFile", "There is no folder %1. Nothing was written. Make it, or choose another one.").arg(QDir::toNativeSeparators(folder.path())));
    if (QFileInfo(modelFile).isDir() || QFileInfo::exists(modelFile))
        throw Error(QCoreApplication::translate("ModelFile", "There is already something named %1. Nothing was written. Choose another name, or delete it first.").arg(QDir::toNativeSeparators(modelFile)));
    const auto uuid = QUuid::fromString(readObject(folder.filePath(QStringLiteral("card.json"))).value(QLatin1String("uuid")).toString());
    if (uuid == card.uuid && !uuid.isNull())
        return; // this version was exported here before, perhaps in the other format
    for (const auto* name : {"card.json", "labels.txt", "README.txt", "parity.json", "sample.jpg", "sample.expected.json", "predict.py", "predict.cpp"}) {
        if (folder.exists(QLatin1String(name)))
            throw Error(QCoreApplication::translate("ModelFile", "The folder %1 already holds a file %2 that is not of this version. Nothing was written. Choose an empty folder.")
                            .arg(QDir::toNativeSeparators(folder.path()), QLatin1String(name)));
    }
}

QStringList BesideFiles::write(const QString& modelFile, const VersionCard& card, const ModelFileOptions& options, const ParityReport& parity, bool withSamples)
{
    QByteArray labels;
    for (const auto& one : card.concepts)
        labels += one.name.toUtf8() + '\n';
    auto proofs = readObject(beside(modelFile, QStringLiteral("parity.json"))); // one entry a file
    proofs.insert(QFileInfo(modelFile).fileName(), toJson(parity));
    std::vector<std::pair<QString, QByteArray>> files{{QStringLiteral("labels.txt"), labels}, {QStringLiteral("card.json"), QJsonDocument(toJson(card)).toJson()},
        {QStringLiteral("parity.json"), QJsonDocument(proofs).toJson()}, {QStringLiteral("README.txt"), recipe(modelFile, card, options, parity)}};
    if (withSamples && options.format == ModelFormat::Onnx) {
        files.emplace_back(QStringLiteral("predict.py"), resource("predict.py"));
        if (!options.isHalf && !options.hasSelection && !options.hasResize) // those OpenCV 4.6 does not read
            files.emplace_back(QStringLiteral("predict.cpp"), openCvProgram(modelFile, card));
    }
    QStringList names;
    for (const auto& [name, bytes] : files) {
        save(beside(modelFile, name), bytes);
        names.append(name);
    }
    return names;
}

QString BesideFiles::writeSamplePicture(const QString& modelFile, const VersionCard& card, const QString& picture)
{
    const QString path = beside(modelFile, QStringLiteral("sample.jpg"));
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    PixelCache::reduced({.image = {.path = picture}}, card.preparation.stored()).image.save(&bytes, "JPEG", 95);
    save(path, bytes.data());
    return path;
}

std::pair<QSize, Prediction> answerExactly(Network& network, const QString& picture)
{
    const RegionPixels pixels = PixelCache::reduced({.image = {.path = picture}}, network.preparation().stored());
    return {pixels.part.size(), predict(network, {}, {pixels}).front()};
}

} // namespace core
