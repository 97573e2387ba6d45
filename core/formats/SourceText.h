#pragma once

#include <QCoreApplication>

namespace core {

/// The sentences of the readers, translated: SourceText::tr("…"). Half sentences among them become part of an issue's sentence.
struct SourceText {
    Q_DECLARE_TR_FUNCTIONS(Source)
};

} // namespace core
