#pragma once

#include "core/training/TrainingSpec.h"

#include <QJsonValue>
#include <QStringList>

#include <span>

namespace core {

/// One option of a training: all that JSON, terminal, dialog and texts need to know of it. Ranges, words and names stand here alone.
struct SpecField {
    enum class Kind { Text, Whole, Real, Choice };

    const char* key;    // in JSON and in project files; never changes
    const char* option; // in the terminal
    const char* name;   // of a label; translated by nameOf()
    const char* help;   // what it is, in a line; translated by helpOf()
    Kind kind;
    double least = 0, most = 0; // Whole, Real
    int step = 1;               // Whole: multiples of this
    std::span<const char* const> words;     // Choice: stored, in the order of the values
    std::span<const char* const> wordNames; // Choice: as a person reads them
    QJsonValue (*read)(const TrainingSpec& spec);
    void (*write)(TrainingSpec& spec, const QJsonValue& value); // a value of another kind or an unknown word changes nothing
};

std::span<const SpecField> specFields();
/// By its key, which must be one.
const SpecField& specField(const char* key);

QString nameOf(const SpecField& field);
QString helpOf(const SpecField& field);
/// "AdamW" for "adamw"; other words as they are.
QString nameOfWord(const SpecField& field, const QString& word);

/// The options of the terminal that make this spec of the defaults for its type, architecture and so many training items: "--epochs", "8" …
/// Empty: it is what `oriel train` does by itself.
QStringList commandOptions(const TrainingSpec& spec, int trainingItems);

/// What is wrong with a value of the field, as a sentence; empty: nothing. Looks at kind, range, step and words.
QString problemOf(const SpecField& field, const QJsonValue& value);
/// The first thing that is wrong with a spec, as a sentence; empty: it can be trained.
QString problemOf(const TrainingSpec& spec);

} // namespace core
