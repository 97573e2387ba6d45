#include "ui/dialogs/ImportConcepts.h"

#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"
#include "ui/widgets/RowDelegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int rowHeight = 28;        // px
constexpr int headerHeight = 36;     // px, with the edges of the card
constexpr int heightAtMost = 180;    // px; more scroll
constexpr int rowsAtLeast = 2;
constexpr int searchedFrom = 12;     // concepts
constexpr int longestName = 80;      // code points, as in every dialog
constexpr int sourceRole = Qt::UserRole;
enum Column { Name, Annotations, Becomes };

/// The cell that says what a concept becomes: its words, a chevron, and the list that opens over it.
class BecomesDelegate final : public RowDelegate {
public:
    BecomesDelegate(ImportConcepts& owner, QObject* parent) : RowDelegate({}, rowHeight, parent), m_owner(owner) {}

    void setKnown(const QStringList& known) { m_known = known; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        paintGround(painter, option, index);
        QStyleOptionViewItem words = option; // they end before the chevron
        words.rect.setRight(option.rect.right() - 20);
        RowDelegate::paint(painter, words, index);
        const QPixmap chevron = Theme::of().pixmap(QStringLiteral("chevron-down"), Theme::of().tokens().text2, 16, painter->device()->devicePixelRatioF());
        painter->drawPixmap(option.rect.right() - 22, option.rect.center().y() - 8, chevron);
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QString source = index.siblingAtColumn(Name).data(sourceRole).toString();
        auto* box = new QComboBox(parent);
        box->setObjectName(QStringLiteral("becomes"));
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->lineEdit()->setMaxLength(longestName);
        box->setAccessibleName(ImportConcepts::tr("What “%1” becomes", "a concept of a source").arg(source));
        QStringList names = nearestFirst(source);
        if (!names.contains(source))
            names.prepend(source);
        box->addItems(names);
        box->insertSeparator(box->count());
        box->addItem(leaveOut());
        const QString chosen = m_owner.names().value(source, source);
        box->setCurrentIndex(chosen.isEmpty() ? box->count() - 1 : box->findText(chosen, Qt::MatchFixedString | Qt::MatchCaseSensitive));
        if (!chosen.isEmpty())
            box->setEditText(chosen);
        connect(box, &QComboBox::activated, this, [this, box] {
            auto* self = const_cast<BecomesDelegate*>(this); // an editor is made by a const function, and ends by signals
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        editor->setGeometry(option.rect);
    }

    void setEditorData(QWidget*, const QModelIndex&) const override {} // done when it was made; what a person types stays

    void setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const override
    {
        const auto* box = qobject_cast<QComboBox*>(editor);
        const QString source = index.siblingAtColumn(Name).data(sourceRole).toString();
        const QString name = box->currentText().trimmed();
        m_owner.setName(source, name == leaveOut() ? QString() : name.isEmpty() ? source : name); // an emptied field takes the choice back
    }

private:
    static QString leaveOut() { return ImportConcepts::tr("Leave out"); }

    /// Names that hold the other one come first: "cells" beside "cell".
    QStringList nearestFirst(const QString& source) const
    {
        QStringList names = m_known;
        const auto isNear = [&](const QString& name) {
            return name.contains(source, Qt::CaseInsensitive) || source.contains(name, Qt::CaseInsensitive);
        };
        std::ranges::stable_partition(names, isNear);
        return names;
    }

    ImportConcepts& m_owner;
    QStringList m_known;
};

QTableWidgetItem* cell(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text); // may be longer than its column
    return item;
}

} // namespace

ImportConcepts::ImportConcepts(bool choosing, QWidget* parent)
    : QWidget(parent), m_choosing(choosing), m_search(new QLineEdit(this)), m_table(new QTableWidget(0, 3, this))
{
    m_table->setObjectName(QStringLiteral("importConcepts"));
    m_table->setAccessibleName(tr("Concepts"));
    m_table->setHorizontalHeaderLabels({choosing ? tr("In the source") : tr("Concept"), tr("Annotations"), choosing ? tr("Becomes") : QString()});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(Annotations)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setColumnWidth(Annotations, 116);
    m_table->setColumnWidth(Becomes, choosing ? 260 : 100);
    m_table->setItemDelegate(new RowDelegate({}, rowHeight, m_table));
    setRole(m_table, "card");
    if (choosing) {
        m_table->setItemDelegateForColumn(Becomes, new BecomesDelegate(*this, m_table));
        connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int column) {
            if (column != Becomes)
                return;
            m_table->editItem(m_table->item(row, column));
            if (auto* box = m_table->findChild<QComboBox*>(QStringLiteral("becomes")))
                box->showPopup(); // one click opens the list, as of every box
        });
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_search->setObjectName(QStringLiteral("conceptSearch"));
    m_search->setPlaceholderText(tr("Find a concept"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &ImportConcepts::search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_table);
    fill({});
}

void ImportConcepts::setReport(const core::ImportReport& report, const QStringList& known)
{
    if (m_choosing)
        static_cast<BecomesDelegate*>(m_table->itemDelegateForColumn(Becomes))->setKnown(known);
    m_names.removeIf([&](const auto& entry) {
        return std::ranges::none_of(report.sourceConcepts, [&](const core::SourceConcept& source) { return source.name == entry.key(); });
    });
    fill(report);
}

QString ImportConcepts::becomes(const QString& source, const core::ImportReport& report) const
{
    const QString name = m_names.value(source, source);
    if (name.isEmpty())
        return tr("left out");
    return report.newConcepts.contains(name) ? tr("%1, new", "a concept that the view does not have yet").arg(name) : name;
}

void ImportConcepts::fill(const core::ImportReport& report)
{
    std::vector<core::SourceConcept> shown;
    if (m_choosing)
        shown = report.sourceConcepts;
    else
        for (const auto& [name, number] : report.annotations)
            shown.push_back({name, number});
    const int current = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(shown.size()));
    for (int row = 0; const auto& entry : shown) {
        auto* name = cell(entry.name);
        name->setData(sourceRole, entry.name);
        auto* amount = cell(count(entry.annotations));
        amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* last = cell(m_choosing ? becomes(entry.name, report) : report.newConcepts.contains(entry.name) ? tr("new") : QString());
        if (m_choosing)
            last->setFlags(last->flags() | Qt::ItemIsEditable);
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Annotations, amount);
        m_table->setItem(row, Becomes, last);
        ++row;
    }
    if (m_choosing && !shown.empty()) // where F2 opens the list
        m_table->setCurrentCell(std::clamp(current, 0, m_table->rowCount() - 1), Becomes);
    // In a small window the list gives way to what stands below it.
    m_table->setMinimumHeight(headerHeight + rowHeight * std::min(m_table->rowCount(), rowsAtLeast));
    m_table->setMaximumHeight(std::min(heightAtMost, headerHeight + rowHeight * m_table->rowCount()));
    m_search->setVisible(m_choosing && m_table->rowCount() >= searchedFrom);
    search(m_search->isHidden() ? QString() : m_search->text());
}

void ImportConcepts::search(const QString& words)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row, !m_table->item(row, Name)->text().contains(words.trimmed(), Qt::CaseInsensitive));
}

void ImportConcepts::setName(const QString& source, const QString& name)
{
    const QString before = m_names.value(source, source);
    if (name == before)
        return;
    if (name == source)
        m_names.remove(source);
    else
        m_names.insert(source, name);
    Q_EMIT changed();
}

} // namespace ui
