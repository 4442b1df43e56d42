# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway whose file system fails when told to: fault_shim.cpp, and what is shared with it."""
import errno
import mmap
import os
import pathlib
import struct
import tempfile

from gateway import INSTRUMENTED, Gateway

SHIM = os.environ.get("PUSHGATE_FAULT_SHIM", "")
FIELDS = ("calls", "first", "last", "kind", "error", "syncs")
BLOCK = 4096
EVER = 2 ** 31 - 1
FAIL, TEAR, DIE = 1, 2, 3
# A sanitizer's library has to be the first one, so nothing can be loaded before it.
WHY_NOT = "sanitizers do not go with a preloaded library" if INSTRUMENTED else (
    "" if SHIM else "PUSHGATE_FAULT_SHIM names no library")


class Faults:
    """The directory `folder` and what happens there; to be used in a `with`."""

    def __enter__(self):
        self.home = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.home.name).resolve() / "data"
        self.folder.mkdir()
        self.shadow = self.folder.with_name("synced")
        self.shadow.mkdir()
        self.path = pathlib.Path(self.home.name) / "control"
        self.path.write_bytes(bytes(4 * len(FIELDS)))
        self.file = open(self.path, "r+b")
        self.shared = mmap.mmap(self.file.fileno(), 0)
        return self

    def __exit__(self, *_):
        self.shared.close()
        self.file.close()
        self.home.cleanup()

    def _set(self, **fields):
        for name, value in fields.items():
            struct.pack_into("=i", self.shared, 4 * FIELDS.index(name), value)

    def _get(self, name):
        return struct.unpack_from("=i", self.shared, 4 * FIELDS.index(name))[0]

    @property
    def calls(self):
        """How many calls could have failed since the last `clear`."""
        return self._get("calls")

    @property
    def syncs(self):
        """How often something was synced."""
        return self._get("syncs")

    def clear(self):
        self._set(last=0, first=0, calls=0)

    def strike(self, first, last=None, kind=FAIL, error=errno.EIO):
        """The calls from `first` (1 is the next one) to `last` (the same) fail."""
        self.clear()
        self._set(kind=kind, error=error, last=first if last is None else last)
        self._set(first=first)

    def cut_power(self, chance):
        """To be called when the gateway has been killed: of what was not synced, each block may be
        on disk or not, as `chance`, a random.Random, has it. Names and lengths alike."""
        for copy in list(self.shadow.iterdir()):
            if not (self.folder / copy.name).exists():
                copy.unlink()
        for path in self.folder.iterdir():
            copy = self.shadow / path.name
            synced = copy.read_bytes() if copy.exists() else b""
            path.write_bytes(mixture(path.read_bytes(), synced, chance))

    def gateway(self, *flags, **more):
        """One whose calls are watched. Not on its way up yet."""
        gateway = Gateway("--persistence.file=%s" % (self.folder / "data"), *flags, **more)
        gateway.environment = {"LD_PRELOAD": SHIM, "PUSHGATE_FAULT_CONTROL": str(self.path),
                               "PUSHGATE_FAULT_DIRECTORY": str(self.folder),
                               "PUSHGATE_FAULT_SHADOW": str(self.shadow)}
        return gateway


def mixture(written, synced, chance):
    """All that was written, nothing but what was synced, or some blocks of each."""
    share = chance.choice([0, 1, chance.random()])
    length = len(written) if chance.random() < share else len(synced)
    blocks = []
    for at in range(0, length, BLOCK):
        new, old = written[at:at + BLOCK], synced[at:at + BLOCK]
        block = new if chance.random() < share else old
        blocks.append(block.ljust(min(BLOCK, length - at), b"\0")[:length - at])
    return b"".join(blocks)
