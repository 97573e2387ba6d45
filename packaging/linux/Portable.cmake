# Makes the folder of the portable archive: cmake -DBUILD=… -DSOURCE=… -DTORCH=… -DQMAKE=… -DFOLDER=… -P Portable.cmake
#
#   oriel-studio  oriel  install-desktop-entry  README.txt  LICENSE  qt.conf
#   lib/          libtorch, Qt, OpenCV, the codecs, and all that these ask for
#   plugins/      Qt's, which are loaded by name
#   translations/ Qt's own words
#   share/        sample, weights, licences, manual pages, icon, menu entry, file type
#
# Every program and library finds the others by its own place ($ORIGIN), so the folder can lie anywhere.
cmake_minimum_required(VERSION 3.25)
find_program(PATCHELF patchelf REQUIRED)
find_program(STRIP strip REQUIRED)

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

# A library or program of the bundle: without names for debuggers, looking for the others at `rpath` alone.
function(settle file rpath)
    run(${STRIP} --strip-unneeded ${file})
    run(${PATCHELF} --set-rpath ${rpath} ${file})
endfunction()

file(REMOVE_RECURSE ${FOLDER} ${FOLDER}.installed)
run(${CMAKE_COMMAND} --install ${BUILD} --strip --prefix ${FOLDER}.installed)
file(MAKE_DIRECTORY ${FOLDER}/lib ${FOLDER}/plugins)
file(GLOB libraries ${FOLDER}.installed/lib/oriel/*)
file(COPY ${libraries} DESTINATION ${FOLDER}/lib)
file(COPY ${FOLDER}.installed/bin/oriel ${FOLDER}.installed/bin/oriel-studio DESTINATION ${FOLDER})
file(COPY ${FOLDER}.installed/share DESTINATION ${FOLDER})
file(COPY ${SOURCE}/packaging/linux/portable/ ${SOURCE}/LICENSE DESTINATION ${FOLDER})
file(REMOVE_RECURSE ${FOLDER}.installed)

foreach(program oriel oriel-studio) # before it is asked what they need
    settle(${FOLDER}/${program} "$ORIGIN/lib")
endforeach()

# Qt's plugins: windows (X11, Wayland), the sqlite driver, pictures and symbols, input methods. Those that are not installed where the
# archive is made are told of, since a person would miss them.
execute_process(COMMAND ${QMAKE} -query QT_INSTALL_PLUGINS OUTPUT_VARIABLE qt_plugins OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${QMAKE} -query QT_INSTALL_TRANSLATIONS OUTPUT_VARIABLE qt_translations OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
foreach(pattern platforms/libqxcb platforms/libqwayland* platforms/libqoffscreen sqldrivers/libqsqlite iconengines/libqsvgicon imageformats/*
        platforminputcontexts/* xcbglintegrations/* wayland-shell-integration/libxdg-shell wayland-decoration-client/* wayland-graphics-integration-client/*)
    file(GLOB found ${qt_plugins}/${pattern}.so)
    if(NOT found)
        message("The portable archive goes without Qt's ${pattern}: not installed here.")
    endif()
    get_filename_component(kind ${pattern} DIRECTORY)
    file(COPY ${found} DESTINATION ${FOLDER}/plugins/${kind})
endforeach()
file(GLOB words ${qt_translations}/qtbase_*.qm ${qt_translations}/qt_*.qm)
list(FILTER words EXCLUDE REGEX "qt_help_")
if(NOT words)
    message("The portable archive goes without Qt's own translations: not installed here.")
endif()
file(COPY ${words} DESTINATION ${FOLDER}/translations)

# All that these ask for, but the base: the C and C++ library, the display and its drivers, fonts. They fit the machine they are on, and
# every desktop has them; others of them beside it would break it. base.txt says which.
file(STRINGS ${SOURCE}/packaging/linux/base.txt base REGEX "^lib|^ld")
set(base_patterns)
foreach(name ${base})
    string(REPLACE "+" "\\+" name ${name})
    string(REPLACE "." "\\." name ${name})
    list(APPEND base_patterns "^${name}$")
endforeach()
file(GLOB_RECURSE plugins ${FOLDER}/plugins/*.so)
file(GLOB torch ${FOLDER}/lib/*)
file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES ${FOLDER}/oriel ${FOLDER}/oriel-studio LIBRARIES ${plugins} ${torch}
    PRE_EXCLUDE_REGEXES ${base_patterns} RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR missing CONFLICTING_DEPENDENCIES_PREFIX conflicting)
if(missing OR conflicting_FILENAMES)
    message(FATAL_ERROR "Not found: ${missing}; found twice: ${conflicting_FILENAMES}")
endif()
find_program(DPKG_QUERY dpkg-query)
foreach(library ${found})
    if(library MATCHES "^${FOLDER}/")
        continue()
    endif()
    file(COPY ${library} DESTINATION ${FOLDER}/lib FOLLOW_SYMLINK_CHAIN)
    if(DPKG_QUERY) # the licence comes with the library
        file(REAL_PATH ${library} real)
        foreach(path ${library} ${real})
            string(REGEX REPLACE "^/usr" "" unmerged ${path}) # older packages name their files without /usr
            execute_process(COMMAND ${DPKG_QUERY} -S ${path} ${unmerged} OUTPUT_VARIABLE owner ERROR_QUIET)
            if(owner MATCHES "^([^:]+):" AND EXISTS /usr/share/doc/${CMAKE_MATCH_1}/copyright)
                configure_file(/usr/share/doc/${CMAKE_MATCH_1}/copyright ${FOLDER}/share/oriel/licences/libraries/${CMAKE_MATCH_1}.txt COPYONLY)
                break()
            endif()
        endforeach()
    endif()
endforeach()

foreach(plugin ${plugins})
    settle(${plugin} "$ORIGIN/../../lib")
endforeach()
file(GLOB libraries ${FOLDER}/lib/*)
foreach(library ${libraries})
    if(NOT IS_SYMLINK ${library})
        settle(${library} "$ORIGIN")
    endif()
endforeach()
