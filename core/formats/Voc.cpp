#include "core/formats/FolderNames.h"
#include "core/formats/Reading.h"
#include "core/formats/SourcePaths.h"
#include "core/formats/SourceText.h"
#include "core/formats/SplitLists.h"
#include "core/formats/VocParser.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace core {

namespace {

using Level = ImportIssue::Level;

bool looksLikeVoc(const QByteArray& start)
{
    QByteArray plain = start.toLower();
    plain.removeIf([](char c) { return c == '\0'; }); // UTF-16
    for (qsizetype at = plain.indexOf("<annotation"); at >= 0; at = plain.indexOf("<annotation", at + 1))
        if (const char next = plain.size() > at + 11 ? plain[at + 11] : '>'; next == '>' || next == '/' || isspace(uchar(next)))
            return true;
    return false;
}

/// How surely an annotation file belongs to a picture; lower is surer.
enum class Bond { OwnStem, Named, NamedElsewhere, OwnStemElsewhere };

/// One annotation file and the picture that it is about.
struct Claim {
    QString file; // relative
    VocFile content;
    QString picture;
    Bond bond = Bond::OwnStem;
    bool refused = false;
};

bool areEqual(const VocFile& a, const VocFile& b)
{
    return std::ranges::equal(a.boxes, b.boxes, [](const RawBox& x, const RawBox& y) {
        return x.conceptName == y.conceptName && x.x0 == y.x0 && x.y0 == y.y0 && x.x1 == y.x1 && x.y1 == y.y1;
    });
}

/// Reads all files of a source and joins them with their pictures.
class VocSource {
public:
    explicit VocSource(Reading& reading) : m_reading(reading), m_tree(reading.tree()), m_paths(m_tree) {}

    void read()
    {
        const QStringList files = m_reading.tree().withSuffix({QStringLiteral("xml")});
        for (qsizetype i = 0; i < files.size() && !m_reading.isCanceled(); ++i) {
            readFile(files[i]);
            m_reading.progress(i + 1, files.size());
        }
        settleClaims();
        for (Claim& claim : m_claims)
            take(claim);
        if (m_hulls > 0)
            m_reading.issue(Level::Repaired, QStringLiteral("shape_to_box"), {}, 0, QString::number(m_hulls));
        // VOC counts pixels from 1. One 0 among the lower corners shows that this set counts from 0.
        for (RawRecord& raw : m_reading.records)
            raw.lowOffset = m_hasZero ? 0 : -1;
        m_reading.leaveOutside(files.value(0), m_paths.takeOutside());
        m_reading.addOtherPictures();
        applySplitLists(m_reading);
        m_reading.takeSplitsOfFolders();
    }

private:
    void readFile(const QString& relative)
    {
        const QString path = m_reading.tree().absolute(relative);
        if (const QByteArray start = startOfFile(path, 4096); !start.isEmpty() && !looksLikeVoc(start))
            return; // of another program: it is named at the end
        const auto text = m_reading.text(path);
        if (!text)
            return;
        Claim claim{relative, parseVoc(text->text), {}, {}, false};
        if (!claim.content.failure.isEmpty())
            return m_reading.issue(Level::Rejected, QStringLiteral("bad_file"), relative, 0, claim.content.failure);
        findPicture(claim, path);
        m_claims.push_back(std::move(claim));
    }

