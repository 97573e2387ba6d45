# tests of pictures, formats and the import
find_package(JPEG REQUIRED) # writes the CMYK cases
add_qt_test(core/pictures/PictureFileTest USES Core::pictures Qt6::Gui opencv_core opencv_imgcodecs JPEG::JPEG)
add_qt_test(core/pictures/FileStateTest USES Core::pictures Qt6::Gui)
add_qt_test(core/pictures/PixelCacheTest USES Core::pictures Qt6::Gui)
add_qt_test(core/pictures/ThumbnailsTest USES Core::pictures Qt6::Gui)
add_qt_test(core/formats/BoxRulesTest USES Core::formats)
add_qt_test(core/formats/SourceTest USES Core::formats Qt6::Gui)
add_qt_test(core/formats/LayoutsTest USES Core::formats Qt6::Gui)
add_qt_test(core/formats/ClosedPlacesTest USES Core::formats Qt6::Gui)
add_qt_test(core/formats/TablesTest USES Core::formats Qt6::Gui)
add_qt_test(core/project/ImportJobTest USES Core::project Qt6::Gui)
add_qt_test(core/project/ImportChoicesTest USES Core::project Qt6::Gui)
add_qt_test(core/project/PictureCheckTest USES Core::project Qt6::Gui)
