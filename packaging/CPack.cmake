# What an installed Oriel consists of, and how CPack wraps it. Torch's libraries go into a folder of their own, beside nothing else.
include(GNUInstallDirs)
set(oriel_share ${CMAKE_INSTALL_DATADIR}/oriel)
set(oriel_lib ${CMAKE_INSTALL_LIBDIR}/oriel)

install(TARGETS oriel oriel-studio RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} BUNDLE DESTINATION .)
set_target_properties(oriel oriel-studio PROPERTIES INSTALL_RPATH "$ORIGIN/../${oriel_lib}")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/sample/ DESTINATION ${oriel_share}/sample PATTERN "*.py" EXCLUDE)
if(ORIEL_WEIGHTS AND EXISTS ${ORIEL_WEIGHTS})
    install(DIRECTORY ${ORIEL_WEIGHTS}/ DESTINATION ${oriel_share}/weights FILES_MATCHING PATTERN "*.safetensors" PATTERN "LICENSE*")
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/resources/fonts/OFL.txt DESTINATION ${oriel_share}/licences)

# The libraries of libtorch that a running program needs; a CUDA build adds its own.
file(GLOB oriel_torch_libraries
    ${TORCH_LIBRARY_DIR}/libc10*${CMAKE_SHARED_LIBRARY_SUFFIX}* ${TORCH_LIBRARY_DIR}/libtorch${CMAKE_SHARED_LIBRARY_SUFFIX}
    ${TORCH_LIBRARY_DIR}/libtorch_c*${CMAKE_SHARED_LIBRARY_SUFFIX} ${TORCH_LIBRARY_DIR}/libgomp*${CMAKE_SHARED_LIBRARY_SUFFIX}*)
install(FILES ${oriel_torch_libraries} DESTINATION ${oriel_lib})

if(UNIX AND NOT APPLE)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/oriel-studio.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/oriel-studio.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/linux/oriel-project.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
endif()

set(CPACK_PACKAGE_NAME oriel)
set(CPACK_PACKAGE_VENDOR "Oriel")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
if(WIN32)
    set(CPACK_GENERATOR WIX)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR TGZ)
endif()
include(CPack)
