#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the persistence files beside this one with a Go Pushgateway.

usage: PYTHONPATH=tests/support:tests/conformance tests/data/gob/record.py PUSHGATEWAY
"""
import pathlib
import shutil
import sys
import tempfile

from every_type import push_contradictions, push_everything
from gateway import Gateway

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {
    "every_type.gob": (push_everything, ["--push.enable-utf8-names"]),
    "contradictions.gob": (push_contradictions, ["--push.disable-consistency-check"]),
    "empty.gob": (lambda gateway: None, []),
}


def main(program):
    for name, (fill, flags) in KINDS.items():
        with tempfile.TemporaryDirectory() as folder:
            file = folder + "/data"
            with Gateway("--persistence.file=" + file, *flags, argv=[program]) as gateway:
                fill(gateway)
                assert gateway.stop() == 0
            shutil.copyfile(file, HERE / name)
            print(name, (HERE / name).stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1])