    /// A person saw the boxes of X.xml on X.jpg; the name inside is often left over from before the files were renamed.
    void findPicture(Claim& claim, const QString& xml)
    {
        const QString stem = QFileInfo(xml).completeBaseName(), named = claim.content.fileName;
        const QStringList folders = foldersFor(claim, xml);
        claim.picture = m_paths.withStem(stem, folders);
        if (!claim.picture.isEmpty())
            return;
        claim.bond = Bond::Named;
        for (const QString& folder : folders)
            if (const QString place = QDir::cleanPath(folder + QLatin1Char('/') + named); !named.isEmpty() && QFileInfo(place).isFile() && m_tree.holds(place)) {
                claim.picture = place;
                return;
            }
        claim.bond = Bond::NamedElsewhere;
        SourcePaths::Answer answer;
        for (const QString& written : {claim.content.path, named, isPictureName(named) ? named.left(named.lastIndexOf(QLatin1Char('.'))) : QString()})
            if (answer.path.isEmpty() && !written.isEmpty())
                answer = m_paths.find(written, folders);
        if (answer.path.isEmpty()) {
            claim.bond = Bond::OwnStemElsewhere;
            const bool wasAmbiguous = answer.ambiguous;
            answer = m_paths.find(m_tree.relative(xml).chopped(4), folders);
            answer.ambiguous = answer.ambiguous || wasAmbiguous;
        }
        claim.picture = answer.path;
        if (answer.path.isEmpty())
            m_reading.issue(Level::Rejected, answer.ambiguous ? QStringLiteral("ambiguous_name") : QStringLiteral("image_missing"), claim.file, 0,
                            named.isEmpty() ? stem : named);
    }

    /// Where the picture of an annotation file usually lies, surest first: beside it, where <path> and <folder> say, in the tree that
    /// mirrors that of the annotation (Annotations/a/b.xml and JPEGImages/a/b.jpg).
    QStringList foldersFor(const Claim& claim, const QString& xml) const
    {
        const QString beside = QFileInfo(xml).path();
        QStringList folders{beside};
        QString given = claim.content.path;
        given.replace(QLatin1Char('\\'), QLatin1Char('/'));
        for (QString rest = given.section(QLatin1Char('/'), 0, -2); !rest.isEmpty(); rest = rest.contains(QLatin1Char('/')) ? rest.section(QLatin1Char('/'), 1) : QString())
            folders << m_tree.root + QLatin1Char('/') + rest;
        static const QStringList pictureFolders{QStringLiteral("JPEGImages"), QStringLiteral("images"), QStringLiteral("Images"), QStringLiteral("imgs"),
                                                QStringLiteral("img"), QStringLiteral("image"), QStringLiteral("pictures"), QStringLiteral("photos")};
        QStringList bases{m_tree.root, beside}, mirrored;
        const QStringList parts = m_tree.relative(beside).split(QLatin1Char('/'));
        for (qsizetype i = parts.size() - 1; i >= 0; --i) {
            if (!isAnnotationFolder(parts[i]))
                continue;
            const QString above = QDir::cleanPath(m_tree.root + QLatin1Char('/') + parts.mid(0, i).join(QLatin1Char('/')));
            const QString below = parts.mid(i + 1).join(QLatin1Char('/'));
            bases << above;
            for (const QString& name : pictureFolders)
                mirrored << QDir::cleanPath(above + QLatin1Char('/') + name + QLatin1Char('/') + below);
            mirrored << QDir::cleanPath(above + QLatin1Char('/') + below);
        }
        const QString folder = claim.content.folder;
        if (!folder.isEmpty() && !folder.contains(QLatin1String("..")))
            for (const QString& base : bases) {
                folders << QDir::cleanPath(base + QLatin1Char('/') + folder);
                for (const QString& name : pictureFolders)
                    folders << QDir::cleanPath(base + QLatin1Char('/') + name + QLatin1Char('/') + folder);
            }
        folders << mirrored;
        for (const QString& base : bases)
            folders << base + QStringLiteral("/JPEGImages") << base + QStringLiteral("/images");
        folders.removeDuplicates();
        folders.removeIf([this](const QString& place) { return !isFolder(place); });
        return folders;
    }

    bool isFolder(const QString& place) const
    {
        const auto known = m_folders.constFind(place);
        return known != m_folders.cend() ? *known : m_folders.insert(place, QFileInfo(place).isDir()).value();
    }

