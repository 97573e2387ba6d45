#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringDecoder>

#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>

namespace core {

/// A JSON file for a parser, read by pieces: nothing is mapped, so a file that is cut meanwhile only ends early, and a file without
/// end is noticed. UTF-8, or what a byte order mark says, or else (up to 64 MB) Windows-1252; the NaN and Infinity that Python writes into JSON are read as null.
class JsonFile {
public:
    struct Canceled {};

    /// Throws Error, half a sentence, when the file cannot be opened or is none (a folder, a device).
    /// `mostBytes`: of one element.
    JsonFile(const QString& path, std::function<bool()> isCanceled, std::function<void(qint64 done, qint64 total)> progressed,
             qint64 mostBytes = 32 * 1024 * 1024); // a picture's polygons are some 100 KB

    /// The text is no UTF-8, and nothing says what it is: it is read as Windows-1252.
    bool isGuessed() const { return m_isGuessed; }

    bool atEnd() const { return m_at == m_piece.size(); }
    char current() const { return m_piece[m_at]; }
    void advance(); // throws Canceled; Error when one element is larger than can be worked with
    /// What was read so far is done with.
    void endElement() { m_elementStart = m_read; }

    /// What nlohmann's parser takes.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = char;
        using difference_type = std::ptrdiff_t;
        using pointer = const char*;
        using reference = char;

        explicit Iterator(JsonFile* file = nullptr) : m_file(file) {}
        char operator*() const { return m_file->current(); }
        Iterator& operator++()
        {
            m_file->advance();
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return isEnd() == other.isEnd(); }

    private:
        bool isEnd() const { return !m_file || m_file->atEnd(); }
        JsonFile* m_file;
    };
    Iterator begin() { return Iterator(this); }
    Iterator end() { return Iterator(); }

private:
    QByteArray readPiece(qint64 bytes);
    void fill();
    void mendNumbers();
    bool isUtf8();

    QFile m_file;
    std::optional<QStringDecoder> m_decoder; // of what is not UTF-8
    bool m_isGuessed = false;
    qint64 m_mostBytes;
    qint64 m_unit = 1;                       // bytes that belong together in the file
    std::function<bool()> m_isCanceled;
    std::function<void(qint64, qint64)> m_progressed;
    QByteArray m_piece;
    qsizetype m_at = 0;
    qint64 m_read = 0, m_elementStart = 0;
    bool m_isInText = false, m_isEscaped = false; // at the end of the piece
};

/// The first and last 64 KB of a file as UTF-8, by which its kind is told. Empty when it cannot be read.
QByteArray jsonSample(const QString& path);

} // namespace core
