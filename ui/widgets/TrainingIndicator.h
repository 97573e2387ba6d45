#pragma once

#include <QAbstractButton>

namespace ui {

class Session;

/// The running training at a glance: ring, version, epoch, time left. Hidden when nothing runs or waits.
class TrainingIndicator final : public QAbstractButton {
    Q_OBJECT
public:
    explicit TrainingIndicator(QWidget* parent = nullptr);
    void setSession(Session* session);
    QSize sizeHint() const override;

Q_SIGNALS:
    void busyChanged(bool busy);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    Session* m_session = nullptr;
    QString m_name;
    QString m_words;
    double m_share = 0;
};

} // namespace ui
