# Annotate, Views & Concepts
set(small_project ui/support/SmallProject.cpp)
add_qt_test(ui/support/AnnotateKeysTest USES Ui::ui)
add_qt_test(ui/models/EditedItemTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/models/ItemWalkTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/models/BulkEditTest USES Ui::ui SOURCES ${small_project})
add_qt_test(ui/AnnotationCanvasTest USES Ui::ui)
add_qt_test(ui/AnnotatePageTest USES Ui::ui)
add_qt_test(ui/ViewsPageTest USES Ui::ui)
