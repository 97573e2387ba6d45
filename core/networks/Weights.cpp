#include "core/networks/Weights.h"

#include "core/base/Error.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <memory>
#include <set>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {

namespace {

constexpr qint64 longestHeader = 100'000'000;

struct TypeName {
    const char* name;
    torch::ScalarType type;
};
constexpr std::array typeNames{TypeName{"F64", torch::kDouble}, TypeName{"F32", torch::kFloat}, TypeName{"F16", torch::kHalf},
    TypeName{"BF16", torch::kBFloat16}, TypeName{"I64", torch::kLong}, TypeName{"I32", torch::kInt}, TypeName{"I16", torch::kShort},
    TypeName{"I8", torch::kChar}, TypeName{"U8", torch::kByte}, TypeName{"BOOL", torch::kBool}};

Error damaged(const QString& path, const QString& why)
{
    return Error(QCoreApplication::translate("Weights", "The weights file %1 is damaged (%2). Nothing was changed; train again or copy the file anew.")
                     .arg(QDir::toNativeSeparators(path), why));
}

Error notWritten(const QString& path, const QString& why)
{
    return Error(QCoreApplication::translate("Weights", "The weights could not be saved to %1 (%2). What was saved before is whole. Free some space or bring the "
                                                        "folder back, then train again.").arg(QDir::toNativeSeparators(path), why));
}

/// One entry of the header, checked against the size of the data.
struct Entry {
    std::string name;
    torch::ScalarType type;
    std::vector<int64_t> shape;
    qint64 begin, end;
};

/// Refuses names that come twice, which nlohmann would silently merge.
nlohmann::json parseHeader(const QByteArray& header, const QString& path)
{
    if (!header.startsWith('{'))
        throw damaged(path, QCoreApplication::translate("Weights", "its header is not JSON"));
    std::vector<std::set<std::string>> names;
    bool isRepeated = false;
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        if (event == nlohmann::json::parse_event_t::object_start)
            names.emplace_back();
        else if (event == nlohmann::json::parse_event_t::object_end)
            names.pop_back();
        else if (event == nlohmann::json::parse_event_t::key)
            isRepeated |= !names.back().insert(value.get<std::string>()).second;
        return true;
    };
    auto json = nlohmann::json::parse(header.begin(), header.end(), watch, false);
    if (json.is_discarded() || !json.is_object() || isRepeated)
        throw damaged(path, QCoreApplication::translate("Weights", "its header is not JSON, or names a tensor twice"));
    return json;
}

Entry toEntry(const std::string& name, const nlohmann::json& json, const QString& path)
{
    const auto wrong = [&] { return damaged(path, QCoreApplication::translate("Weights", "tensor %1 is described wrongly").arg(QString::fromStdString(name))); };
    const auto isNumbers = [](const nlohmann::json& list) {
        return list.is_array() && std::ranges::all_of(list, [](const auto& v) { return v.is_number_unsigned() && v.template get<quint64>() < (quint64(1) << 48); });
    };
    if (!json.is_object() || !json.contains("dtype") || !json["dtype"].is_string() || !json.contains("shape") || !isNumbers(json["shape"])
        || !json.contains("data_offsets") || !isNumbers(json["data_offsets"]) || json["data_offsets"].size() != 2)
        throw wrong();
    const auto dtype = json["dtype"].get<std::string>();
    const auto type = std::ranges::find_if(typeNames, [&](const TypeName& known) { return dtype == known.name; });
    if (type == typeNames.end())
        throw wrong();
    Entry entry{name, type->type, json["shape"].get<std::vector<int64_t>>(), json["data_offsets"][0].get<qint64>(), json["data_offsets"][1].get<qint64>()};
    qint64 bytes = qint64(c10::elementSize(entry.type));
    for (const auto side : entry.shape) {
        if (side != 0 && bytes > (qint64(1) << 48) / side)
            throw wrong();
        bytes *= side;
    }
    if (entry.end - entry.begin != bytes)
        throw wrong();
    return entry;
}

/// Entries must cover the data without hole or overlap.
void checkCover(std::vector<Entry> entries, qint64 bytes, const QString& path)
{
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::pair(entry.begin, entry.end); });
    qint64 at = 0;
    for (const auto& entry : entries) {
        if (entry.begin != at)
            throw damaged(path, QCoreApplication::translate("Weights", "its tensors overlap or leave a gap"));
        at = entry.end;
    }
    if (at != bytes)
        throw damaged(path, QCoreApplication::translate("Weights", "it is cut or too long"));
}

torch::Tensor mapped(const Entry& entry, const uchar* data, const std::shared_ptr<QFile>& file)
{
    const auto keep = [file](void*) {}; // the mapping lives as long as a tensor uses it
    const auto address = data + entry.begin;
    const auto options = torch::TensorOptions(entry.type);
    if (reinterpret_cast<quintptr>(address) % c10::elementSize(entry.type) != 0) { // only files of others: ours are aligned
        auto copy = torch::empty(entry.shape, options);
        std::memcpy(copy.data_ptr(), address, size_t(entry.end - entry.begin));
        return copy;
    }
    return torch::from_blob(const_cast<uchar*>(address), entry.shape, keep, options);
}

} // namespace

