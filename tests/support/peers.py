# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the programs that we are compared with come from.

usage: peers.py FOLDER: fetches the reference; exits with 77 if it cannot be had
"""
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]


def reference_program(folder):
    """Unpacks the reference into `folder` unless it is there: Debian's stable release has an older
    one. Returns its path."""
    program = folder / "usr/bin/prometheus-pushgateway"
    shared = TOP.parent / "shared/tools/fetch-peers.sh"
    if not program.exists():
        print("Fetching the reference gateway", file=sys.stderr)
        command = [str(shared), str(folder)] if shared.exists() else [
            str(TOP / "tests/support/fetch_peers"), "--suite", "sid", str(folder),
            "prometheus-pushgateway"]
        subprocess.run(command, check=True, stdout=sys.stderr)
    return str(program)


if __name__ == "__main__":
    try:
        reference_program(pathlib.Path(sys.argv[1]))
    except subprocess.CalledProcessError as error:
        print("SKIP: the reference cannot be fetched:", error)
        sys.exit(77)
