#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <torch/torch.h>

#include <map>

namespace core {

/// Named tensors of a safetensors file.
struct WeightsFile {
    std::map<std::string, torch::Tensor> tensors; // on the CPU; they share the mapped file until they are copied
    QJsonObject metadata;
};

/// Reads a safetensors file (data.md 6.2). Throws Error with a sentence when it is missing, cut or malformed.
WeightsFile readSafetensors(const QString& path);
/// Writes to path.part, syncs and renames, so `path` is always whole. Throws Error when the disk is full or the folder is gone.
void writeSafetensors(const QString& path, const std::map<std::string, torch::Tensor>& tensors, const QJsonObject& metadata = {});

/// All parameters and buffers by name; they share memory with the module.
std::map<std::string, torch::Tensor> tensorsOf(const torch::nn::Module& module);

enum class Missing { Refuse, Keep };
/// Copies tensors into a module by name. Refuse: names, shapes and types must be those of the module exactly, and all numbers finite;
/// otherwise throws Error. Keep: what does not fit stays as it is (starting from ImageNet weights with another head); returns its names.
QStringList loadTensors(torch::nn::Module& module, const WeightsFile& file, Missing missing);

} // namespace core
