# The shell: theme, main window, start, images, import
set(small_project ${CMAKE_CURRENT_LIST_DIR}/ui/support/SmallProject.cpp)
add_qt_test(ui/support/ThemeTest USES Ui::ui)
add_qt_test(ui/models/ItemListModelTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/widgets/ThumbnailGridTest USES Ui::ui)
add_qt_test(ui/pages/ImagesPageTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/dialogs/ImportDialogTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/MainWindowTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/WholeWayTest TIMEOUT 300 USES Ui::ui SOURCES ${small_project})
