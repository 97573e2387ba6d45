#pragma once

#include "core/dataset/Example.h"
#include "core/modelfiles/ModelFile.h"
#include "core/modelfiles/Parity.h"

#include <QByteArray>
#include <QStringList>

namespace core {

/// What lies beside a model file, so that it can be used without Oriel: labels.txt, card.json, README.txt, parity.json, a picture to try it
/// on (sample.jpg) and, on wish, programs that run it.
namespace BesideFiles {

/// Throws Error with a sentence when files of another model, or of somebody else, lie where these would be written.
void requireRoom(const QString& modelFile, const VersionCard& card);

/// All but the sample picture. Answers the names. Throws Error when the disk does not take them.
QStringList write(const QString& modelFile, const VersionCard& card, const ModelFileOptions& options, const ParityReport& parity, bool withSamples);

/// sample.jpg beside the model file, made of the picture as the network's training held it. Answers its path.
/// Throws PictureError when the picture cannot be read, Error when the disk does not take it.
QString writeSamplePicture(const QString& modelFile, const VersionCard& card, const QString& picture);

/// A file in one act. Throws Error with a sentence.
void save(const QString& path, const QByteArray& bytes);

} // namespace BesideFiles

/// What the network says about a picture in exact numbers, and the picture's size. Throws PictureError.
std::pair<QSize, Prediction> answerExactly(Network& network, const QString& picture);

} // namespace core
