# tests of the rooms evaluation and inference
add_qt_test(core/evaluation/AveragePrecisionTest USES Core::evaluation)
add_qt_test(core/evaluation/ThresholdsTest       USES Core::evaluation)
add_qt_test(core/evaluation/EvaluationReportTest USES Core::evaluation)
add_qt_test(core/inference/PredictorTest TORCH USES Core::inference Core::networks Core::pictures)
add_qt_test(core/inference/PredictionStreamTest TORCH USES Core::inference Core::networks Core::pictures)
add_qt_test(core/project/PredictionRunTest TORCH USES Core::project Core::networks)
add_qt_test(core/project/AnswerStoreTest USES Core::project)
