# Linux: the .deb, which takes Qt, OpenCV and the codecs from the distribution it was built on and carries libtorch; and the portable
# archive (target "portable"), which carries everything but the base of every desktop.
set(oriel_lib lib/oriel) # nobody else's, so not among the libraries of the machine's architecture
set(oriel_share ${CMAKE_INSTALL_DATADIR}/oriel)
set(here ${PROJECT_SOURCE_DIR}/packaging/linux)

set_target_properties(oriel oriel-studio PROPERTIES INSTALL_RPATH "$ORIGIN/../${oriel_lib}")
install(TARGETS oriel oriel-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${oriel_torch_libraries} DESTINATION ${oriel_lib})
oriel_install_shipped(${oriel_share})
install(FILES ${here}/oriel-studio.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${here}/oriel-studio.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${here}/oriel-studio.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${here}/oriel-studio.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${here}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/oriel)

# Manual pages and the list of changes lie compressed, as Debian has them; -n, so that equal sources give equal files.
find_program(GZIP gzip REQUIRED)
set(compressed)
function(install_compressed source name folder)
    add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/${name} DEPENDS ${source} VERBATIM COMMAND sh -c "\"$0\" -9nc \"$1\" > \"$2\"" ${GZIP} ${source} ${PROJECT_BINARY_DIR}/${name})
    install(FILES ${PROJECT_BINARY_DIR}/${name} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
    set(compressed ${compressed} ${PROJECT_BINARY_DIR}/${name} PARENT_SCOPE)
endfunction()
install_compressed(${here}/oriel.1 oriel.1.gz man/man1)
install_compressed(${here}/oriel-studio.1 oriel-studio.1.gz man/man1)
install_compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz doc/oriel)
add_custom_target(compressed_texts ALL DEPENDS ${compressed})

# A .deb belongs to the release it was built on, since its Qt and OpenCV do: the file's name says which.
set(oriel_system "")
if(EXISTS /etc/os-release)
    file(STRINGS /etc/os-release lines REGEX "^(ID|VERSION_ID)=")
    string(REGEX REPLACE "(ID|VERSION_ID)=|\"|;" "" oriel_system "${lines}") # "12debian" or "debian12", whichever comes first
    string(REGEX REPLACE "^([0-9.]+)(.*)$" "\\2\\1" oriel_system "${oriel_system}")
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME oriel_${PROJECT_VERSION}_${oriel_system}_${CMAKE_SYSTEM_PROCESSOR}.deb)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${TORCH_LIBRARY_DIR})
# What is loaded by name, so that no library asks for it: the database driver and the drawing of the symbols.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
# The desktop's own triggers make icon, menu entry and file type known, and forget them with the package; Qt's own words in the
# person's language, and windows without X11.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hicolor-icon-theme, shared-mime-info, desktop-file-utils, qt6-translations-l10n, qt6-wayland, qt6-image-formats-plugins")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_THREADS 0)

# The portable archive. Its tree is made of the installed one; packaging/linux/Portable.cmake brings the libraries in.
get_target_property(oriel_qmake Qt6::qmake IMPORTED_LOCATION)
set(oriel_portable oriel-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
add_custom_target(portable VERBATIM
    COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR} -DSOURCE=${PROJECT_SOURCE_DIR} -DTORCH=${TORCH_LIBRARY_DIR} -DQMAKE=${oriel_qmake}
        -DFOLDER=${PROJECT_BINARY_DIR}/packages/${oriel_portable} -P ${here}/Portable.cmake
    COMMAND ${CMAKE_COMMAND} -E chdir ${PROJECT_BINARY_DIR}/packages tar --owner=0 --group=0 --sort=name -cf ${oriel_portable}.tar ${oriel_portable}
    COMMAND xz -T0 -f ${PROJECT_BINARY_DIR}/packages/${oriel_portable}.tar)
add_dependencies(portable oriel oriel-studio compressed_texts)
