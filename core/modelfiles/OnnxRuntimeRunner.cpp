#include "core/modelfiles/ModelRunner.h"

#include "core/base/Shipped.h"

#include <QDir>
#include <QFile>
#include <QLibrary>

#include <stdexcept>
#include <vector>

namespace core {

namespace {

/// The C interface of onnxruntime is one table of functions that only ever grows, so a library of any age can be used without its
/// headers: these are the places of the functions that are called here.
enum Place : size_t {
    ErrorMessage = 2, CreateEnvironment = 3, DisableTelemetry = 6, CreateSessionFromBytes = 8, RunSession = 9, CreateOptions = 10, CountOutputs = 31,
    OutputName = 37, CreateTensor = 49, TensorData = 51, ElementType = 60, CountDimensions = 61, Dimensions = 62, TensorShape = 65, CreateCpuMemory = 69,
    FreeByAllocator = 76, DefaultAllocator = 78, ReleaseEnvironment = 92, ReleaseStatus = 93, ReleaseMemory = 94, ReleaseSession = 95, ReleaseValue = 96,
    ReleaseShape = 99, ReleaseOptions = 100
};

struct Base {
    void* const* (*api)(quint32 version);
    const char* (*version)();
};

enum { warningsAndWorse = 2, arenaAllocator = 1, defaultMemory = 0, floatType = 1, longType = 7 };

/// The library, once loaded kept until the program ends.
struct Library {
    void* const* table = nullptr; // null: there is none on this computer
    QString version;
};

QStringList candidates()
{
    QStringList files{qEnvironmentVariable("ORIEL_ONNXRUNTIME")};
    for (const auto& folder : libraryPlaces()) {
        for (const auto& name : QDir(folder).entryList({QStringLiteral("libonnxruntime.so*"), QStringLiteral("libonnxruntime*.dylib"), QStringLiteral("onnxruntime.dll")}, QDir::Files))
            files.append(QDir(folder).filePath(name));
    }
    files.append(QStringLiteral("onnxruntime")); // where the system looks
    files.removeAll(QString());
    return files;
}

Library load()
{
    for (const auto& file : candidates()) {
        QLibrary library(file);
        const auto entry = reinterpret_cast<const Base* (*)()>(library.resolve("OrtGetApiBase"));
        if (entry && entry()->api(1))
            return {entry()->api(1), QString::fromLatin1(entry()->version())};
    }
    return {};
}

const Library& library()
{
    static const Library loaded = load();
    return loaded;
}

template <class Result, class... Arguments>
Result call(Place place, Arguments... arguments)
{
    return reinterpret_cast<Result (*)(Arguments...)>(library().table[place])(arguments...);
}

/// For the functions that answer a status: null is success.
template <class... Arguments>
void ask(Place place, Arguments... arguments)
{
    if (void* status = call<void*>(place, arguments...)) {
        const std::string why = call<const char*>(ErrorMessage, static_cast<const void*>(status));
        call<void>(ReleaseStatus, status);
        throw std::runtime_error(why);
    }
}

/// One thing of the library, released at its end.
class Owned {
public:
    explicit Owned(Place release) : m_release(release) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned()
    {
        if (m_thing)
            call<void>(m_release, m_thing);
    }
    void** slot() { return &m_thing; }
    void* get() const { return m_thing; }

private:
    Place m_release;
    void* m_thing = nullptr;
};

torch::Tensor copied(void* value)
{
    Owned shape(ReleaseShape);
    ask(TensorShape, value, shape.slot());
    int type = 0;
    size_t rank = 0;
    ask(ElementType, shape.get(), &type);
    ask(CountDimensions, shape.get(), &rank);
    std::vector<int64_t> sizes(rank);
    ask(Dimensions, shape.get(), sizes.data(), rank);
    if (type != floatType && type != longType)
        throw std::runtime_error("an output is neither float32 nor int64");
    void* data = nullptr;
    ask(TensorData, value, &data);
    return torch::from_blob(data, sizes, type == floatType ? torch::kFloat : torch::kLong).clone();
}

class OnnxRuntimeRunner final : public ModelRunner {
public:
    explicit OnnxRuntimeRunner(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error(file.errorString().toStdString());
        const QByteArray bytes = file.readAll();
        ask(CreateEnvironment, int(warningsAndWorse), "oriel", m_environment.slot());
        ask(DisableTelemetry, static_cast<const void*>(m_environment.get())); // Oriel sends nothing
        Owned options(ReleaseOptions);
        ask(CreateOptions, options.slot());
        ask(CreateSessionFromBytes, static_cast<const void*>(m_environment.get()), static_cast<const void*>(bytes.constData()), size_t(bytes.size()),
            static_cast<const void*>(options.get()), m_session.slot());
        ask(CreateCpuMemory, int(arenaAllocator), int(defaultMemory), m_memory.slot());
        size_t count = 0;
        ask(CountOutputs, static_cast<const void*>(m_session.get()), &count);
        void* allocator = nullptr;
        ask(DefaultAllocator, &allocator);
        for (size_t i = 0; i < count; ++i) {
            char* name = nullptr;
            ask(OutputName, static_cast<const void*>(m_session.get()), i, allocator, &name);
            m_outputs.emplace_back(name);
            ask(FreeByAllocator, allocator, static_cast<void*>(name));
        }
    }

    QString name() const override { return QStringLiteral("onnxruntime %1").arg(library().version); }

    FileAnswers run(const torch::Tensor& images) override
    {
        const auto whole = images.contiguous();
        Owned input(ReleaseValue);
        ask(CreateTensor, static_cast<const void*>(m_memory.get()), whole.data_ptr(), size_t(whole.nbytes()), whole.sizes().data(), size_t(whole.dim()), int(floatType), input.slot());
        const char* inputName = "images";
        const void* inputValue = input.get();
        std::vector<const char*> names;
        for (const auto& output : m_outputs)
            names.push_back(output.c_str());
        std::vector<void*> values(names.size());
        ask(RunSession, m_session.get(), static_cast<const void*>(nullptr), &inputName, &inputValue, size_t(1), names.data(), names.size(), values.data());
        FileAnswers answers;
        for (size_t i = 0; i < values.size(); ++i) {
            Owned value(ReleaseValue);
            *value.slot() = values[i];
            (m_outputs[i] == "boxes" ? answers.boxes : m_outputs[i] == "labels" ? answers.labels : answers.scores) = copied(values[i]);
        }
        return answers;
    }

private:
    Owned m_environment{ReleaseEnvironment}, m_session{ReleaseSession}, m_memory{ReleaseMemory};
    std::vector<std::string> m_outputs;
};

} // namespace

bool hasOnnxRuntime()
{
    return library().table;
}

std::unique_ptr<ModelRunner> openWithOnnxRuntime(const QString& path)
{
    return std::make_unique<OnnxRuntimeRunner>(path);
}

} // namespace core
