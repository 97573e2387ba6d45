#include "ui/widgets/StorageSettings.h"

#include "core/base/MachineShare.h"
#include "core/project/Project.h"
#include "core/project/TrainingQueue.h"
#include "ui/Session.h"
#include "ui/support/Numbers.h"
#include "ui/support/RecentProjects.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

using core::CachePart;

constexpr int versionsShown = 20, othersShown = 10;
constexpr int limitPatience = 600; // ms: no number that is only passed by while typing empties anything

void clear(QGridLayout* grid)
{
    while (QLayoutItem* item = grid->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // one of its buttons may have led here
        }
        delete item;
    }
}

QLabel* cell(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new ElidedLabel(parent);
    label->setText(text);
    setRole(label, role);
    return label;
}

QLabel* number(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

StorageSettings::StorageSettings(QWidget* parent)
    : SettingsPage(tr("Storage"), QStringLiteral("settings#storage"), parent), m_open(new Card(tr("This project"), this)), m_openGrid(new QGridLayout), m_others(new Card(tr("Projects opened lately"), this)),
      m_othersGrid(new QGridLayout), m_said(new QLabel(this))
{
    for (auto* grid : {m_openGrid, m_othersGrid}) {
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(4);
        grid->setColumnStretch(0, 1);
    }
    m_open->setObjectName(QStringLiteral("openStorage"));
    m_open->content()->addLayout(m_openGrid);
    m_others->setObjectName(QStringLiteral("otherStorage"));
    m_others->content()->addLayout(m_othersGrid);
    m_said->setObjectName(QStringLiteral("storageSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->hide();
    addBlock(m_said, [] { return QString(); });
    addBlock(m_open, [] { return tr("This project: thumbnails, decoded pictures, weights, backups, database, trash, empty"); });
    addBlock(m_others, [this] {
        QStringList names{m_others->titleLabel()->text()};
        for (const auto& use : m_known)
            names << use.name;
        return names.join(QLatin1Char(' '));
    });
    addLimits();
    setSession(nullptr);
}

StorageSettings::~StorageSettings() = default;

void StorageSettings::addLimits()
{
    using core::MachineShare;
    auto* thumbnails = addLimit("thumbnailLimit", MachineShare::mostThumbnails, tr("Thumbnails of a project"), QStringLiteral("settings#limits"), &MachineShare::thumbnailGigabytes);
    auto* patience = new QTimer(this);
    patience->setSingleShot(true);
    patience->setInterval(limitPatience);
    connect(thumbnails, &QSpinBox::valueChanged, patience, qOverload<>(&QTimer::start));
    connect(patience, &QTimer::timeout, this, [this] { // what is beyond the new limit goes now
        if (const QString folder = openFolder(); !folder.isEmpty() && m_job && !m_job->isRunning())
            m_job->boundThumbnails(folder);
    });
    addLimit("pixelLimit", MachineShare::mostPixels, tr("Decoded pictures of a project"), QStringLiteral("settings#pixel-limit"), &MachineShare::pixelGigabytes);
    updateResets();
}

QSpinBox* StorageSettings::addLimit(const char* objectName, int most, const QString& label, const QString& topic, int core::MachineShare::*value)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(objectName));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setRange(1, most);
    box->setSuffix(tr(" GB"));
    box->setValue(core::machineShare().*value);
    const int usual = core::MachineShare().*value;
    addRow({label, box, topic, [value, usual] { return core::machineShare().*value == usual; }, [box, usual] { box->setValue(usual); }});
    connect(box, &QSpinBox::valueChanged, this, [this, value](int gigabytes) {
        auto share = core::machineShare();
        share.*value = gigabytes;
        core::setMachineShare(share);
        core::storeMachineShare(share);
        updateResets();
    });
    return box;
}

QString StorageSettings::openFolder() const
{
    return m_session ? m_session->project().folder() : QString();
}

void StorageSettings::setSession(Session* session)
{
    m_session = session;
    m_job.reset(); // what it counts may be gone
    m_known.clear();
    say({});
    m_open->setVisible(session != nullptr);
    showOthers();
    if (isVisible())
        measure();
}

void StorageSettings::showEvent(QShowEvent* event)
{
    SettingsPage::showEvent(event);
    measure();
}

void StorageSettings::measure()
{
    if (m_job && m_job->isRunning())
        return;
    QStringList folders;
    if (const QString open = openFolder(); !open.isEmpty())
        folders << open;
    for (const RecentProject& recent : RecentProjects::all()) {
        if (folders.size() <= othersShown && !folders.contains(recent.folder))
            folders << recent.folder;
    }
    m_job = std::make_unique<core::StorageJob>();
    connect(m_job.get(), &core::StorageJob::measured, this, &StorageSettings::take);
    connect(m_job.get(), &core::StorageJob::emptied, this, [this](const QString&, const core::CacheUse& removed) {
        say(removed.files == 0 ? tr("There was nothing to empty.") : tr("Emptied: %Ln file(s), %1.", nullptr, removed.files).arg(bytes(removed.bytes)));
    });
    connect(m_job.get(), &core::Job::failed, this, [this](const QString& sentence) { say(sentence, true); });
    m_job->measure(folders);
}

void StorageSettings::take(const core::StorageUse& use)
{
    if (const auto known = std::ranges::find(m_known, use.folder, &core::StorageUse::folder); known != m_known.end())
        *known = use;
    else
        m_known.push_back(use);
    if (use.folder == openFolder())
        showOpen(use);
    else
        showOthers();
}

void StorageSettings::showOpen(const core::StorageUse& use)
{
    clear(m_openGrid);
    m_open->setTitle(tr("This project: %1").arg(use.name));
    m_open->setValue(bytes(use.together()));
    int row = 0;
    const auto add = [&](const QString& name, const QString& size, const char* role = "") {
        m_openGrid->addWidget(cell(name, role, m_open), row, 0);
        m_openGrid->addWidget(number(size, m_open), row, 1);
        return row++;
    };
    const auto addCache = [&](const QString& name, const core::CacheUse& cache, CachePart part, const char* object) {
        const int at = add(name, bytes(cache.bytes));
        auto* button = new QPushButton(tr("Empty"), m_open);
        button->setObjectName(QLatin1String(object));
        button->setAccessibleName(tr("Empty: %1", "a part of the storage").arg(name));
        button->setAutoDefault(false);
        button->setEnabled(cache.files > 0);
        connect(button, &QPushButton::clicked, this, [this, part] { empty(openFolder(), {part}); });
        m_openGrid->addWidget(button, at, 2);
    };
    addCache(tr("Thumbnails, %Ln file(s)", nullptr, use.thumbnails.files), use.thumbnails, CachePart::Thumbnails, "emptyThumbnails");
    addCache(tr("Decoded pictures"), use.pixels, CachePart::Pixels, "emptyPixels");
    add(tr("Database"), bytes(use.database));
    add(tr("Backups, %Ln file(s)", nullptr, use.backups.files), bytes(use.backups.bytes));
    if (use.pictures.files > 0)
        add(tr("Pictures copied into the project, %Ln file(s)", nullptr, use.pictures.files), bytes(use.pictures.bytes));
    if (use.trash.files > 0)
        add(tr("Trash"), bytes(use.trash.bytes));
    add(tr("Weights, %Ln version(s)", nullptr, int(use.versions.size())), bytes(use.weights()));
    for (int i = 0; i < std::min(versionsShown, int(use.versions.size())); ++i)
        add(QStringLiteral("      ") + use.versions[std::size_t(i)].name, bytes(use.versions[std::size_t(i)].bytes), "caption");
    if (const int more = int(use.versions.size()) - versionsShown; more > 0)
        add(QStringLiteral("      ") + tr("and %Ln more", nullptr, more), QString(), "caption");
}

void StorageSettings::showOthers()
{
    clear(m_othersGrid);
    int row = 0;
    qint64 together = 0;
    for (const core::StorageUse& use : m_known) {
        if (use.folder == openFolder() || !use.isThere)
            continue;
        if (row == 0) {
            const QString heads[] = {tr("Project"), tr("Weights"), tr("Caches"), tr("Together")};
            for (int column = 0; column < 4; ++column) {
                auto* head = number(heads[column], m_others);
                head->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
                setRole(head, "caption");
                m_othersGrid->addWidget(head, row, column);
            }
            ++row;
        }
        auto* name = cell(use.name, "", m_others);
        name->setToolTip(QDir::toNativeSeparators(use.folder));
        const qint64 caches = use.thumbnails.bytes + use.pixels.bytes;
        m_othersGrid->addWidget(name, row, 0);
        m_othersGrid->addWidget(number(bytes(use.weights()), m_others), row, 1);
        m_othersGrid->addWidget(number(bytes(caches), m_others), row, 2);
        m_othersGrid->addWidget(number(bytes(use.together()), m_others), row, 3);
        auto* button = new QPushButton(tr("Empty caches"), m_others);
        button->setObjectName(QStringLiteral("emptyOther%1").arg(row - 1));
        button->setAccessibleName(tr("Empty the caches of %1", "name of a project").arg(use.name));
        button->setAutoDefault(false);
        button->setEnabled(caches > 0);
        connect(button, &QPushButton::clicked, this, [this, folder = use.folder] { empty(folder, {CachePart::Thumbnails, CachePart::Pixels}); });
        m_othersGrid->addWidget(button, row, 4);
        together += use.together();
        ++row;
    }
    m_others->setVisible(row > 0);
    m_others->setValue(row > 0 ? bytes(together) : QString());
}

/// Why nothing is emptied now; empty: it may be.
QString StorageSettings::whyNot(const QString& folder) const
{
    if (m_session && folder == openFolder() && !m_session->trainings().isIdle())
        return tr("A training uses the caches of this project. Nothing was emptied. Wait until it has ended, or stop it, then empty them.");
    if (m_job && m_job->isRunning())
        return tr("The sizes are still being counted. Nothing was emptied; try again in a moment.");
    return {};
}

void StorageSettings::empty(const QString& folder, std::vector<CachePart> parts)
{
    if (const QString why = whyNot(folder); !why.isEmpty()) {
        say(why, true);
        return;
    }
    m_job->empty(folder, std::move(parts), folder == openFolder());
}

void StorageSettings::say(const QString& sentence, bool isWrong)
{
    m_said->setText(sentence);
    setRole(m_said, isWrong ? "error" : "secondary");
    m_said->setVisible(!sentence.isEmpty());
}

} // namespace ui
