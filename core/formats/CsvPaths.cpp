#include "core/formats/CsvPaths.h"

#include "core/formats/Reading.h"

#include <QDir>
#include <QFileInfo>

namespace core {

namespace {

constexpr qsizetype mostRemembered = 200'000;

QString stemOf(const QString& path)
{
    return QFileInfo(path).completeBaseName().normalized(QString::NormalizationForm_C);
}

/// One of several is no answer, unless it lies in the folders that are near.
SourcePaths::Answer onlyOf(QStringList paths, const QStringList& folders)
{
    if (paths.size() > 1)
        for (const QString& folder : folders) {
            QStringList near = paths;
            near.removeIf([&](const QString& path) { return QFileInfo(path).path() != QDir::cleanPath(folder); });
            if (near.size() == 1)
                return {near.front()};
        }
    return paths.size() == 1 ? SourcePaths::Answer{paths.front()} : SourcePaths::Answer{{}, paths.size() > 1};
}

} // namespace

void CsvNames::list()
{
    m_isListed = true;
    for (const QString& file : m_tree.isFile ? listFolder(m_tree.root).files : m_tree.files) {
        if (!isPictureName(file) && !m_tree.isPicture(file))
            continue;
        const QString stem = stemOf(file), path = m_tree.absolute(file);
        m_byStem[stem] << path;
        bool isNumber = false;
        const qint64 number = stem.toLongLong(&isNumber);
        if (isNumber && number >= 0)
            m_byNumber[number] << path;
    }
}

SourcePaths::Answer CsvNames::withoutSuffix(const QString& written, const QStringList& folders)
{
    if (!m_isListed)
        list();
    QString plain = QString(written).replace(QLatin1Char('\\'), QLatin1Char('/')).normalized(QString::NormalizationForm_C);
    const QString name = plain.section(QLatin1Char('/'), -1);
    QStringList named = m_byStem.value(name);
    if (named.size() > 1 && plain.contains(QLatin1Char('/'))) { // of several, the one whose whole written path fits
        QStringList fitting = named;
        fitting.removeIf([&](const QString& path) { return !path.contains(QLatin1Char('/') + plain + QLatin1Char('.')); });
        named = fitting.size() == 1 ? fitting : named;
    }
    if (!named.isEmpty())
        return onlyOf(named, folders);
    bool isNumber = false;
    const qint64 number = name.endsWith(QLatin1String(".0")) ? name.chopped(2).toLongLong(&isNumber) : name.toLongLong(&isNumber);
    return isNumber && number >= 0 ? onlyOf(m_byNumber.value(number), folders) : SourcePaths::Answer{};
}

CsvPaths::CsvPaths(CsvNames& names, const QString& table)
    : m_names(names)
{
    const QString base = QFileInfo(table).path(), stem = QFileInfo(table).completeBaseName();
    m_folders << base << base + QStringLiteral("/images") << base + QLatin1Char('/') + stem << base + QLatin1Char('/') + stem + QStringLiteral("_images")
              << base + QStringLiteral("/images/") + stem;
    for (const char* word : {"train", "test", "val", "valid"}) // train.csv and train_labels.csv speak of the folder train
        if (stem.startsWith(QLatin1String(word), Qt::CaseInsensitive))
            m_folders << base + QLatin1Char('/') + QLatin1String(word) << base + QStringLiteral("/images/") + QLatin1String(word)
                      << base + QLatin1Char('/') + QLatin1String(word) + QStringLiteral("_images");
}

SourcePaths::Answer CsvPaths::find(const QString& written) const
{
    if (written.isEmpty())
        return {};
    if (const auto known = m_found.constFind(written); known != m_found.cend())
        return *known;
    SourcePaths::Answer answer = m_names.paths().find(written, m_folders);
    if (answer.path.isEmpty())
        if (const SourcePaths::Answer other = m_names.withoutSuffix(written, m_folders); !other.path.isEmpty() || other.ambiguous)
            answer = other;
    if (m_found.size() > mostRemembered)
        m_found.clear();
    m_found.insert(written, answer);
    return answer;
}

QSize CsvPaths::sizeOf(const QString& written) const
{
    const SourcePaths::Answer answer = find(written);
    if (answer.path.isEmpty())
        return {};
    try { // a picture that cannot be read is told when its turn comes
        return PictureFile::header(PictureFile::read(answer.path), answer.path).size;
    } catch (const Error&) {
        return {};
    }
}

} // namespace core
