#include "ui/dialogs/AboutDialog.h"

#include "core/training/Devices.h"
#include "ui/support/Numbers.h"
#include "ui/support/Theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>

namespace ui {

namespace {

std::vector<std::pair<QString, QString>> facts()
{
    std::vector<std::pair<QString, QString>> rows = {{QStringLiteral("Oriel Studio"), QStringLiteral(ORIEL_VERSION)}};
    for (const auto& version : core::libraryVersions())
        rows.push_back(version);
    for (const core::DeviceEntry& device : core::devices()) {
        const QString name = device.memory > 0 ? AboutDialog::tr("%1, %2", "device, memory").arg(device.name, bytes(device.memory)) : device.name;
        const QString usable = device.usable ? name : AboutDialog::tr("%1: not usable. %2", "device, reason").arg(name, device.reason);
        rows.emplace_back(AboutDialog::tr("Device %1", "key of a device").arg(device.id), usable);
    }
    rows.emplace_back(AboutDialog::tr("System"), QSysInfo::prettyProductName() + QLatin1Char(' ') + QSysInfo::currentCpuArchitecture());
    return rows;
}

QString fontLicence()
{
    QFile file(QStringLiteral(":/fonts/OFL.txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString licences()
{
    return AboutDialog::tr("Oriel is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License, version 3 or later. "
                           "It comes without any warranty.")
        + QStringLiteral("\n\nQt, Qt Charts: GPL-3.0 / LGPL-3.0\nlibtorch: BSD-3-Clause\nOpenCV: Apache-2.0\nlibjpeg-turbo: IJG, BSD-3-Clause\nlibpng: libpng-2.0\n"
                         "LibTIFF: libtiff\nlibwebp: BSD-3-Clause\nExiv2: GPL-2.0-or-later\nyaml-cpp, nlohmann/json: MIT\n"
                         "CLI11: BSD-3-Clause\nSQLite: public domain\nEfficientNet-Lite weights: Apache-2.0\nInter (Oriel Sans): SIL Open Font License 1.1\n\n")
        + fontLicence();
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Oriel"));
    setMinimumWidth(520);
    auto* title = new QLabel(QStringLiteral("Oriel"), this);
    setRole(title, "title");
    auto* purpose = new QLabel(tr("Annotate pictures, train vision models, judge them. On this machine alone: nothing is sent anywhere."), this);
    purpose->setWordWrap(true);
    setRole(purpose, "secondary");
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const auto& [name, value] : facts()) {
        auto* label = new QLabel(name, this);
        setRole(label, "caption");
        auto* words = new QLabel(value, this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, grid->rowCount(), 0, Qt::AlignTop);
        grid->addWidget(words, grid->rowCount() - 1, 1);
        m_report += name + QStringLiteral(": ") + value + QLatin1Char('\n');
    }
    auto* over = new QLabel(tr("Licences"), this);
    setRole(over, "over");
    auto* text = new QPlainTextEdit(licences(), this);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Licences"));
    text->setTabChangesFocus(true);
    text->setMinimumHeight(150);
    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyAbout"));
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    close->setFocus();
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_report); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(purpose);
    layout->addLayout(grid);
    layout->addSpacing(4);
    layout->addWidget(over);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

} // namespace ui
