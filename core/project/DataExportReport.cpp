// What is said of an export, to people and to programs.
#include "core/project/DataExport.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace core {

namespace {

QString text(const char* sentence)
{
    return QCoreApplication::translate("DataExport", sentence);
}

QString counted(const char* sentence, qint64 number)
{
    return QCoreApplication::translate("DataExport", sentence, nullptr, int(std::min<qint64>(number, 2'000'000'000)));
}

/// Below a thousandth of a pixel it is the last digit of a number and no rounding that anybody could see.
constexpr double noticed = 0.001;

QString pixels(double difference)
{
    return QLocale().toString(difference, 'f', difference < 0.1 ? 3 : 1);
}

QString annotationsOf(const ExportResult& result)
{
    const qint64 number = result.check.annotations().out;
    return result.type == ViewType::Detection ? counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln box(es)"), number) : counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln answer(s)"), number);
}

QJsonObject toJson(const OutAndBack& counted)
{
    return {{QStringLiteral("out"), counted.out}, {QStringLiteral("back"), counted.back}};
}

} // namespace

QString sentenceOf(const ExportResult& result)
{
    if (!result.readFailure.isEmpty())
        return text(QT_TRANSLATE_NOOP("DataExport", "Written, and not proved, since it could not be read back: %1")).arg(result.readFailure);
    const ReadBack& check = result.check;
    const QString back = QLocale().toString(check.pictures.back), pictures = counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln image(s) out"), check.pictures.out);
    if (!check.isEqual())
        return text(QT_TRANSLATE_NOOP("DataExport", "Written, and what is read back differs: %1, %2 read back; %3 out, %4 read back. %5"))
            .arg(pictures, back, annotationsOf(result), QLocale().toString(check.annotations().back), check.problems.join(QLatin1Char(' ')));
    if (result.type != ViewType::Detection)
        return text(QT_TRANSLATE_NOOP("DataExport", "%1, %2 read back; %3, all of them equal.")).arg(pictures, back, annotationsOf(result));
    if (check.largestDifference < noticed)
        return text(QT_TRANSLATE_NOOP("DataExport", "%1, %2 read back; %3, all coordinates equal.")).arg(pictures, back, annotationsOf(result));
    return text(QT_TRANSLATE_NOOP("DataExport", "%1, %2 read back; %3, largest coordinate difference %4 px (rounding of the format)."))
        .arg(pictures, back, annotationsOf(result), pixels(check.largestDifference));
}

QStringList notesOf(const ExportResult& result)
{
    QStringList notes;
    if (!result.leftOut.empty())
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln picture(s) could not go out."), qint64(result.leftOut.size()));
    if (result.unseenLeftOut > 0)
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln picture(s) that nobody has looked at were left out."), result.unseenLeftOut);
    if (result.turned > 0)
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln picture(s) that the camera only marked as turned were written upright, without metadata."), result.turned);
    if (result.converted > 0)
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln picture(s) were written as PNG."), result.converted);
    if (result.renamed > 0)
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln picture(s) got another name, since theirs was taken or is not possible everywhere."), result.renamed);
    if (result.check.repeats > 0)
        notes << counted(QT_TRANSLATE_N_NOOP("DataExport", "%Ln box(es) lie exactly on another one of their concept; readers may take them for one."), result.check.repeats);
    if (!result.otherNames.isEmpty())
        notes << text(QT_TRANSLATE_NOOP("DataExport", "Names of concepts: %1.")).arg(result.otherNames.join(QStringLiteral("; ")));
    return notes;
}

QJsonObject toJson(const ExportResult& result)
{
    QJsonArray concepts, leftOut;
    for (size_t i = 0; i < result.concepts.size(); ++i) {
        QJsonObject json{{QStringLiteral("name"), result.concepts[i].name}, {QStringLiteral("index"), result.concepts[i].index},
                         {QStringLiteral("id"), QJsonDocument::fromJson('[' + result.concepts[i].id.toUtf8() + ']').array().at(0)}};
        if (i < result.check.concepts.size())
            json[QStringLiteral("annotations")] = toJson(result.check.concepts[i]);
        concepts.append(json);
    }
    for (const LeftOutPicture& picture : result.leftOut)
        leftOut.append(QJsonObject{{QStringLiteral("picture"), picture.picture}, {QStringLiteral("why"), picture.why}});
    QJsonObject splits;
    for (const OutAndBack& split : result.check.splits)
        splits.insert(split.name, toJson(split));
    return {{QStringLiteral("event"), QStringLiteral("finished")},
            {QStringLiteral("format"), result.format},
            {QStringLiteral("folder"), result.path},
            {QStringLiteral("proved"), result.isProved()},
            {QStringLiteral("pictures"), toJson(result.check.pictures)},
            {QStringLiteral("annotations"), toJson(result.check.annotations())},
            {QStringLiteral("without_concept"), toJson(result.check.withoutConcept)},
            {QStringLiteral("concepts"), concepts},
            {QStringLiteral("splits"), splits},
            {QStringLiteral("largest_difference"), result.check.largestDifference},
            {QStringLiteral("problems"), QJsonArray::fromStringList(result.readFailure.isEmpty() ? result.check.problems : QStringList{result.readFailure})},
            {QStringLiteral("left_out"), leftOut},
            {QStringLiteral("unseen_left_out"), result.unseenLeftOut},
            {QStringLiteral("turned"), result.turned},
            {QStringLiteral("converted"), result.converted},
            {QStringLiteral("renamed"), result.renamed}};
}

} // namespace core