    /// No picture gets the boxes of two files: the surest claim counts, and where none is surer, only what all of them say.
    void settleClaims()
    {
        std::map<QString, std::vector<Claim*>> claims;
        for (Claim& claim : m_claims)
            if (!claim.picture.isEmpty())
                claims[claim.picture].push_back(&claim);
        for (auto& [picture, rivals] : claims) {
            if (rivals.size() < 2)
                continue;
            std::ranges::stable_sort(rivals, {}, &Claim::bond);
            const bool isSure = rivals[0]->bond < rivals[1]->bond || areEqual(rivals[0]->content, rivals[1]->content);
            for (size_t i = isSure ? 1 : 0; i < rivals.size(); ++i) {
                rivals[i]->refused = true;
                m_reading.issue(Level::Rejected, QStringLiteral("claimed_twice"), rivals[i]->file, 0, m_reading.tree().relative(picture));
            }
        }
    }

    void take(Claim& claim)
    {
        VocFile& file = claim.content;
        if (claim.picture.isEmpty() || claim.refused) { // its row was written
            m_reading.data.annotationsRead += qint64(file.boxes.size());
            m_reading.data.annotationsRejected += qint64(file.boxes.size());
            return;
        }
        tellOtherName(claim);
        RawRecord& raw = m_reading.record(claim.picture);
        raw.record.hasRecord = true;
        raw.file = claim.file;
        raw.stated = file.size;
        m_hulls += file.hasHull ? 1 : 0;
        if (file.hasParts)
            m_reading.issue(Level::Notice, QStringLiteral("parts_ignored"), claim.file);
        for (RawBox& box : file.boxes) {
            m_hasZero = m_hasZero || box.x0 == 0 || box.y0 == 0;
            if (cleanName(box.conceptName).isEmpty()) {
                m_reading.reject(raw, QStringLiteral("unknown_class"), claim.file, box.line, box.conceptName);
                continue;
            }
            box.conceptName = m_reading.conceptNamed(box.conceptName, claim.file, box.line);
            raw.boxes.push_back(box);
        }
        if (raw.refused > 0 && raw.boxes.empty()) // all of them refused: not the same as nothing there
            raw.record.hasRecord = false;
    }

    void tellOtherName(const Claim& claim)
    {
        const auto stemOf = [](const QString& name) {
            const QString plain = QString(name).replace(QLatin1Char('\\'), QLatin1Char('/')).section(QLatin1Char('/'), -1);
            return foldedName(isPictureName(plain) ? plain.left(plain.lastIndexOf(QLatin1Char('.'))) : plain);
        };
        const QString picture = stemOf(claim.picture);
        if (stemOf(QFileInfo(claim.file).completeBaseName()) != picture)
            m_reading.issue(Level::Notice, QStringLiteral("name_differs"), claim.file, 0, QFileInfo(claim.picture).fileName());
        else if (!claim.content.fileName.isEmpty() && stemOf(claim.content.fileName) != picture)
            m_reading.issue(Level::Notice, QStringLiteral("name_differs"), claim.file, 0, claim.content.fileName);
    }

    Reading& m_reading;
    const SourceTree& m_tree;
    SourcePaths m_paths;
    std::vector<Claim> m_claims;
    mutable QHash<QString, bool> m_folders; // whether it is there
    bool m_hasZero = false;
    int m_hulls = 0;
};

} // namespace

Detection detectVoc(const SourceTree& tree)
{
    const QStringList files = tree.withSuffix({QStringLiteral("xml")});
    const bool isLaidOut = std::ranges::any_of(files, [](const QString& file) { return file.contains(QLatin1String("Annotations/")); });
    for (const QString& file : files.mid(0, 200))
        if (looksLikeVoc(startOfFile(tree.absolute(file), 4096)))
            return {isLaidOut ? 95 : 90, SourceText::tr("Pascal VOC: %Ln annotation file(s) (XML)", nullptr, int(files.size()))};
    return {};
}

void readVoc(Reading& reading)
{
    reading.data.type = ViewType::Detection;
    VocSource(reading).read();
}

} // namespace core
