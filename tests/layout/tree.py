# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own files, as git sees them: tracked, or new and not ignored."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Taken over whole from elsewhere, or data: held to no rule about how our own files read.
FOREIGN = ("tests/conformance/cases/", "tests/conformance/run.py", "tests/conformance/README.md",
           "tests/data/", "tests/fuzz/corpus/", "LICENSE")


def files(*suffixes):
    """Paths relative to the top, `/` between parts; all files where no suffix is given."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True).stdout.decode()
    names = sorted(set(listing.split("\0")) - {""})
    return [name for name in names if (ROOT / name).is_file()
            and not name.startswith(FOREIGN) and (not suffixes or name.endswith(suffixes))]


def text(name):
    """None where the file is no text."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def cpp_files():
    return files(".h", ".cpp")


def rooms():
    lines = (ROOT / "tests/layout/rooms.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
