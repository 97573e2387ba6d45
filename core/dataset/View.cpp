#include "core/dataset/View.h"

#include "core/base/Error.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr int longestName = 200; // code points

QString text(const char* sentence)
{
    return QCoreApplication::translate("View", sentence);
}

} // namespace

QString keyOf(ViewType type)
{
    switch (type) {
    case ViewType::Classification: return QStringLiteral("classification");
    case ViewType::Tagging: return QStringLiteral("tagging");
    case ViewType::Detection: break;
    }
    return QStringLiteral("detection");
}

std::optional<ViewType> viewTypeFromKey(const QString& key)
{
    for (const auto type : {ViewType::Classification, ViewType::Tagging, ViewType::Detection})
        if (key == keyOf(type))
            return type;
    return std::nullopt;
}

QString validName(const QString& name)
{
    const auto clean = name.normalized(QString::NormalizationForm_C).trimmed();
    const auto codePoints = clean.toUcs4();
    if (codePoints.isEmpty())
        throw Error(text(QT_TRANSLATE_NOOP("View", "A name needs at least one character. Nothing was changed.")));
    if (codePoints.size() > longestName)
        throw Error(text(QT_TRANSLATE_NOOP("View", "A name has at most 200 characters; this one has %1. Nothing was changed.")).arg(codePoints.size()));
    if (std::ranges::any_of(codePoints, [](uint point) { return QChar::category(char32_t(point)) == QChar::Other_Control; }))
        throw Error(text(QT_TRANSLATE_NOOP("View", "A name cannot hold line breaks, tabs or other control characters. Nothing was changed.")));
    return clean;
}

QString nameKey(const QString& name)
{
    // Folding can leave the composed form (e.g. of "İ"), so it is composed once more.
    return name.normalized(QString::NormalizationForm_C).trimmed().toCaseFolded().normalized(QString::NormalizationForm_C);
}

} // namespace core
