# What an installed Oriel consists of, and how CPack wraps it: a .deb here on Linux (the portable archive is a target of its own, see
# linux/), an installer on Windows, a disk image on macOS.
include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # a package needs the programs, not the tests

# The shared libraries of libtorch that a running program needs; a CUDA build adds its own. Not libtorch_python and what serves it.
# The wheel keeps everything in one folder: lib/ on each system.
set(oriel_torch_names c10 torch torch_cpu c10_cuda torch_cuda torch_cuda_linalg caffe2_nvrtc cudnn* cublas* cufft* cusolver* cusparse* cudart* nvrtc* nvJitLink* gomp* omp uv fbgemm asmjit iomp5md libiomp5md)
set(oriel_torch_libraries)
foreach(name ${oriel_torch_names})
    if(WIN32)
        file(GLOB found ${TORCH_LIBRARY_DIR}/${name}.dll ${TORCH_LIBRARY_DIR}/${name}64_*.dll)
    else()
        file(GLOB found ${TORCH_LIBRARY_DIR}/lib${name}${CMAKE_SHARED_LIBRARY_SUFFIX} ${TORCH_LIBRARY_DIR}/lib${name}${CMAKE_SHARED_LIBRARY_SUFFIX}.*
            ${TORCH_LIBRARY_DIR}/lib${name}-*${CMAKE_SHARED_LIBRARY_SUFFIX}.*)
    endif()
    list(APPEND oriel_torch_libraries ${found})
endforeach()
list(REMOVE_DUPLICATES oriel_torch_libraries)

set(CPACK_PACKAGE_NAME oriel)
set(CPACK_PACKAGE_VENDOR "Oriel")
set(CPACK_PACKAGE_CONTACT "Oriel <oriel@localhost.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Studio for annotating pictures and training vision models")
set(CPACK_PACKAGE_DESCRIPTION "One person, on one machine, brings in pictures, annotates them, trains networks that classify, tag or detect,
watches the training live, judges the result and takes the model away. Nothing is sent anywhere, and no account exists.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)

# Installs the sample and the weights into the folder where core/base/Shipped looks for them, and the licences beside.
function(oriel_install_shipped folder)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/sample/ DESTINATION ${folder}/sample PATTERN "*.py" EXCLUDE)
    if(ORIEL_WEIGHTS AND EXISTS ${ORIEL_WEIGHTS})
        install(DIRECTORY ${ORIEL_WEIGHTS}/ DESTINATION ${folder}/weights FILES_MATCHING PATTERN "*.safetensors")
    endif()
    install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/packaging/LICENCES.md DESTINATION ${folder}/licences)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/fonts/OFL.txt DESTINATION ${folder}/licences)
    foreach(texts ${TORCH_ROOT}/LICENSE ${TORCH_ROOT}/NOTICE) # of an archive of libtorch
        if(EXISTS ${texts})
            install(FILES ${texts} DESTINATION ${folder}/licences/libtorch)
        endif()
    endforeach()
    file(GLOB texts ${TORCH_ROOT}/../torch-*.dist-info/licenses) # of the Python package, with those of the parts inside it
    if(texts)
        install(DIRECTORY ${texts}/ DESTINATION ${folder}/licences/libtorch)
    endif()
endfunction()

if(WIN32)
    include(packaging/windows/Windows.cmake)
elseif(APPLE)
    include(packaging/macos/macOS.cmake)
else()
    include(packaging/linux/Linux.cmake)
endif()
include(CPack)
