#include "ui/widgets/TrainingOptions.h"

#include "ui/models/VersionText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/RateBox.h"
#include "ui/widgets/SchedulePlot.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

template <class Enum>
void addEntries(QComboBox* box, std::initializer_list<Enum> values)
{
    for (const auto value : values)
        box->addItem(nameOf(value), int(value));
}

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

TrainingOptions::TrainingOptions(QWidget* parent) : QWidget(parent), m_rows(OptionCount), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(9);
    m_grid->setColumnMinimumWidth(0, 100);
    m_grid->setColumnStretch(3, 1);
    build();
    begin(m_type, 0);
}

void TrainingOptions::build()
{
    m_architecture = addChoice(Architecture, tr("Architecture"), "architecture", {}, tr("The network. Larger: slower, more memory, usually more exact."));
    m_weights = addChoice(Weights, tr("Start from"), "startWeights", {},
                          tr("General pictures: weights that have already seen many photographs. From scratch needs far more images and time."));
    m_epochs = addNumber(Epochs, tr("Epochs"), "epochs", 0, 1000, 1, {},
                         tr("How often the network sees every training image. More takes longer; the best epoch is kept in any case."));
    m_batch = addNumber(Batch, tr("Batch"), "batchSize", 1, 1024, 1, tr("Images that are learnt from together in one step."),
                        tr("Larger batches need more memory and give calmer, fewer steps."));
    m_optimizer = addChoice(OptimizerKind, tr("Optimizer"), "optimizer", tr("How the network moves after each batch."),
                            tr("AdamW suits most trainings. SGD with momentum needs a larger rate and more epochs."));
    m_rate = new RateBox(this);
    m_rate->setObjectName(QStringLiteral("learningRate"));
    addRow(Rate, tr("Learning rate"), m_rate, tr("How far it moves. Too large: the loss jumps; too small: slow."),
           tr("The greatest rate of the plan below, from 1e-7 to 10. Arrow keys and wheel step by a tenth."));
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this] { touch(Rate); });
    m_schedule = addChoice(ScheduleKind, tr("Schedule"), "schedule", tr("How the rate moves during the run."),
                           tr("One cycle: warms up, then falls smoothly. Three steps: a tenth after 33 %, a hundredth after 66 %. Constant: stays."));
    m_plot = new SchedulePlot(this);
    m_plot->setObjectName(QStringLiteral("schedulePlot"));
    m_grid->addWidget(m_plot, m_grid->rowCount(), 1, 1, 3);
    m_imageSize = addNumber(ImageSize, tr("Image size"), "imageSize", 32, 4096, 32, {},
                            tr("The long side of the network's input in px (both sides in a classification), a multiple of 32. Larger finds smaller things and is slower."));
    connect(m_imageSize, &QSpinBox::editingFinished, this, [this] { m_imageSize->setValue((m_imageSize->value() + 16) / 32 * 32); });
    m_augmentation = addChoice(Augmentation, tr("Augmentation"), "augmentation", {},
                               tr("Images are changed a little each time they are seen, so that the network learns what stays the same. "
                                  "Take None when left and right matter."));
    m_seed = addNumber(Seed, tr("Seed"), "seed", 0, 2147483647, 1, tr("The same seed, data and options give the same training on the CPU."),
                       tr("Where all chance of a training begins. Another seed shows how much of a difference is luck."));
    m_device = addChoice(Device, tr("Device"), "device", {}, tr("Where the training runs. Auto takes the fastest that can be used."));

    addEntries(m_weights, {core::StartWeights::ImageNet, core::StartWeights::None});
    addEntries(m_optimizer, {core::Optimizer::AdamW, core::Optimizer::SgdMomentum});
    addEntries(m_schedule, {core::Schedule::OneCycle, core::Schedule::ThreeSteps, core::Schedule::Constant});
    addEntries(m_augmentation, {core::AugmentationLevel::Default, core::AugmentationLevel::Flips, core::AugmentationLevel::None});
    fillDevices();
}

