#pragma once

#include <QStringList>

namespace core {

/// Where `name` ("sample", "weights"), which comes with the program, may lie, best first: share/oriel beside the program's folder (an
/// installed program on Linux), share/oriel in the program's own folder (the portable archive, Windows), or the resources of a bundle
/// (macOS). Only places; what exists is for the caller to find.
QStringList shippedPlaces(const QString& name);

/// The folders in which libraries that come with the program lie.
QStringList libraryPlaces();

} // namespace core
