#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui {

/// A short list of label and value under a heading in capitals: "START", "From: General pictures" …
class FactList final : public QWidget {
    Q_OBJECT
public:
    explicit FactList(const QString& heading = {}, QWidget* parent = nullptr);

    struct Fact {
        QString label, value, tip;
    };
    void setFacts(const std::vector<Fact>& facts); // labels that exist already are reused
    QString valueOf(const QString& label) const;

private:
    QGridLayout* m_grid;
    int m_first; // first row of facts
    std::vector<std::pair<QLabel*, QLabel*>> m_rows;
};

} // namespace ui
