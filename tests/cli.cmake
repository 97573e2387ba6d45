# tests of the terminal twin, and of what it shares with the window: the training queue
add_qt_test(app/CliTest TIMEOUT 300 USES Core::project Qt6::Gui opencv_core opencv_videoio)
target_compile_definitions(CliTest PRIVATE ORIEL_PROGRAM="$<TARGET_FILE:oriel>")
add_dependencies(CliTest oriel)
add_qt_test(core/project/TrainingQueueTest TIMEOUT 300 USES Core::project)
add_qt_test(core/project/RunClockTest USES Core::project)
add_qt_test(core/project/VersionFolderTest USES Core::project)