void TrainingOptions::addRow(Option option, const QString& label, QWidget* field, const QString& hint, const QString& tip)
{
    auto* name = new QLabel(label, this);
    setRole(name, "secondary");
    name->setBuddy(field);
    name->setToolTip(tip);
    field->setToolTip(tip);
    field->setAccessibleName(label);
    field->setAccessibleDescription(tip);
    auto* reset = new QToolButton(this);
    reset->setIcon(Theme::of().icon(QStringLiteral("refresh")));
    reset->setToolTip(tr("Changed. Back to the default."));
    reset->setAccessibleName(tr("%1: back to the default").arg(label));
    reset->setObjectName(field->objectName() + QStringLiteral("Reset"));
    auto policy = reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    reset->setSizePolicy(policy);
    auto* caption = new QLabel(hint, this);
    setRole(caption, "caption");
    caption->setWordWrap(true);
    caption->setMinimumHeight(28);
    caption->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(reset, &QToolButton::clicked, this, [this, option] { resetOption(option); });

    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(reset, row, 2);
    m_grid->addWidget(caption, row, 3);
    m_rows[size_t(option)] = {field, caption, reset, false};
}

QComboBox* TrainingOptions::addChoice(Option option, const QString& label, const char* objectName, const QString& hint, const QString& tip)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setFixedWidth(200);
    addRow(option, label, box, hint, tip);
    connect(box, &QComboBox::currentIndexChanged, this, [this, option] { touch(option); });
    return box;
}

QSpinBox* TrainingOptions::addNumber(Option option, const QString& label, const char* objectName, int least, int most, int step, const QString& hint,
                                     const QString& tip)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setMaximumWidth(96);
    addRow(option, label, box, hint, tip);
    connect(box, &QSpinBox::valueChanged, this, [this, option] { touch(option); });
    return box;
}

void TrainingOptions::fillArchitectures()
{
    const bool before = std::exchange(m_writing, true);
    m_architecture->clear();
    for (const auto& entry : core::architectures(m_type))
        m_architecture->addItem(entry.name, entry.key);
    m_writing = before;
}

void TrainingOptions::fillDevices()
{
    m_writing = true;
    m_device->addItem(tr("Auto"), QStringLiteral("auto"));
    auto* items = qobject_cast<QStandardItemModel*>(m_device->model());
    for (const auto& device : core::devices()) {
        m_device->addItem(device.usable ? device.name : tr("%1: %2").arg(device.name, device.reason), device.id);
        items->item(m_device->count() - 1)->setEnabled(device.usable);
        items->item(m_device->count() - 1)->setToolTip(device.reason);
    }
    m_device->view()->setMinimumWidth(320);
    m_writing = false;
}

void TrainingOptions::begin(core::ViewType type, int trainingItems)
{
    m_type = type;
    m_items = trainingItems;
    for (auto& row : m_rows)
        row.touched = false;
    fillArchitectures();
    const bool before = std::exchange(m_writing, true);
    choose(m_architecture, core::defaultSpec(type, trainingItems).architecture);
    m_writing = before;
    writeUntouched();
}

void TrainingOptions::setTrainingItems(int trainingItems)
{
    m_items = trainingItems;
    writeUntouched();
}

core::TrainingSpec TrainingOptions::defaults() const
{
    const QString key = m_architecture->currentData().toString();
    auto spec = key.isEmpty() ? core::defaultSpec(m_type, m_items) : core::defaultSpec(m_type, m_items, key);
    for (const auto& entry : core::architectures(m_type)) {
        if (entry.key == key && !entry.hasShippedWeights)
            spec.weights = core::StartWeights::None; // there are none on this machine
    }
    return spec;
}

core::TrainingSpec TrainingOptions::spec() const
{
    auto spec = defaults();
    spec.epochs = m_epochs->value();
    spec.batchSize = m_batch->value();
    spec.learningRate = m_rate->value();
    spec.optimizer = core::Optimizer(m_optimizer->currentData().toInt());
    spec.schedule = core::Schedule(m_schedule->currentData().toInt());
    spec.imageSize = m_imageSize->value();
    spec.augmentation = core::AugmentationLevel(m_augmentation->currentData().toInt());
    spec.weights = core::StartWeights(m_weights->currentData().toInt());
    spec.seed = m_seed->value();
    spec.device = m_device->currentData().toString();
    return spec;
}

