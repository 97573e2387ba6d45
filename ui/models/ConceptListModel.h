#pragma once

#include "core/dataset/Annotation.h"

#include <QAbstractListModel>

#include <vector>

namespace ui {

/// The concepts of a view with what the current image says about each, and a last row "Without concept" where the type has it.
/// Holds copies; the page hands it new ones.
class ConceptListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ConceptIdRole = Qt::UserRole, KeyRole, ColourRole, CountRole, AnswerRole, ChosenRole, WithoutConceptRole, GapRole };

    using QAbstractListModel::QAbstractListModel;

    void setConcepts(core::ViewType type, std::vector<core::ConceptRecord> concepts);
    void setAnnotation(const core::ItemAnnotation& annotation);
    void setActiveConcept(core::ConceptId conceptId); // detection: that of the next box
    void setEditable(bool editable);

    core::ViewType type() const { return m_type; }
    bool isEditable() const { return m_editable; }
    const std::vector<core::ConceptRecord>& concepts() const { return m_concepts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    bool hasWithoutConcept() const { return m_type != core::ViewType::Classification && !m_concepts.empty(); }
    int countOf(core::ConceptId conceptId) const;
    bool isGap(core::ConceptId conceptId) const; // nobody has looked for it in this image
    bool isChosen(core::ConceptId conceptId) const;
    QVariant conceptData(const core::ConceptRecord& record, int row, int role) const;
    QVariant withoutConceptData(int role) const;
    QString spoken(const core::ConceptRecord& record) const;

    core::ViewType m_type = core::ViewType::Detection;
    std::vector<core::ConceptRecord> m_concepts;
    core::ItemAnnotation m_annotation;
    core::ConceptId m_active;
    bool m_editable = true;
};

} // namespace ui
