#pragma once

#include "core/training/TrainingSpec.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace core {
struct SpecField;
}

namespace ui {

class RateBox;
class SchedulePlot;

/// The options of a training as fields, each with what it does in one line and (?) for the whole of it (resources/help, page "options"). Fields that nobody touched follow the defaults of
/// the architecture; touched ones keep their value and show a mark that sets them back.
class TrainingOptions final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingOptions(QWidget* parent = nullptr);

    /// Sets everything back to the defaults of a view type and so many training items.
    void begin(core::ViewType type, int trainingItems);
    /// New number of items and concepts: untouched fields and what is told of the network follow.
    void setData(int trainingItems, int concepts);
    core::TrainingSpec spec() const;
    void setImageSize(int side); // px, as if a person had typed it
    /// What is wrong with the options, as a sentence; empty: a training can start with them. Said beside the option too.
    QString problem() const;

Q_SIGNALS:
    void changed();
    void helpRequested(const QString& topic); // of an option
private:
    enum Option { Architecture, Weights, Epochs, Batch, Rate, OptimizerKind, ScheduleKind, ImageSize, Augmentation, Seed, Device, OptionCount };
    struct Row {
        QWidget* field = nullptr;
        QLabel* hint = nullptr;
        QToolButton* reset = nullptr;
        QString usualHint{};
        bool touched = false;
        bool isWrong = false;
    };

    static const core::SpecField& fieldOf(Option option);
    void build();
    void addRow(Option option, const QString& label, QWidget* field, const QString& hint);
    QComboBox* addChoice(Option option, const char* objectName, const QString& hint);
    QSpinBox* addNumber(Option option, const char* objectName, const QString& hint);
    void describeProblems();
    void touch(Option option);
    void resetOption(Option option);
    void fillArchitectures();
    void fillDevices();
    void write(Option option, const core::TrainingSpec& spec);
    void writeUntouched();
    void describe();
    core::TrainingSpec defaults() const;

    core::ViewType m_type = core::ViewType::Classification;
    int m_items = 0;
    int m_concepts = 0;
    bool m_writing = false;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    QComboBox* m_architecture;
    QComboBox* m_weights;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    RateBox* m_rate;
    QComboBox* m_optimizer;
    QComboBox* m_schedule;
    SchedulePlot* m_plot;
    QSpinBox* m_imageSize;
    QComboBox* m_augmentation;
    QSpinBox* m_seed;
    QComboBox* m_device;
};

} // namespace ui
