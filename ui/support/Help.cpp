#include "ui/support/Help.h"

#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <memory>

namespace ui {

namespace {

/// The files of resources/help/<language>, in the order of reading.
constexpr std::array pageIds{"start", "images", "annotate", "views", "training-data", "options", "training", "library", "version", "predict", "metrics", "import", "formats",
                             "export", "export-model", "settings", "recovery", "messages", "terminal", "keys"};

QString readPage(const QString& language, const char* id)
{
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, QLatin1String(id)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// "# Title" begins the page, "## Title {#id}" each of its sections.
HelpPage parsed(const QString& id, const QString& text)
{
    static const QRegularExpression heading(QStringLiteral("^## (.+?)\\s*\\{#([a-zA-Z0-9-]+)\\}$"));
    HelpPage page{.id = id};
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const auto found = heading.match(line);
        if (found.hasMatch())
            page.sections.push_back({.id = found.captured(2), .title = found.captured(1)});
        else if (page.title.isEmpty() && line.startsWith(QLatin1String("# ")))
            page.title = line.mid(2).trimmed();
        else
            (page.sections.empty() ? page.text : page.sections.back().text) += line + QLatin1Char('\n');
    }
    return page;
}

/// Words as they are read: without links' targets and without marks.
QString plain(QString markdown)
{
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[*`|]+|^#+ |^- "), QRegularExpression::MultilineOption);
    return markdown.replace(link, QStringLiteral("\\1")).remove(marks).simplified();
}

bool hasAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

Help::Help(const QString& language)
{
    for (const char* id : pageIds) {
        QString text = readPage(language, id);
        if (text.isEmpty())
            text = readPage(QStringLiteral("en"), id);
        if (!text.isEmpty())
            m_pages.push_back(parsed(QLatin1String(id), text));
    }
}

const Help& Help::of()
{
    static QHash<QString, std::shared_ptr<const Help>> known;
    const QString language = QLocale().name().left(2);
    auto& help = known[language];
    if (!help)
        help = std::make_shared<const Help>(language);
    return *help;
}

QStringList Help::languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

const HelpPage* Help::page(const QString& topic) const
{
    const auto found = std::ranges::find(m_pages, topic.section(QLatin1Char('#'), 0, 0), &HelpPage::id);
    return found == m_pages.end() ? nullptr : &*found;
}

const HelpSection* Help::section(const QString& topic) const
{
    const HelpPage* of = page(topic);
    if (!of)
        return nullptr;
    const auto found = std::ranges::find(of->sections, topic.section(QLatin1Char('#'), 1), &HelpSection::id);
    return found == of->sections.end() ? nullptr : &*found;
}

bool Help::has(const QString& topic) const
{
    return topic.contains(QLatin1Char('#')) ? section(topic) != nullptr : page(topic) != nullptr;
}

QString Help::brief(const QString& topic) const
{
    if (!has(topic))
        return {};
    const HelpSection* of = section(topic);
    return plain((of ? of->text : page(topic)->text).trimmed().section(QStringLiteral("\n\n"), 0, 0));
}

std::vector<HelpHit> Help::find(const QString& words) const
{
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<HelpHit> inTitles, inTexts;
    if (wanted.isEmpty())
        return inTitles;
    for (const HelpPage& each : m_pages) {
        const auto look = [&](const QString& topic, const QString& title, const QString& text) {
            if (hasAll(title, wanted))
                inTitles.push_back({topic, title, each.title});
            else if (hasAll(each.title + QLatin1Char(' ') + title + QLatin1Char(' ') + plain(text), wanted))
                inTexts.push_back({topic, title, each.title});
        };
        look(each.id, each.title, each.text);
        for (const HelpSection& section : each.sections)
            look(each.id + QLatin1Char('#') + section.id, section.title, section.text);
    }
    inTitles.insert(inTitles.end(), inTexts.begin(), inTexts.end());
    return inTitles;
}

QString Help::whole(const HelpPage& page)
{
    QString text = QStringLiteral("# %1\n\n%2").arg(page.title, page.text);
    for (const HelpSection& section : page.sections)
        text += QStringLiteral("\n## %1\n\n%2").arg(section.title, section.text);
    return text;
}

} // namespace ui
