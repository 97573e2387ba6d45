#pragma once

#include "core/base/Id.h"

#include <functional>

class QString;
class QWidget;

namespace ui {

class Session;

/// Adds a concept to a view. Where images are annotated already, asks first what they say of it: that nobody has looked for it
/// yet, or that none of them has it. `done` is given the concept when it is stored, or an invalid id when it was not made.
void addConcept(Session& session, QWidget* parent, core::ViewId view, const QString& name, std::function<void(core::ConceptId)> done);

} // namespace ui
