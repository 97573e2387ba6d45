#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace {

const QString root = QStringLiteral(ORIEL_SOURCE_DIR "/");

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Words {
    QHash<QString, QSet<QString>> sources;  // of each context
    QStringList numbersWithoutPlurals;      // sources
};

Words wordsOf(const QString& path)
{
    Words words;
    QXmlStreamReader xml(contentOf(path));
    QString context;
    bool isNumerus = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            const QString source = xml.readElementText();
            words.sources[context].insert(source);
            if (!isNumerus && source.contains(QRegularExpression(QStringLiteral("%L?n(?![A-Za-z])"))))
                words.numbersWithoutPlurals << source;
        }
    }
    return words;
}

} // namespace

/// Words that are in the file of translations and yet never come in the person's language.
class TranslationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A translation with one form is only found for one number.
    void everyNumberHasItsPlurals()
    {
        const Words words = wordsOf(root + QStringLiteral("translations/oriel_de.ts"));
        QVERIFY(words.sources.size() > 20);
        QVERIFY2(words.numbersWithoutPlurals.isEmpty(), qPrintable(words.numbersWithoutPlurals.join(QLatin1Char('\n'))));
    }

    /// Where a file has a function tr() of its own, its context must be the one that the tool files the words under.
    void wordsAreSoughtWhereTheyAreFiled()
    {
        const Words words = wordsOf(root + QStringLiteral("translations/oriel_de.ts"));
        static const QRegularExpression helper(QStringLiteral("QString tr\\(const char\\* text[^}]*translate\\(\"([^\"]+)\""));
        static const QRegularExpression use(QStringLiteral("[^:A-Za-z_]tr\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]")); // in one piece
        QStringList lost;
        QDirIterator files(root + QStringLiteral("ui"), {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString text = contentOf(files.next());
            const QRegularExpressionMatch found = helper.match(text);
            if (!found.hasMatch())
                continue;
            for (auto each = use.globalMatch(text); each.hasNext();) {
                QString source = each.next().captured(1);
                source.replace(QLatin1String("\\\""), QLatin1String("\""));
                if (!source.contains(QLatin1Char('\\')) && !words.sources.value(found.captured(1)).contains(source))
                    lost << files.fileName() + QStringLiteral(": ") + source;
            }
        }
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "TranslationsTest.moc"
