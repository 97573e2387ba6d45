# The shell: theme, main window, start, images, import
add_qt_test(ui/support/ThemeTest USES Ui::ui)
