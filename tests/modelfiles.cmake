add_qt_test(core/modelfiles/ModelFileTest TORCH USES Core::modelfiles Core::networks)
