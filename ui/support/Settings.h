#pragma once

#include <QString>

namespace ui {

/// What a person has set, kept for this person on this computer. Changes are stored at once. Themes are kept by Theme, windows by the
/// main window, what the machine gives by core::MachineShare: all in the same file.
namespace Settings {

/// Puts a file of settings that cannot be read aside, under another name, so that the defaults hold. Answers what was done, a sentence;
/// empty: it could be read, or there is none yet. Before anything else asks for a setting.
QString setAsideUnreadable();

/// "en", "de"; empty: that of the system.
QString language();
void setLanguage(const QString& language);

/// Whether the project that was open last is opened at the start.
bool reopensLastProject();
void setReopensLastProject(bool reopens);

} // namespace Settings

} // namespace ui
