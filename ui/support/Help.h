#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

/// One thing that help explains: an option, a page's part, a number.
struct HelpSection {
    QString id;    // within its page: "epochs"; never translated
    QString title;
    QString text;  // Markdown
};

struct HelpPage {
    QString id;    // "options"
    QString title;
    QString text;  // before the first section, Markdown
    std::vector<HelpSection> sections;
};

/// A place that was found by words: a page, or one of its sections.
struct HelpHit {
    QString topic;
    QString title;     // of the section, or of the page
    QString pageTitle;
};

/// The help texts: written once, in resources/help, one file a page and language; shown by the help window, and in their first
/// paragraphs by tooltips. A topic is "page" or "page#section".
class Help {
public:
    /// Two letters, "de"; a language without texts is answered in English, and so is a page that a language lacks.
    explicit Help(const QString& language);
    /// In the language of the program (QLocale). Read once for each language.
    static const Help& of();
    static QStringList languages(); // that have texts

    const std::vector<HelpPage>& pages() const { return m_pages; } // in the order of reading
    const HelpPage* page(const QString& topic) const;              // null: there is none
    const HelpSection* section(const QString& topic) const;        // null: a page alone, or there is none
    bool has(const QString& topic) const;
    /// The first paragraph of a topic, without marks: what a tooltip says. Empty: there is no such topic.
    QString brief(const QString& topic) const;
    /// Where all of the words stand, those first that have them in their titles.
    std::vector<HelpHit> find(const QString& words) const;
    /// The page as one Markdown text.
    static QString whole(const HelpPage& page);

private:
    std::vector<HelpPage> m_pages;
};

} // namespace ui
