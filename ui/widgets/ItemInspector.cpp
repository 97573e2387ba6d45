#include "ui/widgets/ItemInspector.h"

#include "core/pictures/Thumbnails.h"
#include "ui/support/ItemText.h"
#include "ui/support/Theme.h"
#include "ui/widgets/TilePainter.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int pictureSide = core::Thumbnails::largeSide;

QFrame* hairline(QWidget* parent)
{
    auto* line = new QFrame(parent);
    setRole(line, "line");
    line->setFixedHeight(1);
    return line;
}

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
    if (!item || !m_item || item->image.id != m_item->image.id)
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
    const QRectF place = TilePainter::placed(m_item->image.size, rect());
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
      m_accept(new QPushButton(tr("Accept this picture"), this)), m_conceptsTitle(new QLabel(this)), m_concepts(new QGridLayout),
      m_annotate(new QPushButton(tr("Annotate"), this)), m_remove(new QPushButton(tr("Remove…"), this)), m_body(new QWidget(this))
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
    m_annotate->setObjectName(QStringLiteral("inspectorAnnotate"));
    setButtonIcon(m_annotate, QStringLiteral("annotate"));
    m_remove->setObjectName(QStringLiteral("inspectorRemove"));
    m_remove->setToolTip(tr("Takes the entry and its annotations out of the project; the file stays (Delete)."));
    m_conceptsTitle->setText(tr("Concepts"));
    setRole(m_conceptsTitle, "over");

    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(8);
    facts->setVerticalSpacing(8);
    facts->setColumnMinimumWidth(0, 88);
    facts->setColumnStretch(1, 1);
    m_size = addFact(facts, tr("Size"), this);
    m_split = addFact(facts, tr("Split"), this);
    m_state = addFact(facts, tr("State"), this);
    m_folder = addFact(facts, tr("Folder"), this);
    m_concepts->setHorizontalSpacing(8);
    m_concepts->setVerticalSpacing(8);
    m_concepts->setColumnStretch(1, 1);

    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addWidget(m_picture);
    body->addWidget(m_warning);
    body->addWidget(m_accept, 0, Qt::AlignLeft);
    body->addLayout(facts);
    body->addWidget(hairline(this));
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

    connect(m_annotate, &QPushButton::clicked, this, &ItemInspector::annotateRequested);
    connect(m_remove, &QPushButton::clicked, this, &ItemInspector::removeRequested);
    connect(m_accept, &QPushButton::clicked, this, &ItemInspector::acceptRequested);
    connect(&m_thumbnails, &core::Thumbnails::ready, this, [this](core::ImageId image, const QImage& picture) {
        if (m_image && image == m_image->id)
            m_picture->setPicture(picture);
    });
}

void ItemInspector::setReadOnly(bool readOnly, const QString& reason)
{
    for (QPushButton* button : {m_remove, m_accept}) {
        button->setDisabled(readOnly);
        if (readOnly)
            button->setToolTip(reason);
    }
}

void ItemInspector::setItem(const std::optional<core::Item>& item, int selected, const std::vector<core::ConceptRecord>& concepts, core::ViewType type)
{
    m_body->setVisible(item.has_value());
    m_annotate->setVisible(item.has_value());
    m_remove->setVisible(item.has_value());
    m_image = item ? std::optional(item->image) : std::nullopt;
    if (!item) {
        m_name->setText(tr("Nothing selected"));
        m_picture->setItem({}, {});
        return;
    }
    const QString name = selected > 1 ? tr("%n image(s) selected", nullptr, selected) : item->image.name();
    m_name->setText(QFontMetrics(Theme::of().font(TextRole::Head)).elidedText(name, Qt::ElideMiddle, 250));
    m_name->setToolTip(item->image.path);
    m_picture->setItem(item, concepts);
    requestPicture();
    fillFacts(*item);
    fillConcepts(*item, concepts, type);
}

void ItemInspector::requestPicture()
{
    if (!m_image || isHidden())
        return;
    if (const std::optional<QImage> picture = m_thumbnails.find(*m_image, pictureSide))
        m_picture->setPicture(*picture);
    else
        m_thumbnails.request(*m_image, pictureSide);
}

void ItemInspector::fillFacts(const core::Item& item)
{
    const QLocale locale;
    m_size->setText(item.image.size.isEmpty() ? QStringLiteral("–")
                                              : tr("%1 × %2 px").arg(locale.toString(item.image.size.width()), locale.toString(item.image.size.height())));
    m_split->setText(nameOf(item.image.split));
    m_state->setText(nameOf(item.annotation.state));
    m_folder->setText(QFileInfo(item.image.path).dir().dirName());
    m_folder->setToolTip(item.image.path);
    const QString warning = sentenceOf(item.image.health);
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_accept->setVisible(item.image.health == core::Health::Odd || item.image.health == core::Health::Truncated);
}

void ItemInspector::fillConcepts(const core::Item& item, const std::vector<core::ConceptRecord>& concepts, core::ViewType type)
{
    while (QLayoutItem* old = m_concepts->takeAt(0)) {
        if (old->widget())
            old->widget()->deleteLater();
        delete old;
    }
    const std::vector<AnswerCount> answers = answersOf(item.annotation);
    int row = 0;
    for (const core::ConceptRecord& record : concepts) {
        const auto found = std::find_if(answers.begin(), answers.end(), [&](const AnswerCount& answer) { return answer.conceptId == record.id; });
        const int count = found == answers.end() ? 0 : found->count;
        if (count == 0 && type != core::ViewType::Tagging)
            continue;
        const core::Answer answer = item.annotation.answerFor(record.id);
        auto* mark = new QLabel(m_body);
        mark->setPixmap(Theme::of().swatch(record.colour, 12, devicePixelRatioF()));
        auto* name = new QLabel(record.name, m_body);
        name->setTextFormat(Qt::PlainText);
        name->setWordWrap(true);
        auto* value = new QLabel(m_body);
        setRole(value, "secondary");
        if (type == core::ViewType::Detection)
            value->setText(QLocale().toString(count));
        else if (type == core::ViewType::Tagging)
            value->setText(answer == core::Answer::Yes ? tr("yes") : answer == core::Answer::No ? tr("no") : tr("not looked at"));
        m_concepts->addWidget(mark, row, 0, Qt::AlignVCenter);
        m_concepts->addWidget(name, row, 1);
        m_concepts->addWidget(value, row, 2, Qt::AlignRight);
        ++row;
    }
    m_conceptsTitle->setVisible(row > 0);
}

} // namespace ui
