#pragma once

#include "core/dataset/PictureFinding.h"

namespace core {

class Database;

/// Writes what a check of the picture files found: no undo step, since nobody did it. Inside a transaction on the writer thread.
class PictureStates {
public:
    explicit PictureStates(Database& database) : m_database(database) {}

    /// True: the health that a person sees is another one now. A finding about content that is no longer the recorded one, or about
    /// a picture that is gone from the project, is passed over.
    bool note(const PictureFinding& finding);

private:
    Database& m_database;
};

} // namespace core
