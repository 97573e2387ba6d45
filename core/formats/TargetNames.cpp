#include "core/formats/TargetNames.h"

#include <QRegularExpression>
#include <QStringList>

namespace core {

namespace {

constexpr qsizetype longest = 240; // bytes; most file systems take 255, and "~2" may follow

/// Where the suffix begins, the dot included; the length where there is none.
qsizetype suffixAt(const QString& path)
{
    const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
    return dot > path.lastIndexOf(QLatin1Char('/')) + 1 ? dot : path.size();
}

QString shortened(QString name)
{
    const qsizetype dot = suffixAt(name);
    const QString suffix = name.size() - dot <= 10 ? name.mid(dot) : QString();
    if (name.toUtf8().size() <= longest)
        return name;
    name.chop(suffix.size());
    while (name.toUtf8().size() + suffix.toUtf8().size() > longest)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name + suffix;
}

} // namespace

QString safeFileName(const QString& name)
{
    static const QRegularExpression refused(QStringLiteral("[<>:\"/\\\\|?*\\x00-\\x1f\\x7f]"));
    static const QRegularExpression end(QStringLiteral("[. ]+$"));
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"), QRegularExpression::CaseInsensitiveOption);
    QString safe = QString(name).replace(refused, QStringLiteral("_"));
    if (safe.contains(end))
        safe = safe.remove(end) + QLatin1Char('_');
    if (safe.contains(reserved))
        safe.prepend(QLatin1Char('_'));
    return safe.isEmpty() ? QStringLiteral("_") : shortened(safe);
}

QString TargetNames::keyOf(const QString& path) const
{
    const QString plain = m_stems ? path.left(suffixAt(path)) : path;
    return plain.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString TargetNames::take(const QString& path)
{
    QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = safeFileName(part);
    const QString wanted = parts.join(QLatin1Char('/'));
    QString name = wanted;
    for (int number = 2; m_taken.contains(keyOf(name)); ++number)
        name = QString(wanted).insert(suffixAt(wanted), QStringLiteral("~%1").arg(number));
    m_taken.insert(keyOf(name));
    return name;
}

} // namespace core
