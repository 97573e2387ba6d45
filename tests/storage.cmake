# base, dataset, storage, and Project
# base, dataset, storage, and Project
add_qt_test(core/base/JobTest USES Core::base)
add_qt_test(core/base/RandomTest USES Core::base)
add_qt_test(core/dataset/AnnotationTest USES Core::dataset)
add_qt_test(core/dataset/SplitDealerTest USES Core::dataset)
add_qt_test(core/dataset/TrainingSelectionTest USES Core::dataset)
add_qt_test(core/dataset/ViewTest USES Core::dataset)
add_qt_test(core/storage/DatabaseTest USES Core::storage)
add_qt_test(core/storage/EditorTest USES Core::storage)
add_qt_test(core/storage/JournalTest USES Core::storage)
add_qt_test(core/storage/VersionRepositoryTest USES Core::storage)
