# libtorch as one imported target, Torch::Torch, from the include and lib folders of the PyPI wheel (or of a libtorch archive).
# The wheel's own TorchConfig.cmake insists on a CUDA toolkit when the wheel was built with CUDA; headers and libraries
# do not, so a CPU and a CUDA wheel both configure and link on a machine without a toolkit.
if(NOT TORCH_ROOT)
    message(FATAL_ERROR "TORCH_ROOT is not set. Run ./dev build, which finds or installs libtorch, or pass -DTORCH_ROOT=<folder with include/ and lib/>.")
endif()
find_path(TORCH_INCLUDE torch/csrc/api/include/torch/torch.h PATHS ${TORCH_ROOT}/include NO_DEFAULT_PATH NO_CACHE REQUIRED)
add_library(Torch::Torch INTERFACE IMPORTED GLOBAL)
target_include_directories(Torch::Torch SYSTEM INTERFACE ${TORCH_INCLUDE} ${TORCH_INCLUDE}/torch/csrc/api/include)
foreach(library c10 torch_cpu torch)
    find_library(TORCH_${library} ${library} PATHS ${TORCH_ROOT}/lib NO_DEFAULT_PATH NO_CACHE REQUIRED)
    target_link_libraries(Torch::Torch INTERFACE ${TORCH_${library}})
endforeach()
# A CUDA build registers its kernels when these are loaded; the linker must not drop them though no symbol is named.
foreach(library c10_cuda torch_cuda)
    find_library(TORCH_${library} ${library} PATHS ${TORCH_ROOT}/lib NO_DEFAULT_PATH NO_CACHE)
    if(TORCH_${library})
        if(UNIX AND NOT APPLE)
            target_link_libraries(Torch::Torch INTERFACE "-Wl,--push-state,--no-as-needed,${TORCH_${library}},--pop-state")
        else()
            target_link_libraries(Torch::Torch INTERFACE ${TORCH_${library}})
        endif()
        # Libraries that a CUDA library needs come from other wheels at run time; they need not be here to link.
        if(UNIX AND NOT APPLE)
            target_link_options(Torch::Torch INTERFACE -Wl,--allow-shlib-undefined)
        endif()
    endif()
endforeach()
set(TORCH_LIBRARY_DIR ${TORCH_ROOT}/lib)
