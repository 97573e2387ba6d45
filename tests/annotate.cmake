# Annotate, Views & Concepts
add_qt_test(ui/AnnotationCanvasTest USES Ui::ui)
add_qt_test(ui/AnnotatePageTest USES Ui::ui)
add_qt_test(ui/ViewsPageTest USES Ui::ui)