void TrainingOptions::write(Option option, const core::TrainingSpec& spec)
{
    switch (option) {
    case Architecture: choose(m_architecture, spec.architecture); break;
    case Weights: choose(m_weights, int(spec.weights)); break;
    case Epochs: m_epochs->setValue(spec.epochs); break;
    case Batch: m_batch->setValue(spec.batchSize); break;
    case Rate: m_rate->setValue(spec.learningRate); break;
    case OptimizerKind: choose(m_optimizer, int(spec.optimizer)); break;
    case ScheduleKind: choose(m_schedule, int(spec.schedule)); break;
    case ImageSize: m_imageSize->setValue(spec.imageSize); break;
    case Augmentation: choose(m_augmentation, int(spec.augmentation)); break;
    case Seed: m_seed->setValue(spec.seed); break;
    case Device: choose(m_device, spec.device); break;
    case OptionCount: break;
    }
}

void TrainingOptions::writeUntouched()
{
    m_writing = true;
    const auto spec = defaults();
    for (int option = Weights; option < OptionCount; ++option) {
        if (!m_rows[size_t(option)].touched)
            write(Option(option), spec);
    }
    m_writing = false;
    describe();
    Q_EMIT changed();
}

void TrainingOptions::touch(Option option)
{
    if (m_writing)
        return;
    m_rows[size_t(option)].touched = true;
    if (option == Architecture) {
        writeUntouched(); // the defaults of the others depend on it
        return;
    }
    describe();
    Q_EMIT changed();
}

void TrainingOptions::resetOption(Option option)
{
    m_rows[size_t(option)].touched = false;
    m_writing = true;
    write(option, option == Architecture ? core::defaultSpec(m_type, m_items) : defaults());
    m_writing = false;
    writeUntouched();
}

/// The captions that depend on the values.
void TrainingOptions::describe()
{
    for (auto& row : m_rows)
        row.reset->setVisible(row.touched);
    const auto now = spec();
    QString network;
    bool shipped = false;
    for (const auto& entry : core::architectures(m_type)) {
        if (entry.key != now.architecture)
            continue;
        network = tr("%1 M parameters. Larger: slower, usually more exact.").arg(QLocale().toString(entry.parametersMillions, 'f', 1));
        shipped = entry.hasShippedWeights;
    }
    m_rows[Architecture].hint->setText(network);
    m_rows[Weights].hint->setText(shipped ? tr("Knows general pictures already: better with few images.")
                                          : tr("There are no shipped weights for it on this machine."));
    const int perEpoch = (m_items + now.batchSize - 1) / std::max(1, now.batchSize);
    m_rows[Epochs].hint->setText(now.epochs == 0 && m_type != core::ViewType::Detection ? tr("The head phase alone: quick, and often good.")
                                                                                        : tr("%1 iterations of one batch.").arg(count(qint64(perEpoch) * now.epochs)));
    m_rows[ImageSize].hint->setText(m_type == core::ViewType::Detection ? tr("Long side in px. Larger finds smaller things, slower.")
                                                                        : tr("Side in px. Larger sees finer detail, slower."));
    QString augmentation = tr("Images are learnt from as they are.");
    if (now.augmentation == core::AugmentationLevel::Flips)
        augmentation = tr("Mirrored left to right by chance.");
    else if (now.augmentation == core::AugmentationLevel::Default)
        augmentation = m_type == core::ViewType::Detection ? tr("Mirror, zoom, shift and light, by chance.") : tr("Mirror and random crop, by chance.");
    m_rows[Augmentation].hint->setText(augmentation);
    m_rows[Device].hint->setText(now.device == QLatin1String("auto") ? tr("The fastest that can be used.") : QString());
    m_plot->setSpec(now);
}

} // namespace ui
