#include "ui/support/AnnotateKeys.h"

#include <QKeyEvent>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

enum Where { Everywhere, BesideBoxes, WithoutBoxes }; // boxes are there in detection alone

constexpr struct Row {
    int key;
    Qt::KeyboardModifier modifier;
    Where where;
    AnnotateAct act;
} rows[] = {
    {Qt::Key_A, Qt::NoModifier, Everywhere, AnnotateAct::Previous},
    {Qt::Key_PageUp, Qt::NoModifier, Everywhere, AnnotateAct::Previous},
    {Qt::Key_Left, Qt::NoModifier, WithoutBoxes, AnnotateAct::Previous},
    {Qt::Key_D, Qt::NoModifier, Everywhere, AnnotateAct::Next},
    {Qt::Key_PageDown, Qt::NoModifier, Everywhere, AnnotateAct::Next},
    {Qt::Key_Right, Qt::NoModifier, WithoutBoxes, AnnotateAct::Next},
    {Qt::Key_Home, Qt::NoModifier, Everywhere, AnnotateAct::First},
    {Qt::Key_End, Qt::NoModifier, Everywhere, AnnotateAct::Last},
    {Qt::Key_U, Qt::NoModifier, Everywhere, AnnotateAct::NextOpen},
    {Qt::Key_N, Qt::NoModifier, Everywhere, AnnotateAct::WithoutConcept},
    {Qt::Key_N, Qt::ShiftModifier, BesideBoxes, AnnotateAct::AllSeen},
    {Qt::Key_T, Qt::NoModifier, Everywhere, AnnotateAct::TypeAhead},
    {Qt::Key_F2, Qt::NoModifier, BesideBoxes, AnnotateAct::Coordinates},
};

} // namespace

std::optional<AnnotateAct> annotateActOf(const QKeyEvent& event, core::ViewType type)
{
    const Qt::KeyboardModifiers held = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    const Where here = type == core::ViewType::Detection ? BesideBoxes : WithoutBoxes;
    const auto row = std::ranges::find_if(rows, [&](const Row& each) { return each.key == event.key() && each.modifier == held && (each.where == Everywhere || each.where == here); });
    return row == std::end(rows) ? std::nullopt : std::optional(row->act);
}

} // namespace ui
