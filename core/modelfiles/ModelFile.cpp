#include "core/modelfiles/ModelFile.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"
#include "core/modelfiles/OnnxFile.h"
#include "core/modelfiles/TorchScriptFile.h"
#include "core/networks/Network.h"
#include "core/networks/VersionCard.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace core {

QString keyOf(ModelFormat format)
{
    return format == ModelFormat::Onnx ? QStringLiteral("onnx") : QStringLiteral("torchscript");
}

std::optional<ModelFormat> modelFormatFromKey(const QString& key)
{
    for (const auto format : {ModelFormat::Onnx, ModelFormat::TorchScript}) {
        if (key == keyOf(format))
            return format;
    }
    return {};
}

QString suffixOf(ModelFormat format)
{
    return format == ModelFormat::Onnx ? QStringLiteral("onnx") : QStringLiteral("pt");
}

void ModelFile::write(const QString& path, Network& network, const VersionCard& card, const ModelFileOptions& options)
{
    const auto graph = traceNetwork(network, options.isHalf);
    const QByteArray bytes = options.format == ModelFormat::Onnx ? toBytes(onnxModelOf(graph, card, options)) : torchScriptOf(graph, card, options);
    QSaveFile file(path); // writes beside it, syncs, renames
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(QCoreApplication::translate("ModelFile", "The model could not be written to %1 : %2. The version is unharmed. Choose another place, or make room, and try again.")
                        .arg(QDir::toNativeSeparators(path), whyNotWritten(path, file.errorString())));
}

} // namespace core
