#pragma once

#include "core/dataset/Example.h"

#include <QElapsedTimer>
#include <QImage>

#include <functional>
#include <optional>
#include <vector>

namespace core {

class Predictor;

/// A picture that a version is asked about: a region of a file, or pixels that are there already.
struct AskedPicture {
    QString name;         // how results call it: the path as given or found, "film.mp4#125" for a picture of a film
    QString relativeName; // below the folder it was found in, with '/': where a picture made of it is put
    Region region;        // of its picture only the path must be known
    QImage pixels;        // Format_RGB888; null: region's file is read
    qint64 frame = -1;    // in its film
    double seconds = -1;  // in its film
    QElapsedTimer taken;  // since its pixels were there; of a film or a camera
};

/// What a version says of it, or why it cannot say anything.
struct AnsweredPicture {
    AskedPicture asked;
    QRect part;            // of the upright picture that was seen, px; null after a failure
    Prediction prediction;
    QString failure;       // a sentence, when the picture could not be read
};

/// Where pictures come from, one after the other; none: there is no more. Called by one thread at a time, but not always the same.
using PictureSource = std::function<std::optional<AskedPicture>()>;

/// How a stream of pictures goes through.
struct StreamOptions {
    double minScore = 0.01; // boxes below are left out
    int atOnce = 16;        // pictures in one pass through the network; always so many until the source ends, since in 16 bits the
                            // rounding of a score depends on it: the same pictures in the same order get the same answers, as in an evaluation
    int ahead = 48;         // pictures that are read and wait, at most: what bounds the memory
    int readers = 0;        // threads that read and reduce pictures; 0: one for each core
};

/// Asks about each picture of the source, and hands the answers on in its order, some at a time, on this thread. Pictures are read
/// while the network computes. A picture that cannot be read is an answer with a failure, and the rest goes on.
/// True: the source came to its end; false: `isCanceled` answered true. What the source or `answered` throws ends the work and is
/// thrown on, after the answers that came before it.
bool answerStream(const Predictor& predictor, const PictureSource& source, const std::function<void(std::vector<AnsweredPicture>)>& answered,
                  const StreamOptions& options = {}, const std::function<bool()>& isCanceled = {});

} // namespace core
