#include "core/modelfiles/ModelRunner.h"

#include <opencv2/dnn.hpp>
#include <torch/script.h>
#include <torch/version.h>

#include <vector>

namespace core {

namespace {

class TorchScriptRunner final : public ModelRunner {
public:
    explicit TorchScriptRunner(const QString& path) : m_module(torch::jit::load(path.toStdString(), torch::kCPU)) { m_module.eval(); }

    QString name() const override { return QStringLiteral("libtorch %1").arg(QLatin1String(TORCH_VERSION)); }

    FileAnswers run(const torch::Tensor& images) override
    {
        const torch::NoGradGuard noGradients;
        const auto answer = m_module.forward({images});
        if (!answer.isTuple())
            return {.scores = answer.toTensor(), .boxes = {}, .labels = {}};
        const auto& parts = answer.toTupleRef().elements();
        return {.scores = parts[1].toTensor(), .boxes = parts[0].toTensor(), .labels = parts.size() > 2 ? parts[2].toTensor() : torch::Tensor()};
    }

private:
    torch::jit::Module m_module;
};

class OpenCvRunner final : public ModelRunner {
public:
    explicit OpenCvRunner(const QString& path) : m_net(cv::dnn::readNetFromONNX(path.toStdString()))
    {
        m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        m_outputs = m_net.getUnconnectedOutLayersNames();
    }

    QString name() const override { return QStringLiteral("OpenCV %1").arg(QLatin1String(CV_VERSION)); }

    /// One picture after the other: this runtime settles the number when it reads the file.
    FileAnswers run(const torch::Tensor& images) override
    {
        std::vector<torch::Tensor> scores, boxes;
        for (const auto& one : images.contiguous().split(1)) {
            const auto image = one.contiguous();
            const int sizes[] = {1, int(image.size(1)), int(image.size(2)), int(image.size(3))};
            m_net.setInput(cv::Mat(4, sizes, CV_32F, image.data_ptr<float>()), "images");
            std::vector<cv::Mat> answers;
            m_net.forward(answers, m_outputs);
            for (size_t i = 0; i < answers.size(); ++i)
                (m_outputs[i] == "boxes" ? boxes : scores).push_back(copied(answers[i]));
        }
        return {.scores = torch::cat(scores), .boxes = boxes.empty() ? torch::Tensor() : torch::cat(boxes), .labels = {}};
    }

private:
    static torch::Tensor copied(const cv::Mat& answer)
    {
        const cv::Mat whole = answer.isContinuous() ? answer : answer.clone();
        const std::vector<int64_t> sizes(whole.size.p, whole.size.p + whole.dims);
        return torch::from_blob(whole.data, sizes, torch::kFloat).clone();
    }

    cv::dnn::Net m_net;
    std::vector<cv::String> m_outputs;
};

} // namespace

std::unique_ptr<ModelRunner> openWithTorchScript(const QString& path)
{
    return std::make_unique<TorchScriptRunner>(path);
}

std::unique_ptr<ModelRunner> openWithOpenCv(const QString& path)
{
    return std::make_unique<OpenCvRunner>(path);
}

} // namespace core
