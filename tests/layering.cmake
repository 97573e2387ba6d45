# Fails when a folder includes what it must not know (ARCHITECTURE.md). Distributions put OpenCV and Qt under default include
# paths, so private linking alone does not keep a room from reaching out.
function(forbid folder pattern why)
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    foreach(file ${files})
        file(STRINGS ${file} hits REGEX "^#include [<\"](${pattern})")
        if(hits)
            message(SEND_ERROR "${file}: ${why}\n  ${hits}")
        endif()
    endforeach()
endfunction()

forbid(core            "ui/|app/|QWidget|QApplication|QMessageBox"                              "core must run without a window")
forbid(core/base       "core/(dataset|pictures|formats|storage|networks|training|evaluation|inference|modelfiles|project)/|QSql|torch/|opencv2/" "base knows nobody")
forbid(core/dataset    "core/(pictures|formats|storage|networks|training|evaluation|inference|modelfiles|project)/|QSql|torch/|opencv2/" "dataset is plain values")
forbid(core/evaluation "core/(pictures|formats|storage|networks|training|inference|modelfiles|project)/|QSql|torch/|opencv2/" "evaluation is plain values in, plain values out")
forbid(core/pictures   "core/(formats|storage|networks|training|evaluation|inference|modelfiles|project)/|QSql|torch/" "pictures knows files and pixels alone")
forbid(core/formats    "core/(storage|networks|training|evaluation|inference|modelfiles|project)/|QSql|torch/" "formats must not know SQL or torch")
forbid(core/storage    "core/(pictures|formats|networks|training|evaluation|inference|modelfiles|project)/|torch/|opencv2/" "storage must not know torch")
forbid(core/networks   "core/(formats|storage|training|evaluation|inference|modelfiles|project)/|QSql"     "networks must not know SQL or training")
forbid(core/training   "core/(formats|storage|inference|modelfiles|project)/|QSql"                         "training must not know SQL")
forbid(core/inference  "core/(formats|storage|training|modelfiles|project)/|QSql"               "inference must not know SQL or training")
forbid(core/modelfiles "core/(formats|storage|training|evaluation|inference|project)/|QSql"      "modelfiles knows networks and pictures alone")
forbid(core/project    "torch/|opencv2/"                                                        "project joins rooms, it does no tensors")
forbid(ui              "torch/|opencv2/|QSql|app/"                                              "ui talks to core, not to its tools")

# Pictures have one way in.
file(GLOB_RECURSE files ${ROOT}/core/*.cpp ${ROOT}/ui/*.cpp ${ROOT}/app/*.cpp)
foreach(file ${files})
    if(NOT file MATCHES "core/pictures/")
        file(STRINGS ${file} hits REGEX "imread|imdecode|QImageReader|VideoCapture")
        if(hits)
            message(SEND_ERROR "${file}: pixels come from PictureFile alone\n  ${hits}")
        endif()
    endif()
endforeach()

# No nested event loop in the window: what is inside Qt's call (a delegate's commit, a model's setData, a signal) could be gone when
# such a loop returns. Dialogs are opened, and their answers come later (ui/support/Ask).
file(GLOB_RECURSE files ${ROOT}/ui/*.cpp ${ROOT}/ui/*.h)
foreach(file ${files})
    file(STRINGS ${file} hits REGEX "(\\.|->|QMenu::|QDialog::|QDrag::)exec\\(|processEvents|QEventLoop|QFileDialog::get|QInputDialog::get|QColorDialog::get|QFontDialog::get|QMessageBox::(question|information|warning|critical|about)[A-Za-z]*\\(")
    if(hits)
        message(SEND_ERROR "${file}: no nested event loop in the window\n  ${hits}")
    endif()
endforeach()

# A number in a plural is written as every other number is, in the person's language: "1,000 pictures", not "1000 pictures".
file(GLOB_RECURSE files ${ROOT}/core/*.cpp ${ROOT}/ui/*.cpp ${ROOT}/app/*.cpp)
foreach(file ${files})
    file(STRINGS ${file} hits REGEX "\"[^\"]*%n([^A-Za-z]|$)")
    if(hits)
        message(SEND_ERROR "${file}: %Ln writes the number with its separators, %n does not\n  ${hits}")
    endif()
endforeach()

# The collector of texts reads no macros: what one of ours marked would never be translated.
foreach(file ${files})
    file(STRINGS ${file} hits REGEX "#define.*(QT_TRANSLATE_NOOP|QT_TR_NOOP|translate\\()")
    if(hits)
        message(SEND_ERROR "${file}: mark texts by QT_TRANSLATE_NOOP itself\n  ${hits}")
    endif()
endforeach()
