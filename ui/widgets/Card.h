#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

/// A framed area of a page: title on the left, current value on the right, content beneath. Never a card in a card.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setValue(const QString& value); // the number of this moment, right of the title
    QLabel* titleLabel() const { return m_title; }
    QLabel* valueLabel() const { return m_value; }
    QHBoxLayout* header() const { return m_header; }   // title, stretch, value; add small controls at its end
    QVBoxLayout* content() const { return m_content; } // 16 px margins are the card's

private:
    QLabel* m_title;
    QLabel* m_value;
    QHBoxLayout* m_header;
    QVBoxLayout* m_content;
};

} // namespace ui
