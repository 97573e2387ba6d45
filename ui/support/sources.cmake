set_target_properties(ui PROPERTIES AUTORCC ON)
target_sources(ui PRIVATE
    ${PROJECT_SOURCE_DIR}/resources/resources.qrc
    Session.cpp
    support/Ask.cpp
    support/Attempt.cpp
    support/ConceptPalette.cpp
    support/Schemes.cpp
    support/StyleSheet.cpp
    support/SystemScheme.cpp
    support/Theme.cpp
    support/TintedIcon.cpp
    widgets/Card.cpp
    widgets/EmptyState.cpp
    widgets/PageHeader.cpp)
