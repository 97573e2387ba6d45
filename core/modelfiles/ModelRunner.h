#pragma once

#include <torch/torch.h>

#include <QString>

#include <memory>

namespace core {

/// What a written file answers for some pictures; see ModelFile.h for the shapes. What a kind of file lacks is undefined.
struct FileAnswers {
    torch::Tensor scores, boxes, labels;
};

/// A runtime that has read a model file, and knows nothing but the file. What it throws is the runtime's own, not for a person.
class ModelRunner {
public:
    virtual ~ModelRunner() = default;
    virtual QString name() const = 0;                         // with its version, e.g. "OpenCV 4.6.0"
    virtual FileAnswers run(const torch::Tensor& images) = 0; // [N,3,H,W] float32 0..1
};

std::unique_ptr<ModelRunner> openWithTorchScript(const QString& path);
std::unique_ptr<ModelRunner> openWithOpenCv(const QString& path); // an ONNX file
/// Whether onnxruntime is on this computer: the file that the variable ORIEL_ONNXRUNTIME names, beside the program, or where the system
/// looks for libraries. Loaded when it is first asked for; nothing is linked against it.
bool hasOnnxRuntime();
std::unique_ptr<ModelRunner> openWithOnnxRuntime(const QString& path); // only when hasOnnxRuntime()

} // namespace core
