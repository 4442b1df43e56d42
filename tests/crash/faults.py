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

    def gateway(self, *flags, **more):
        """One whose calls are watched. Not on its way up yet."""
        gateway = Gateway("--persistence.file=%s" % (self.folder / "data"), *flags, **more)
        gateway.environment = {"LD_PRELOAD": SHIM, "PUSHGATE_FAULT_CONTROL": str(self.path),
                               "PUSHGATE_FAULT_DIRECTORY": str(self.folder)}
        return gateway
