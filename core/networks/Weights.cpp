#include "core/networks/Weights.h"

#include "core/base/Disk.h"
#include "core/base/Error.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <set>

namespace core {

namespace {

constexpr qint64 longestHeader = 100'000'000;
constexpr int deepestHeader = 8;    // brackets within brackets; a tensor's description takes three
constexpr size_t mostSides = 8;     // of a tensor
constexpr qint64 mostBytes = qint64(1) << 48;

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
    return Error(QCoreApplication::translate("Weights", "The weights could not be saved to %1: %2. What was saved before is whole. Free some space or bring the "
                                                        "folder back, then train again.").arg(QDir::toNativeSeparators(path), why));
}

/// A parser that nests as deep as its text would run out of stack.
bool isTooDeep(const QByteArray& json)
{
    int depth = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText) {
            i += c == '\\' ? 1 : 0;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestHeader)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// Refuses names that come twice, which nlohmann would silently merge.
nlohmann::json parseHeader(const QByteArray& header, const QString& path)
{
    if (!header.startsWith('{'))
        throw damaged(path, QCoreApplication::translate("Weights", "its header is not JSON"));
    if (isTooDeep(header))
        throw damaged(path, QCoreApplication::translate("Weights", "its header is nested too deep"));
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

using Entry = WeightsFile::Entry;

Entry toEntry(const std::string& name, const nlohmann::json& json, const QString& path)
{
    const auto wrong = [&] { return damaged(path, QCoreApplication::translate("Weights", "tensor %1 is described wrongly").arg(QString::fromStdString(name))); };
    const auto isNumbers = [](const nlohmann::json& list) {
        return list.is_array() && std::ranges::all_of(list, [](const auto& v) { return v.is_number_unsigned() && v.template get<quint64>() < quint64(mostBytes); });
    };
    if (!json.is_object() || !json.contains("dtype") || !json["dtype"].is_string() || !json.contains("shape") || !isNumbers(json["shape"])
        || json["shape"].size() > mostSides || !json.contains("data_offsets") || !isNumbers(json["data_offsets"]) || json["data_offsets"].size() != 2)
        throw wrong();
    const auto dtype = json["dtype"].get<std::string>();
    const auto type = std::ranges::find_if(typeNames, [&](const TypeName& known) { return dtype == known.name; });
    if (type == typeNames.end())
        throw wrong();
    Entry entry{type->type, json["shape"].get<std::vector<int64_t>>(), json["data_offsets"][0].get<qint64>(), json["data_offsets"][1].get<qint64>()};
    qint64 bytes = qint64(c10::elementSize(entry.type)); // as if no side were 0: strides are computed from them
    for (const auto side : entry.shape) {
        if (bytes > mostBytes / std::max<int64_t>(1, side))
            throw wrong();
        bytes *= std::max<int64_t>(1, side);
    }
    const bool isEmpty = std::ranges::find(entry.shape, 0) != entry.shape.end();
    if (entry.end - entry.begin != (isEmpty ? 0 : bytes))
        throw wrong();
    return entry;
}

/// Entries must cover the data without hole or overlap.
void checkCover(const std::map<std::string, Entry>& entries, qint64 bytes, const QString& path)
{
    std::vector<std::pair<qint64, qint64>> parts;
    for (const auto& [name, entry] : entries)
        parts.emplace_back(entry.begin, entry.end);
    std::ranges::sort(parts);
    qint64 at = 0;
    for (const auto& [begin, end] : parts) {
        if (begin != at)
            throw damaged(path, QCoreApplication::translate("Weights", "its tensors overlap or leave a gap"));
        at = end;
    }
    if (at != bytes)
        throw damaged(path, QCoreApplication::translate("Weights", "it is cut or too long"));
}

/// The length of the JSON that follows, and that JSON, padded to 8 bytes.
QByteArray headerOf(const std::map<std::string, torch::Tensor>& tensors, const QJsonObject& metadata)
{
    nlohmann::json header;
    QJsonObject notes = metadata;
    notes.insert(QStringLiteral("format"), QStringLiteral("pt"));
    header["__metadata__"] = nlohmann::json::parse(QJsonDocument(notes).toJson().toStdString());
    qint64 at = 0;
    for (const auto& [name, tensor] : tensors) {
        const auto type = std::ranges::find_if(typeNames, [&](const TypeName& known) { return tensor.scalar_type() == known.type; });
        Q_ASSERT(type != typeNames.end());
        const qint64 end = at + qint64(tensor.nbytes());
        header[name] = {{"dtype", type->name}, {"shape", tensor.sizes().vec()}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    QByteArray bytes(8, 0);
    qToLittleEndian(quint64(text.size()), bytes.data());
    return bytes + QByteArray::fromStdString(text);
}

} // namespace

torch::Tensor WeightsFile::tensor(const std::string& name) const
{
    const auto& entry = m_entries.at(name);
    auto tensor = torch::empty(entry.shape, entry.type);
    const qint64 bytes = entry.end - entry.begin;
    if (bytes > 0 && (!m_file->seek(m_dataBegin + entry.begin) || m_file->read(static_cast<char*>(tensor.data_ptr()), bytes) != bytes))
        throw damaged(m_path, QCoreApplication::translate("Weights", "it is cut or too long"));
    return tensor;
}

WeightsFile readSafetensors(const QString& path)
{
    WeightsFile result;
    result.m_path = path;
    result.m_file = std::make_shared<QFile>(path);
    auto& file = *result.m_file;
    const auto unreadable = [&](const QString& why) {
        return Error(QCoreApplication::translate("Weights", "The weights file %1 cannot be read (%2).").arg(QDir::toNativeSeparators(path), why));
    };
    if (!QFileInfo(path).isFile()) // a device or a pipe has no end
        throw unreadable(QCoreApplication::translate("Weights", "there is no such file"));
    if (!file.open(QIODevice::ReadOnly))
        throw unreadable(file.errorString());
    const QByteArray start = file.read(8);
    const qint64 length = start.size() == 8 ? qint64(qFromLittleEndian<quint64>(start.constData())) : -1;
    if (length < 2 || length > longestHeader || length > file.size() - 8)
        throw damaged(path, QCoreApplication::translate("Weights", "it is cut, or no safetensors file"));
    const auto json = parseHeader(file.read(length), path);
    result.m_dataBegin = 8 + length;
    for (const auto& [name, value] : json.items()) {
        if (name == "__metadata__")
            result.m_metadata = QJsonDocument::fromJson(QByteArray::fromStdString(value.dump())).object();
        else
            result.m_entries.emplace(name, toEntry(name, value, path));
    }
    checkCover(result.m_entries, file.size() - 8 - length, path);
    return result;
}

void writeSafetensors(const QString& path, const std::map<std::string, torch::Tensor>& tensors, const QJsonObject& metadata)
{
    if (QFileInfo(path).isSymLink())
        QFile::remove(path); // a link is replaced, never written through
    QSaveFile file(path);    // writes beside it, syncs, renames
    bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    const auto write = [&](const void* bytes, qint64 count) {
        for (qint64 done = 0; isWritten && done < count;) { // a disk that fills up takes a part first, and says why at the next attempt
            const qint64 taken = file.write(static_cast<const char*>(bytes) + done, count - done);
            isWritten = taken > 0;
            done += taken;
        }
    };
    const QByteArray header = headerOf(tensors, metadata);
    write(header.data(), header.size());
    for (const auto& [name, tensor] : tensors) {
        const auto flat = tensor.detach().to(torch::kCPU).contiguous();
        write(flat.data_ptr(), qint64(flat.nbytes()));
    }
    if (!isWritten || !file.commit())
        throw notWritten(path, whyNotWritten(path, file.errorString()));
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
        const auto found = file.entries().find(name);
        if (found == file.entries().end() || target.sizes() != at::IntArrayRef(found->second.shape)) {
            left << QString::fromStdString(name);
            continue;
        }
        const auto tensor = file.tensor(name);
        if (!torch::isfinite(tensor).all().item<bool>())
            throw Error(QCoreApplication::translate("Weights", "The weights hold values that are not numbers (%1), so they cannot be used.").arg(QString::fromStdString(name)));
        target.copy_(tensor);
    }
    const int differing = std::max(int(left.size()), std::abs(int(file.entries().size()) - int(targets.size())));
    if (missing == Missing::Refuse && differing > 0)
        throw Error(QCoreApplication::translate("Weights", "The weights do not belong to this network: %Ln of its tensors differ.", nullptr, differing));
    return left;
}

} // namespace core
