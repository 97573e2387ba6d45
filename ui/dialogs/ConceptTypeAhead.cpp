#include "ui/dialogs/ConceptTypeAhead.h"

#include "ui/Session.h"
#include "ui/dialogs/AddConcept.h"
#include "ui/dialogs/ConceptChooser.h"
#include "ui/models/EditedItem.h"

#include <QWidget>

namespace ui {

ConceptTypeAhead::ConceptTypeAhead(Session& session, const EditedItem& item, QWidget* page) : QObject(page), m_session(session), m_item(item), m_page(page) {}

void ConceptTypeAhead::open(const std::vector<core::ConceptId>& recent, const QRect& beside)
{
    auto* chooser = new ConceptChooser(m_item.concepts(), recent, m_page);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ConceptChooser::conceptChosen, this, &ConceptTypeAhead::chosen);
    connect(chooser, &ConceptChooser::conceptWanted, this, &ConceptTypeAhead::create);
    connect(chooser, &QDialog::rejected, this, &ConceptTypeAhead::abandoned);
    connect(chooser, &QDialog::finished, this, &ConceptTypeAhead::closed);
    if (!beside.isNull())
        chooser->placeBeside(beside);
    chooser->open();
}

void ConceptTypeAhead::create(const QString& name)
{
    addConcept(m_session, m_page, m_item.view()->id, name, [this](core::ConceptId made) {
        if (made.isValid())
            Q_EMIT chosen(made);
        else
            Q_EMIT abandoned();
    });
}

} // namespace ui
