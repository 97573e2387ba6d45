#include "ui/widgets/TrainingOptions.h"

#include "core/networks/ParameterCount.h"
#include "core/training/Devices.h"
#include "core/training/SpecFields.h"
#include "ui/HelpDesk.h"
#include "ui/models/VersionText.h"
#include "ui/support/Help.h"
#include "ui/support/KeyTip.h"
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
#include <array>
#include <limits>

namespace ui {

namespace {

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
    m_grid->setColumnStretch(4, 1);
    build();
    begin(m_type, 0);
}

const core::SpecField& TrainingOptions::fieldOf(Option option)
{
    static constexpr std::array<const char*, OptionCount> keys{"architecture", "weights", "epochs", "batchSize", "learningRate", "optimizer", "schedule", "imageSize",
                                                               "augmentation", "seed", "device"};
    return core::specField(keys[size_t(option)]);
}

void TrainingOptions::build()
{
    m_architecture = addChoice(Architecture, "architecture", {});
    m_weights = addChoice(Weights, "startWeights", {});
    m_epochs = addNumber(Epochs, "epochs", {});
    m_batch = addNumber(Batch, "batchSize", tr("Images that are learnt from together in one step."));
    m_optimizer = addChoice(OptimizerKind, "optimizer", tr("How the network moves after each batch."));
    m_rate = new RateBox(this);
    m_rate->setObjectName(QStringLiteral("learningRate"));
    addRow(Rate, core::nameOf(fieldOf(Rate)), m_rate, tr("How far it moves. Too large: the loss jumps; too small: slow."));
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this] { touch(Rate); });
    m_schedule = addChoice(ScheduleKind, "schedule", tr("How the rate moves during the run."));
    m_plot = new SchedulePlot(this);
    m_plot->setObjectName(QStringLiteral("schedulePlot"));
    m_grid->addWidget(m_plot, m_grid->rowCount(), 1, 1, 4);
    m_imageSize = addNumber(ImageSize, "imageSize", {});
    m_augmentation = addChoice(Augmentation, "augmentation", {});
    m_seed = addNumber(Seed, "seed", tr("The same seed, data and options give the same training on the CPU."));
    m_device = addChoice(Device, "device", {});

    for (const auto& [option, box] : {std::pair(Weights, m_weights), std::pair(OptimizerKind, m_optimizer), std::pair(ScheduleKind, m_schedule),
                                      std::pair(Augmentation, m_augmentation)}) {
        const auto& field = fieldOf(option);
        for (size_t i = 0; i < field.words.size(); ++i)
            box->addItem(core::nameOfWord(field, QLatin1String(field.words[i])), int(i));
    }
    fillDevices();
}

void TrainingOptions::addRow(Option option, const QString& label, QWidget* field, const QString& hint)
{
    const QString topic = QStringLiteral("options#") + QLatin1String(fieldOf(option).key);
    const QString tip = Help::of().brief(topic);
    setHelp(field, topic);
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
    auto* help = iconButton("", QStringLiteral("help"), tr("Help: %1", "name of an option").arg(label), QStringLiteral("F1"), this);
    help->setObjectName(field->objectName() + QStringLiteral("Help"));
    help->setFocusPolicy(Qt::ClickFocus); // F1 in the field does the same; Tab goes through the fields
    connect(help, &QToolButton::clicked, this, [this, topic] { Q_EMIT helpRequested(topic); });
    auto* caption = new QLabel(hint, this);
    setRole(caption, "caption");
    caption->setWordWrap(true);
    caption->setMinimumHeight(28);
    caption->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(reset, &QToolButton::clicked, this, [this, option] { resetOption(option); });

    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(help, row, 2);
    m_grid->addWidget(reset, row, 3);
    m_grid->addWidget(caption, row, 4);
    m_rows[size_t(option)] = {.field = field, .hint = caption, .reset = reset, .usualHint = hint};
}

QComboBox* TrainingOptions::addChoice(Option option, const char* objectName, const QString& hint)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setFixedWidth(200);
    addRow(option, core::nameOf(fieldOf(option)), box, hint);
    connect(box, &QComboBox::currentIndexChanged, this, [this, option] { touch(option); });
    return box;
}

/// Takes every number that can be typed; one that cannot be trained with is said to be wrong, never quietly made another.
QSpinBox* TrainingOptions::addNumber(Option option, const char* objectName, const QString& hint)
{
    const auto& field = fieldOf(option);
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(0, std::numeric_limits<int>::max());
    box->setSingleStep(field.step);
    box->setMaximumWidth(96);
    addRow(option, core::nameOf(field), box, hint);
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

void TrainingOptions::setData(int trainingItems, int concepts)
{
    m_items = trainingItems;
    m_concepts = concepts;
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
    for (int option = 0; option < OptionCount; ++option) {
        const auto& field = fieldOf(Option(option));
        if (const auto* choice = qobject_cast<const QComboBox*>(m_rows[size_t(option)].field)) {
            const auto data = choice->currentData();
            field.write(spec, field.words.empty() ? data.toString() : QString(QLatin1String(field.words[data.toUInt()])));
        } else if (const auto* number = qobject_cast<const QSpinBox*>(m_rows[size_t(option)].field))
            field.write(spec, number->value());
        else
            field.write(spec, m_rate->value());
    }
    return spec;
}

void TrainingOptions::setImageSize(int side)
{
    m_imageSize->setValue(side);
}

QString TrainingOptions::problem() const
{
    return core::problemOf(spec());
}

void TrainingOptions::write(Option option, const core::TrainingSpec& spec)
{
    const auto& field = fieldOf(option);
    const auto value = field.read(spec);
    if (auto* choice = qobject_cast<QComboBox*>(m_rows[size_t(option)].field)) {
        const auto word = std::ranges::find_if(field.words, [&](const char* one) { return value.toString() == QLatin1String(one); });
        choose(choice, field.words.empty() ? QVariant(value.toString()) : QVariant(int(word - field.words.begin())));
    } else if (auto* number = qobject_cast<QSpinBox*>(m_rows[size_t(option)].field))
        number->setValue(value.toInt());
    else
        m_rate->setValue(value.toDouble());
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
        network = tr("%1 parameters. Larger: slower, usually more exact.", "4.7 M").arg(parameters(double(core::parametersOf({entry.key, m_type, m_concepts, {}}))));
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
    describeProblems();
}

/// An option out of its range says so where its hint stood.
void TrainingOptions::describeProblems()
{
    const auto now = spec();
    for (int option = 0; option < OptionCount; ++option) {
        auto& row = m_rows[size_t(option)];
        QString wrong = core::problemOf(fieldOf(Option(option)), fieldOf(Option(option)).read(now));
        if (option == Epochs && wrong.isEmpty() && now.epochs == 0)
            wrong = core::problemOf(now);
        if (!wrong.isEmpty())
            row.hint->setText(wrong);
        else if (row.isWrong && !row.usualHint.isEmpty()) // the others were written anew above
            row.hint->setText(row.usualHint);
        row.isWrong = !wrong.isEmpty();
        setRole(row.hint, row.isWrong ? "error" : "caption");
        row.field->setProperty("invalid", row.isWrong);
    }
}

} // namespace ui
