#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <torch/torch.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

class QFile;

namespace core {

/// A safetensors file whose index was read and checked; its tensors are read one by one, when they are asked for.
class WeightsFile {
public:
    struct Entry {
        torch::ScalarType type = torch::kFloat;
        std::vector<int64_t> shape;
        qint64 begin = 0, end = 0; // bytes in the data part
    };

    const std::map<std::string, Entry>& entries() const { return m_entries; }
    const QJsonObject& metadata() const { return m_metadata; }
    /// A tensor of entries(), on the CPU. Throws Error when the file has become shorter.
    torch::Tensor tensor(const std::string& name) const;

private:
    friend WeightsFile readSafetensors(const QString& path);

    QString m_path;
    std::shared_ptr<QFile> m_file;
    qint64 m_dataBegin = 0;
    std::map<std::string, Entry> m_entries;
    QJsonObject m_metadata;
};

/// Opens a safetensors file. Throws Error with a sentence when it is missing, cut or malformed.
WeightsFile readSafetensors(const QString& path);
/// Writes beside `path`, syncs and renames, so `path` is always whole. Throws Error when the disk is full or the folder is gone.
void writeSafetensors(const QString& path, const std::map<std::string, torch::Tensor>& tensors, const QJsonObject& metadata = {});

/// All parameters and buffers by name; they share memory with the module.
std::map<std::string, torch::Tensor> tensorsOf(const torch::nn::Module& module);

enum class Missing { Refuse, Keep };
/// Copies tensors into a module by name. Refuse: names, shapes and types must be those of the module exactly, and all numbers finite;
/// otherwise throws Error. Keep: what does not fit stays as it is (starting from ImageNet weights with another head); returns its names.
QStringList loadTensors(torch::nn::Module& module, const WeightsFile& file, Missing missing);

} // namespace core
