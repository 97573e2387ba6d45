#include "ui/widgets/ItemInspector.h"

#include "core/pictures/Thumbnails.h"
#include "ui/support/ItemText.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/Hairline.h"
#include "ui/widgets/TilePainter.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int pictureSide = core::Thumbnails::largeSide;

QLabel* addFact(QGridLayout* grid, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(name, parent);
    setRole(label, "caption");
    auto* value = new QLabel(parent);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

} // namespace

ItemPicture::ItemPicture(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::of(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ItemPicture::setItem(const std::optional<core::Item>& item, const std::vector<core::ConceptRecord>& concepts)
{
    if (!item || !m_item || item->image.id != m_item->image.id || item->crop != m_item->crop)
        m_picture = {};
    m_item = item;
    m_concepts = concepts;
    update();
}

void ItemPicture::setPicture(const QImage& picture)
{
    m_picture = picture;
    update();
}

void ItemPicture::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), Theme::of().tokens().canvas);
    if (!m_item)
        return;
    const QRectF place = TilePainter::placed(m_item->part().size(), rect());
    if (!m_picture.isNull())
        painter.drawImage(place, m_picture);
    TilePainter::drawBoxes(painter, *m_item, place, [this](core::ConceptId id) {
        for (const core::ConceptRecord& record : m_concepts) {
            if (record.id == id)
                return record.colour;
        }
        return -1;
    });
}

ItemInspector::ItemInspector(core::Thumbnails& thumbnails, QWidget* parent)
    : QFrame(parent), m_thumbnails(thumbnails), m_name(new QLabel(this)), m_picture(new ItemPicture(this)), m_warning(new QLabel(this)),
      m_accept(new QPushButton(tr("Accept this picture"), this)), m_same(new QPushButton(tr("It is the same picture"), this)),
      m_new(new QPushButton(tr("It is a new picture"), this)), m_relink(new QPushButton(tr("Relink…"), this)), m_conceptsTitle(new QLabel(this)),
      m_concepts(new QGridLayout), m_annotate(new QPushButton(tr("Annotate"), this)), m_remove(new QPushButton(tr("Remove…"), this)), m_body(new QWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setRole(this, "page");
    setFixedWidth(296);
    m_name->setObjectName(QStringLiteral("inspectorName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setMinimumWidth(0);
    setRole(m_name, "head");
    m_warning->setObjectName(QStringLiteral("inspectorWarning"));
    m_warning->setWordWrap(true);
    setRole(m_warning, "warning");
    m_accept->setObjectName(QStringLiteral("acceptPicture"));
    m_same->setObjectName(QStringLiteral("samePicture"));
    m_same->setToolTip(tr("The annotation fits this file, too: it is trained on again"));
    m_new->setObjectName(QStringLiteral("newPicture"));
    m_new->setToolTip(tr("The annotation of the old file is taken away; this can be undone"));
    m_relink->setObjectName(QStringLiteral("relink"));
    m_relink->setToolTip(tr("Show where this picture is now; others that moved with it are found too"));
    m_annotate->setObjectName(QStringLiteral("inspectorAnnotate"));
    setButtonIcon(m_annotate, QStringLiteral("annotate"));
    m_remove->setObjectName(QStringLiteral("inspectorRemove"));
    m_remove->setToolTip(tr("Takes the entry and its annotations out of the project; the file stays (Delete)."));
    m_conceptsTitle->setText(tr("Concepts"));
    setRole(m_conceptsTitle, "over");
    build();
    connect(m_annotate, &QPushButton::clicked, this, &ItemInspector::annotateRequested);
    connect(m_remove, &QPushButton::clicked, this, &ItemInspector::removeRequested);
    connect(m_accept, &QPushButton::clicked, this, &ItemInspector::acceptRequested);
    connect(m_same, &QPushButton::clicked, this, [this] { Q_EMIT changeSettled(true); });
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT changeSettled(false); });
    connect(m_relink, &QPushButton::clicked, this, &ItemInspector::relinkRequested);
    connect(&m_thumbnails, &core::Thumbnails::ready, this, [this](const core::Region& region, const QImage& picture) {
        if (m_region && region.image.id == m_region->image.id && region.crop == m_region->crop)
            m_picture->setPicture(picture);
    });
}

