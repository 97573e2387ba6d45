#include "core/modelfiles/OnnxModel.h"

#include "core/base/Error.h"

#include <QCoreApplication>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace core {

namespace {

constexpr int fileRevision = 8; // ir_version of opset 17

/// One protobuf message. Fields are written in the order of the calls; numbers are those of onnx.proto.
class Message {
public:
    void integer(int field, int64_t value)
    {
        key(field, 0);
        varint(uint64_t(value));
    }
    void real(int field, float value)
    {
        key(field, 5);
        const quint32 bits = qToLittleEndian(std::bit_cast<quint32>(value));
        m_bytes.append(reinterpret_cast<const char*>(&bits), sizeof bits);
    }
    void bytes(int field, QByteArrayView value)
    {
        key(field, 2);
        varint(uint64_t(value.size()));
        m_bytes.append(value);
    }
    void text(int field, const std::string& value) { bytes(field, {value.data(), qsizetype(value.size())}); }
    void text(int field, const QString& value) { bytes(field, value.toUtf8()); }
    void message(int field, const Message& value) { bytes(field, value.m_bytes); }
    const QByteArray& all() const { return m_bytes; }

private:
    void key(int field, int wireType) { varint(uint64_t(field) << 3 | uint64_t(wireType)); }
    void varint(uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(char(value | 0x80));
        m_bytes.append(char(value));
    }

    QByteArray m_bytes;
};

/// TensorProto.DataType
int typeNumber(torch::ScalarType type)
{
    switch (type) {
    case torch::kFloat: return 1;
    case torch::kLong: return 7;
    case torch::kHalf: return 10;
    case torch::kDouble: return 11;
    default: throw Error(QCoreApplication::translate("ModelFile", "The network computes in a type of numbers that cannot be written to an ONNX file (%1). Nothing was written.").arg(QLatin1String(c10::toString(type))));
    }
}

Message attribute(const std::string& name, const OnnxAttribute& value)
{
    enum Type { Float = 1, Int = 2, String = 3, Ints = 7 };
    Message message;
    message.text(1, name);
    if (const auto* number = std::get_if<int64_t>(&value)) {
        message.integer(3, *number);
        message.integer(20, Int);
    } else if (const auto* real = std::get_if<float>(&value)) {
        message.real(2, *real);
        message.integer(20, Float);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        message.text(4, *text);
        message.integer(20, String);
    } else {
        for (const int64_t one : std::get<std::vector<int64_t>>(value))
            message.integer(8, one);
        message.integer(20, Ints);
    }
    return message;
}

Message node(const OnnxNode& node)
{
    Message message;
    for (const auto& name : node.inputs)
        message.text(1, name);
    for (const auto& name : node.outputs)
        message.text(2, name);
    message.text(3, node.outputs.front()); // what readers call it when they complain
    message.text(4, node.op);
    for (const auto& [name, value] : node.attributes)
        message.message(5, attribute(name, value));
    return message;
}

Message tensor(const std::string& name, const torch::Tensor& value)
{
    static_assert(std::endian::native == std::endian::little, "raw_data is little-endian");
    const auto whole = value.contiguous();
    Message message;
    for (const int64_t size : whole.sizes())
        message.integer(1, size);
    message.integer(2, typeNumber(whole.scalar_type()));
    message.text(8, name);
    message.bytes(9, {static_cast<const char*>(whole.data_ptr()), qsizetype(whole.nbytes())});
    return message;
}

Message value(const OnnxValue& value)
{
    Message shape;
    for (const auto& dimension : value.shape) {
        Message one;
        if (dimension.size > 0)
            one.integer(1, dimension.size);
        else
            one.text(2, dimension.name);
        if (!dimension.meaning.empty())
            one.text(3, dimension.meaning);
        shape.message(1, one);
    }
    Message tensorType, type, message;
    tensorType.integer(1, typeNumber(value.type));
    tensorType.message(2, shape);
    type.message(1, tensorType);
    if (!value.meaning.empty())
        type.text(6, value.meaning);
    message.text(1, value.name);
    message.message(2, type);
    return message;
}

} // namespace

QByteArray toBytes(const OnnxModel& model)
{
    Message graph;
    for (const auto& one : model.nodes)
        graph.message(1, node(one));
    graph.text(2, std::string("network"));
    for (const auto& [name, constant] : model.constants)
        graph.message(5, tensor(name, constant));
    for (const auto& one : model.inputs)
        graph.message(11, value(one));
    for (const auto& one : model.outputs)
        graph.message(12, value(one));
    Message operators, file;
    operators.text(1, std::string());
    operators.integer(2, OnnxModel::operatorSet);
    file.integer(1, fileRevision);
    file.text(2, QStringLiteral("Oriel"));
    file.text(3, QStringLiteral(ORIEL_VERSION));
    file.message(7, graph);
    file.message(8, operators);
    for (const auto& [key, text] : model.metadata) {
        Message entry;
        entry.text(1, key);
        entry.text(2, text);
        file.message(14, entry);
    }
    return file.all();
}

} // namespace core
