# macOS: the bundle "Oriel Studio.app" in a disk image. The terminal's oriel lies inside the bundle, beside the studio.
# Written from the documentation of CPack and Qt; nobody has run it yet. Not signed: the person opens it by the context menu once.
set(here ${PROJECT_SOURCE_DIR}/packaging/macos)
set(bundle "Oriel Studio.app")
if(NOT CMAKE_OSX_DEPLOYMENT_TARGET)
    set(CMAKE_OSX_DEPLOYMENT_TARGET 12.0)
endif()
set_target_properties(oriel-studio PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME "Oriel Studio"
    MACOSX_BUNDLE_INFO_PLIST ${here}/Info.plist.in
    MACOSX_BUNDLE_GUI_IDENTIFIER org.oriel.studio
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    INSTALL_RPATH "@executable_path/../Frameworks")
set_target_properties(oriel PROPERTIES INSTALL_RPATH "@executable_path/../Frameworks")
install(TARGETS oriel-studio BUNDLE DESTINATION .)
install(TARGETS oriel RUNTIME DESTINATION "${bundle}/Contents/MacOS")
install(FILES ${oriel_torch_libraries} DESTINATION "${bundle}/Contents/Frameworks")
install(FILES ${here}/oriel-studio.icns DESTINATION "${bundle}/Contents/Resources")
oriel_install_shipped("${bundle}/Contents/Resources")

# Qt's frameworks and plugins, and the libraries of Homebrew that the programs ask for: macdeployqt brings both in and rewrites where
# they are looked for. Qt 6.5 and newer writes the script; with an older one macdeployqt is called here.
if(COMMAND qt_generate_deploy_app_script AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    qt_generate_deploy_app_script(TARGET oriel-studio OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR
        DEPLOY_TOOL_OPTIONS "-executable=Oriel Studio.app/Contents/MacOS/oriel")
    install(SCRIPT ${deploy})
else()
    find_program(MACDEPLOYQT macdeployqt HINTS "${QT6_INSTALL_PREFIX}/bin" REQUIRED)
    install(CODE "execute_process(COMMAND \"${MACDEPLOYQT}\" \"\${CMAKE_INSTALL_PREFIX}/${bundle}\" \"-executable=\${CMAKE_INSTALL_PREFIX}/${bundle}/Contents/MacOS/oriel\" COMMAND_ERROR_IS_FATAL ANY)")
endif()
# What was rewritten has to be signed again, if only by nobody: macOS on Apple's processors starts nothing else.
install(CODE "execute_process(COMMAND codesign --force --deep --sign - \"\${CMAKE_INSTALL_PREFIX}/${bundle}\" COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_PACKAGE_FILE_NAME oriel-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DMG_VOLUME_NAME "Oriel Studio")
