"""Writes reference.json: what the Python reference network answers on a made picture, to prove that the C++ one is the same.

Usage: python make_reference.py REFERENCE_FOLDER WEIGHTS_FOLDER OUT.json
REFERENCE_FOLDER holds efficientnet_lite.py (class EfficientNetLite), WEIGHTS_FOLDER the converted efficientnet-lite*.safetensors.
The tensors go in by order: both sides list them in the order of the network.
"""
import importlib.util
import json
import pathlib
import sys

import torch
from safetensors.torch import load_file

SIDES = {"efficientnet-lite0": 224, "efficientnet-lite1": 224, "efficientnet-lite2": 256}


def picture(side):
    """uint8 [side,side,3]; the same integers in the C++ test."""
    y, x, c = torch.meshgrid(torch.arange(side), torch.arange(side), torch.arange(3), indexing="ij")
    return ((x * 7 + y * 13 + c * 29 + x * y // 17) % 256).to(torch.uint8)


def main():
    reference, weights, out = map(pathlib.Path, sys.argv[1:])
    spec = importlib.util.spec_from_file_location("efficientnet_lite", reference / "efficientnet_lite.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    converter = importlib.util.spec_from_file_location("convert_weights", pathlib.Path(__file__).parents[3] / "core/networks/convert_weights.py")
    names = importlib.util.module_from_spec(converter)
    converter.loader.exec_module(names)
    torch.set_num_threads(1)
    answers = {}
    for variant, (key, side) in enumerate(SIDES.items()):
        state = load_file(weights / f"{key}.safetensors")
        network = module.EfficientNetLite(variant).eval()
        own = {k: v for k, v in network.state_dict().items() if not k.endswith("num_batches_tracked")}
        network.load_state_dict({mine: state[theirs] for mine, theirs in zip(own, names.targets(variant), strict=True)}, strict=False)
        x = picture(side).permute(2, 0, 1)[None].float().sub(127).div(128)
        with torch.no_grad():
            answers[key] = {"side": side, "logits": [round(v, 6) for v in network(x)[0].tolist()]}
    out.write_text(json.dumps(answers) + "\n")


if __name__ == "__main__":
    main()