void ItemInspector::build()
{
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(8);
    facts->setVerticalSpacing(8);
    facts->setColumnMinimumWidth(0, 88);
    facts->setColumnStretch(1, 1);
    m_size = addFact(facts, tr("Size"), this);
    m_split = addFact(facts, tr("Split"), this);
    m_state = addFact(facts, tr("State"), this);
    m_state->setObjectName(QStringLiteral("inspectorState"));
    m_folder = addFact(facts, tr("Folder"), this);
    m_concepts->setHorizontalSpacing(8);
    m_concepts->setVerticalSpacing(8);
    m_concepts->setColumnStretch(1, 1);

    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addWidget(m_picture);
    body->addWidget(m_warning);
    for (QPushButton* help : {m_accept, m_same, m_new, m_relink})
        body->addWidget(help, 0, Qt::AlignLeft);
    body->addLayout(facts);
    body->addWidget(hairline(Qt::Horizontal, this));
    body->addWidget(m_conceptsTitle);
    body->addLayout(m_concepts);
    body->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_annotate, 1);
    buttons->addWidget(m_remove, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_name, 0, Qt::AlignTop);
    layout->addWidget(m_body, 1);
    layout->addLayout(buttons);
}

void ItemInspector::setReadOnly(bool readOnly, const QString& reason)
{
    for (QPushButton* button : {m_remove, m_accept, m_same, m_new, m_relink}) {
        button->setDisabled(readOnly);
        if (readOnly)
            button->setToolTip(reason);
    }
}

void ItemInspector::show(const QString& title, bool several)
{
    m_name->setText(QFontMetrics(Theme::of().font(TextRole::Head)).elidedText(title, Qt::ElideMiddle, 250));
    m_name->setToolTip(title);
    m_body->setVisible(true);
    m_picture->setVisible(!several);
    m_annotate->setVisible(!several);
    m_remove->setVisible(true);
    clearConcepts();
}

void ItemInspector::setItem(const std::optional<core::Item>& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type)
{
    m_region = item ? std::optional<core::Region>(*item) : std::nullopt;
    if (!item) {
        show(tr("Nothing selected"), false);
        m_body->hide();
        m_annotate->hide();
        m_remove->hide();
        m_picture->setItem({}, {});
        return;
    }
    show(item->image.name(), false);
    m_name->setToolTip(item->image.path);
    m_picture->setItem(item, concepts);
    requestPicture();
    fillFacts(*item);
    fillConcepts(*item, concepts, type);
    m_annotate->setVisible(item->view.isValid());
}

namespace {

/// "Training 12, Validation 6": how often each value is there, in the order they first come.
template <class Value>
QString counted(const std::vector<core::Item>& items, Value value)
{
    std::vector<std::pair<QString, int>> counts;
    for (const core::Item& item : items) {
        const QString name = value(item);
        const auto found = std::ranges::find(counts, name, [](const auto& entry) { return entry.first; });
        if (found == counts.end())
            counts.emplace_back(name, 1);
        else
            ++found->second;
    }
    if (counts.size() == 1)
        return counts.front().first;
    QStringList words;
    for (const auto& [name, number] : counts)
        //: %1: a value, %2: how many images have it
        words << ItemInspector::tr("%1: %2").arg(name, count(number));
    return words.join(QLatin1Char('\n'));
}

} // namespace

