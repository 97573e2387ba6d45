#pragma once

#include "tests/support/Pictures.h"

#include <QByteArray>
#include <QStringList>

#include <utility>
#include <vector>

/// Small sources as people bring them, and what is right of each. All pictures are 64 × 48.
namespace sources {

struct Case {
    const char* name;
    QStringList pictures;
    std::vector<std::pair<const char*, QByteArray>> files;
    /// Of each picture in order: "a.png: unseen", "a.png: nothing", "a.png: cat 1,1,10,10; dog 2,2,8,8" (corners), "a.png: =cat",
    /// "a.png: +cat -dog"; with " @train" behind its name when the source states a split, and behind all that each draft: "?cat 1,1,10,10 0.5",
    /// ">0.25" for its threshold. Then "! code file" for each rejected row and "~ code file" for a notice about names or files, each once.
    /// Then the same for each further task of the source, below "[name type]".
    QStringList right;
};

inline QStringList lines(const char* text) { return QString::fromUtf8(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
inline QStringList words(const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// {"images": …, "annotations": …, "categories": …}; the last are cat = 1 and dog = 2 unless others are given.
inline QByteArray coco(const QByteArray& images, const QByteArray& annotations, const QByteArray& categories = R"({"id":1,"name":"cat"},{"id":2,"name":"dog"})")
{
    return "{\"images\":[" + images + "],\"annotations\":[" + annotations + "],\"categories\":[" + categories + "]}";
}
inline QByteArray image(const QByteArray& id, const QByteArray& name)
{
    return "{\"id\":" + id + ",\"file_name\":\"" + name + "\",\"width\":64,\"height\":48}";
}
inline QByteArray box(const QByteArray& image, const QByteArray& category, const QByteArray& bbox, const QByteArray& more = {})
{
    return "{\"id\":1,\"image_id\":" + image + ",\"category_id\":" + category + ",\"bbox\":[" + bbox + "]" + more + "}";
}

inline QByteArray utf16(const QByteArray& text)
{
    QByteArray wide("\xFF\xFE", 2);
    for (const char c : text)
        wide += QByteArray(1, c) + '\0';
    return wide;
}

} // namespace sources
