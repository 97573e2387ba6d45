set_target_properties(ui PROPERTIES AUTORCC ON)
target_sources(ui PRIVATE
    ${PROJECT_SOURCE_DIR}/resources/resources.qrc
    Session.cpp
    models/ItemListModel.cpp
    pages/ImagesPage.cpp
    pages/ImagesPageActs.cpp
    support/Ask.cpp
    support/Attempt.cpp
    support/ConceptKeys.cpp
    support/ConceptPalette.cpp
    support/ItemText.cpp
    support/Schemes.cpp
    support/StyleSheet.cpp
    support/SystemScheme.cpp
    support/Theme.cpp
    support/TintedIcon.cpp
    widgets/Card.cpp
    widgets/EmptyState.cpp
    widgets/ItemInspector.cpp
    widgets/PageHeader.cpp
    widgets/SplitBar.cpp
    widgets/ThumbnailGrid.cpp
    widgets/TileDelegate.cpp
    widgets/TilePainter.cpp)
