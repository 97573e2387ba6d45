#pragma once

#include <QDoubleSpinBox>

namespace ui {

/// A learning rate, written as 2.0e-4 and stepped by tenths of itself, since rates differ by powers of ten.
class RateBox final : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit RateBox(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;
};

} // namespace ui