WeightsFile readSafetensors(const QString& path)
{
    const auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        throw Error(QCoreApplication::translate("Weights", "The weights file %1 cannot be read (%2).").arg(QDir::toNativeSeparators(path), file->errorString()));
    const QByteArray start = file->read(8);
    const qint64 length = start.size() == 8 ? qint64(qFromLittleEndian<quint64>(start.constData())) : -1;
    if (length < 2 || length > longestHeader || length > file->size() - 8)
        throw damaged(path, QCoreApplication::translate("Weights", "it is cut, or no safetensors file"));
    const auto json = parseHeader(file->read(length), path);
    const qint64 bytes = file->size() - 8 - length;
    const uchar* data = bytes > 0 ? file->map(8 + length, bytes) : nullptr;
    if (bytes > 0 && !data)
        throw Error(QCoreApplication::translate("Weights", "The weights file %1 cannot be read (%2).").arg(QDir::toNativeSeparators(path), file->errorString()));

    WeightsFile result;
    std::vector<Entry> entries;
    for (const auto& [name, value] : json.items()) {
        if (name == "__metadata__")
            result.metadata = QJsonDocument::fromJson(QByteArray::fromStdString(value.dump())).object();
        else
            entries.push_back(toEntry(name, value, path));
    }
    checkCover(entries, bytes, path);
    for (const auto& entry : entries)
        result.tensors.emplace(entry.name, mapped(entry, data, file));
    return result;
}

void writeSafetensors(const QString& path, const std::map<std::string, torch::Tensor>& tensors, const QJsonObject& metadata)
{
    nlohmann::json header;
    QJsonObject notes = metadata;
    notes.insert(QStringLiteral("format"), QStringLiteral("pt"));
    header["__metadata__"] = nlohmann::json::parse(QJsonDocument(notes).toJson().toStdString());
    std::vector<torch::Tensor> flat;
    qint64 at = 0;
    for (const auto& [name, tensor] : tensors) {
        const auto type = std::ranges::find_if(typeNames, [&](const TypeName& known) { return tensor.scalar_type() == known.type; });
        Q_ASSERT(type != typeNames.end());
        flat.push_back(tensor.detach().to(torch::kCPU).contiguous());
        const qint64 end = at + qint64(flat.back().nbytes());
        header[name] = {{"dtype", type->name}, {"shape", tensor.sizes().vec()}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');

    const QString part = path + QStringLiteral(".part");
    QFile file(part);
    bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    const auto write = [&](const void* bytes, qint64 count) { isWritten = isWritten && file.write(static_cast<const char*>(bytes), count) == count; };
    const quint64 length = qToLittleEndian(quint64(text.size()));
    write(&length, 8);
    write(text.data(), qint64(text.size()));
    for (const auto& tensor : flat)
        write(tensor.data_ptr(), qint64(tensor.nbytes()));
    isWritten = isWritten && file.flush();
#ifdef Q_OS_UNIX
    isWritten = isWritten && ::fsync(file.handle()) == 0;
#endif
    const QString why = file.errorString();
    file.close();
    // std::rename replaces an existing file in one act; QFile::rename refuses to.
    if (!isWritten || std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0) {
        QFile::remove(part);
        throw notWritten(path, isWritten ? QCoreApplication::translate("Weights", "renaming failed") : why);
    }
}

std::map<std::string, torch::Tensor> tensorsOf(const torch::nn::Module& module)
{
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& item : module.named_parameters())
        tensors.emplace(item.key(), item.value());
    for (const auto& item : module.named_buffers())
        tensors.emplace(item.key(), item.value());
    return tensors;
}

QStringList loadTensors(torch::nn::Module& module, const WeightsFile& file, Missing missing)
{
    const torch::NoGradGuard guard;
    QStringList left;
    auto targets = tensorsOf(module);
    for (auto& [name, target] : targets) {
        const auto found = file.tensors.find(name);
        if (found == file.tensors.end() || found->second.sizes() != target.sizes()) {
            left << QString::fromStdString(name);
            continue;
        }
        if (!torch::isfinite(found->second).all().item<bool>())
            throw Error(QCoreApplication::translate("Weights", "The weights hold values that are not numbers (%1), so they cannot be used.").arg(QString::fromStdString(name)));
        target.copy_(found->second);
    }
    const int differing = std::max(int(left.size()), std::abs(int(file.tensors.size()) - int(targets.size())));
    if (missing == Missing::Refuse && differing > 0)
        throw Error(QCoreApplication::translate("Weights", "The weights do not belong to this network: %n of its tensors differ.", nullptr, differing));
    return left;
}

} // namespace core
