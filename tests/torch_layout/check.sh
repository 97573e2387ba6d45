#!/usr/bin/env bash
# Shows that Oriel's Torch target configures and links with the layout of a CPU wheel and of a CUDA wheel on a machine without
# a CUDA toolkit. The libraries are stubs of the wheels' names; like the real libtorch_cuda they need a library (libcudart)
# that is not on this machine at link time.
# Usage: check.sh SOURCE_DIR WORK_DIR
set -euo pipefail
source=$1 work=$2
rm -rf "$work" && mkdir -p "$work"

stub() { # NAME BODY [LINK…]: a shared library
    local name=$1 body=$2; shift 2
    echo "$body" | "${CXX:-c++}" -shared -fPIC -x c++ - -o "$lib/lib$name.so" "$@"
}

for kind in cpu cuda; do
    root=$work/$kind lib=$work/$kind/lib
    mkdir -p "$lib" "$root/include/torch/csrc/api/include/torch"
    echo 'int torch_value();' > "$root/include/torch/csrc/api/include/torch/torch.h"
    stub c10 'int c10_value() { return 3; }'
    stub torch_cpu 'int c10_value(); int torch_value() { return c10_value() + 4; }' -L"$lib" -lc10
    stub torch ''
    if [ "$kind" = cuda ]; then
        stub cudart 'int cudaMalloc() { return 0; }'
        stub c10_cuda 'int cudaMalloc(); int c10_cuda_value() { return cudaMalloc(); }' -L"$lib" -lcudart
        stub torch_cuda 'int c10_cuda_value(); int torch_cuda_value() { return c10_cuda_value(); }' -L"$lib" -lc10_cuda
        mv "$lib/libcudart.so" "$work/libcudart.so" # comes from another wheel at run time
    fi
    cmake -S "$source/tests/torch_layout" -B "$work/build-$kind" -G Ninja -DTORCH_ROOT="$root" > "$work/$kind.log"
    cmake --build "$work/build-$kind" >> "$work/$kind.log"
    needed=$(readelf -d "$work/build-$kind/layout" | grep NEEDED)
    if [ "$kind" = cuda ]; then
        grep -q libtorch_cuda <<<"$needed" || { echo "the CUDA kernels were dropped by the linker"; exit 1; }
        mv "$work/libcudart.so" "$lib/"
    else
        ! grep -q cuda <<<"$needed" || { echo "the CPU program asks for CUDA"; exit 1; }
    fi
    LD_LIBRARY_PATH="$lib" "$work/build-$kind/layout" || { echo "the $kind program does not run"; exit 1; }
    echo "$kind: configured, linked and ran without a toolkit"
done
