#pragma once

#include <QDBusVariant>
#include <QObject>

namespace ui {

/// Whether the system wants dark windows. Qt 6.4 on Linux does not tell, so the desktop portal is asked, and listened to.
class SystemScheme final : public QObject {
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr); // waits for the portal's answer at most 250 ms
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    bool m_dark = false;
};

} // namespace ui