void ItemInspector::setSelection(const std::vector<core::Item>& items, const std::vector<core::ConceptRecord>& concepts, core::ViewType type)
{
    m_region.reset();
    show(tr("%Ln image(s) selected", nullptr, int(items.size())), true);
    const auto sizeOf = [](const core::Item& item) { return tr("%1 × %2 px").arg(count(item.image.size.width()), count(item.image.size.height())); };
    const bool sameSize = std::ranges::all_of(items, [&](const core::Item& item) { return item.image.size == items.front().image.size; });
    m_size->setText(!items.empty() && sameSize ? sizeOf(items.front()) : tr("different"));
    m_split->setText(counted(items, [](const core::Item& item) { return nameOf(item.image.split); }));
    m_state->setText(counted(items, [](const core::Item& item) { return nameOf(item.annotation.state); }));
    const auto folderOf = [](const core::Item& item) { return QFileInfo(item.image.path).path(); };
    const bool sameFolder = std::ranges::all_of(items, [&](const core::Item& item) { return folderOf(item) == folderOf(items.front()); });
    m_folder->setText(!items.empty() && sameFolder ? QFileInfo(folderOf(items.front())).fileName() : tr("different"));
    m_folder->setToolTip({});
    std::vector<core::Health> healths;
    for (const core::Item& item : items) {
        if (item.image.health != core::Health::Good)
            healths.push_back(item.image.health);
    }
    fillWarning(healths.empty() ? QString() : tr("%Ln of them are not trained on as they are.", nullptr, int(healths.size())), healths);
    for (const core::ConceptRecord& record : concepts) {
        int having = 0, gaps = 0;
        for (const core::Item& item : items) {
            const auto answers = answersOf(item.annotation);
            having += std::ranges::find(answers, record.id, &AnswerCount::conceptId) != answers.end();
            gaps += std::ranges::find(item.annotation.gaps, record.id) != item.annotation.gaps.end();
        }
        if (gaps > 0)
            addConcept(record, tr("%Ln not looked at", "number of images", gaps));
        else if (having > 0)
            addConcept(record, type == core::ViewType::Detection ? tr("on %Ln image(s)", nullptr, having) : count(having));
    }
}

void ItemInspector::requestPicture()
{
    if (!m_region || isHidden())
        return;
    if (const std::optional<QImage> picture = m_thumbnails.find(*m_region, pictureSide))
        m_picture->setPicture(*picture);
    else
        m_thumbnails.request(*m_region, pictureSide);
}

void ItemInspector::fillFacts(const core::Item& item)
{
    m_size->setText(item.image.size.isEmpty() ? QStringLiteral("–") : tr("%1 × %2 px").arg(count(item.image.size.width()), count(item.image.size.height())));
    m_split->setText(nameOf(item.image.split));
    m_state->setText(item.view.isValid() ? nameOf(item.annotation.state) : QStringLiteral("–"));
    m_folder->setText(QFileInfo(item.image.path).dir().dirName());
    m_folder->setToolTip(item.image.path);
    fillWarning(sentenceOf(item.image.health), {item.image.health});
}

/// Says what is the matter with a file, and offers what helps.
void ItemInspector::fillWarning(const QString& warning, const std::vector<core::Health>& healths)
{
    const auto any = [&healths](core::Health health) { return std::ranges::find(healths, health) != healths.end(); };
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_accept->setVisible(any(core::Health::Odd) || any(core::Health::Truncated));
    m_same->setVisible(any(core::Health::Changed));
    m_new->setVisible(any(core::Health::Changed));
    m_relink->setVisible(any(core::Health::Missing) && m_region.has_value());
}

void ItemInspector::clearConcepts()
{
    while (QLayoutItem* old = m_concepts->takeAt(0)) {
        if (old->widget())
            old->widget()->deleteLater();
        delete old;
    }
    m_conceptsTitle->hide();
}

void ItemInspector::addConcept(const core::ConceptRecord& record, const QString& words)
{
    auto* mark = new QLabel(m_body);
    mark->setPixmap(Theme::of().swatch(record.colour, 12, devicePixelRatioF()));
    auto* name = new QLabel(record.name, m_body);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto* value = new QLabel(words, m_body);
    setRole(value, "secondary");
    const int row = m_concepts->rowCount();
    m_concepts->addWidget(mark, row, 0, Qt::AlignVCenter);
    m_concepts->addWidget(name, row, 1);
    m_concepts->addWidget(value, row, 2, Qt::AlignRight);
    m_conceptsTitle->show();
}

void ItemInspector::fillConcepts(const core::Item& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type)
{
    const std::vector<AnswerCount> answers = answersOf(item.annotation);
    for (const core::ConceptRecord& record : concepts) {
        const auto found = std::ranges::find(answers, record.id, &AnswerCount::conceptId);
        const bool has = found != answers.end();
        const core::Answer answer = item.annotation.answerFor(record.id);
        const bool gap = std::ranges::find(item.annotation.gaps, record.id) != item.annotation.gaps.end();
        if (gap)
            addConcept(record, tr("not looked at"));
        else if (type == core::ViewType::Tagging)
            addConcept(record, answer == core::Answer::Yes ? tr("yes") : answer == core::Answer::No ? tr("no") : tr("not looked at"));
        else if (has)
            addConcept(record, type == core::ViewType::Detection ? count(found->count) : QString());
    }
}

} // namespace ui
