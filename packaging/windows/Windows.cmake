# Windows: an installer (NSIS) that makes menu entry and file type; and a .zip to be used without installing.
# Written from the documentation of CPack, NSIS and Qt; nobody has run it yet.
set(here ${PROJECT_SOURCE_DIR}/packaging/windows)
configure_file(${here}/oriel-studio.rc.in ${PROJECT_BINARY_DIR}/oriel-studio.rc @ONLY)
target_sources(oriel-studio PRIVATE ${PROJECT_BINARY_DIR}/oriel-studio.rc ${here}/oriel.manifest)
target_sources(oriel PRIVATE ${here}/oriel.manifest)
install(TARGETS oriel oriel-studio RUNTIME DESTINATION .)
install(FILES ${oriel_torch_libraries} DESTINATION .) # a program of Windows finds the libraries that lie beside it
oriel_install_shipped(share/oriel)

# Qt's libraries and plugins by windeployqt. Qt 6.5 and newer writes the script; with an older one windeployqt is called here.
if(COMMAND qt_generate_deploy_app_script AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    set(QT_DEPLOY_BIN_DIR .)
    qt_generate_deploy_app_script(TARGET oriel-studio OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy})
else()
    find_program(WINDEPLOYQT windeployqt HINTS "${QT6_INSTALL_PREFIX}/bin" "${QT6_INSTALL_PREFIX}/tools/Qt6/bin" REQUIRED)
    install(CODE "execute_process(COMMAND \"${WINDEPLOYQT}\" --release --no-compiler-runtime --sql \"\${CMAKE_INSTALL_PREFIX}/oriel-studio.exe\" COMMAND_ERROR_IS_FATAL ANY)")
endif()

# OpenCV, the codecs and what they ask for, from where vcpkg put them. What belongs to Windows stays out.
install(CODE "set(programs \"$<TARGET_FILE:oriel-studio>\" \"$<TARGET_FILE:oriel>\")
set(places \"${VCPKG_INSTALLED_DIR}/${VCPKG_TARGET_TRIPLET}/bin\" \"${TORCH_LIBRARY_DIR}\")")
install(CODE [[
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} DIRECTORIES ${places} RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR missing
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" "^Qt6" "^hvsifiletrust" "^pdmutilities" POST_EXCLUDE_REGEXES ".*[Ss]ystem32[/\\].*\\.dll")
if(missing)
    message(WARNING "Not found, so not installed: ${missing}")
endif()
file(INSTALL DESTINATION ${CMAKE_INSTALL_PREFIX} TYPE SHARED_LIBRARY FOLLOW_SYMLINK_CHAIN FILES ${found})
]])
set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION .)
include(InstallRequiredSystemLibraries) # the C++ library of the compiler

set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Oriel)
set(CPACK_PACKAGE_FILE_NAME oriel-${PROJECT_VERSION}-windows-x86_64)
set(CPACK_PACKAGE_EXECUTABLES oriel-studio "Oriel Studio")
set(CPACK_NSIS_DISPLAY_NAME "Oriel Studio")
set(CPACK_NSIS_PACKAGE_NAME "Oriel Studio")
set(CPACK_NSIS_MUI_ICON ${here}/oriel-studio.ico)
set(CPACK_NSIS_MUI_UNIICON ${here}/oriel-studio.ico)
set(CPACK_NSIS_INSTALLED_ICON_NAME oriel-studio.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
# The file type: project.orielproj, opened by a double click. SHCTX is the person's or the machine's part, whichever was installed for.
set(CPACK_VERBATIM_VARIABLES ON) # NSIS gets the lines as they stand here
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr SHCTX 'Software\Classes\.orielproj' '' 'Oriel.Project'
  WriteRegStr SHCTX 'Software\Classes\Oriel.Project' '' 'Oriel project'
  WriteRegStr SHCTX 'Software\Classes\Oriel.Project\DefaultIcon' '' '$INSTDIR\oriel-studio.exe,0'
  WriteRegStr SHCTX 'Software\Classes\Oriel.Project\shell\open\command' '' '"$INSTDIR\oriel-studio.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey SHCTX 'Software\Classes\Oriel.Project'
  DeleteRegKey SHCTX 'Software\Classes\.orielproj'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
]])
