#pragma once

#include <QComboBox>

namespace ui {

class Session;

/// Chooses the view that all pages show: type mark, name, type, share annotated.
class ViewSelector final : public QComboBox {
    Q_OBJECT
public:
    explicit ViewSelector(QWidget* parent = nullptr);
    void setSession(Session* session); // null: none
    void refresh();

private:
    Session* m_session = nullptr;
};

} // namespace ui
