// Answers pictures with the model "@MODEL@", which Oriel exported, by OpenCV alone:
//   c++ -std=c++17 predict.cpp -o predict $(pkg-config --cflags --libs opencv4) && ./predict @MODEL@ PICTURE…
#include <opencv2/dnn.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

const std::string task = "@TASK@", resizing = "@RESIZE@";
const std::vector<std::string> names = {@NAMES@};
const std::vector<float> thresholds = {@THRESHOLDS@};
const cv::Size input(@WIDTH@, @HEIGHT@);
const double cropShare = @CROP_SHARE@, padValue = @PAD_VALUE@, mostOverlap = @NMS_IOU@;
const size_t mostBoxes = @MAX_BOXES@;

/// The view [H,W] that the network sees, and the part of the picture (px) that it shows.
cv::Mat prepare(const cv::Mat& picture, cv::Rect2d& part)
{
    const double w = picture.cols, h = picture.rows;
    double factor = 1;
    if (resizing == "fit_pad") { // the whole picture, with even bars
        const double scale = std::min(input.width / w, input.height / h);
        factor = std::min(1.0, int(1.3 * std::max(input.width, input.height)) / std::max(w, h));
        part = cv::Rect2d((w - input.width / scale) / 2, (h - input.height / scale) / 2, input.width / scale, input.height / scale);
    } else {
        const double share = resizing == "centre_crop" ? cropShare : 0.875, side = std::min(w, h) * share;
        factor = int(std::min(input.width, input.height) / share) / std::min(w, h);
        part = resizing == "squash" ? cv::Rect2d(0, 0, w, h) : cv::Rect2d((w - side) / 2, (h - side) / 2, side, side);
    }
    const cv::Size size(std::max(1, int(std::nearbyint(w * factor))), std::max(1, int(std::nearbyint(h * factor))));
    cv::Mat small, view;
    cv::resize(picture, small, size, 0, 0, factor < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    const double a = input.width / part.width * w / size.width, d = input.height / part.height * h / size.height; // px of `small` -> px of the view
    const cv::Matx23d matrix(a, 0, -part.x * input.width / part.width + a / 2 - 0.5, 0, d, -part.y * input.height / part.height + d / 2 - 0.5);
    cv::warpAffine(small, view, matrix, input, cv::INTER_LINEAR, resizing == "fit_pad" ? cv::BORDER_CONSTANT : cv::BORDER_REPLICATE, cv::Scalar::all(padValue));
    return view;
}

void printBoxes(const cv::Mat& boxes, const cv::Mat& scores, const cv::Rect2d& part) // [1,A,4], [1,A,C]
{
    const int concepts = scores.size[2];
    const float *score = scores.ptr<float>(), *box = boxes.ptr<float>();
    std::vector<int> places(scores.total()), kept;
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(), [&](int i, int k) { return score[i] > score[k]; });
    const auto rect = [&](int place) {
        const float* side = box + 4 * (place / concepts);
        return cv::Rect2d(part.x + side[0] * part.width, part.y + side[1] * part.height, (side[2] - side[0]) * part.width, (side[3] - side[1]) * part.height);
    };
    const auto overlap = [&](int i, int k) { const double both = (rect(i) & rect(k)).area(); return both / (rect(i).area() + rect(k).area() - both); };
    for (size_t i = 0; i < std::min<size_t>(places.size(), 400) && kept.size() < mostBoxes; ++i) {
        if (std::none_of(kept.begin(), kept.end(), [&](int better) { return better % concepts == places[i] % concepts && overlap(better, places[i]) > mostOverlap; }))
            kept.push_back(places[i]);
    }
    for (const int place : kept) {
        if (score[place] >= thresholds[place % concepts])
            std::printf("  %s %.5f  %.1f %.1f %.1f %.1f\n", names[place % concepts].c_str(), score[place], rect(place).x, rect(place).y, rect(place).br().x, rect(place).br().y);
    }
}

int main(int count, char* words[])
{
    auto network = cv::dnn::readNetFromONNX(words[1]);
    for (int i = 2; i < count; ++i) {
        cv::Rect2d part;
        const cv::Mat view = prepare(cv::imread(words[i], cv::IMREAD_COLOR), part); // upright, BGR
        network.setInput(cv::dnn::blobFromImage(view, 1 / 255.0, input, {}, true), "images");
        std::printf("%s\n", words[i]);
        if (task == "detection") {
            std::vector<cv::Mat> answers;
            network.forward(answers, std::vector<cv::String>{"boxes", "scores"});
            printBoxes(answers[0], answers[1], part);
            continue;
        }
        const cv::Mat scores = network.forward("scores");
        const float best = *std::max_element(scores.begin<float>(), scores.end<float>());
        for (int k = 0; k < int(names.size()); ++k) {
            const float score = scores.at<float>(0, k);
            if (score >= thresholds[k] && (task == "tagging" || score == best))
                std::printf("  %s %.5f\n", names[k].c_str(), score);
        }
    }
}
