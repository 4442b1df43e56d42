# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies made while a gateway takes pushes: each is the state at one moment, with all that had
been acknowledged when the copy was asked for. What is exported meanwhile as well."""
import pathlib
import random
import subprocess
import tempfile
import time
import unittest

from gateway import Gateway, command
from history import Group, Writer, check_prefix, look

WRITERS = 6


class UnderLoad(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.file = "--persistence.file=%s" % (self.folder / "data")
        self.groups = [Group(str(number)) for number in range(2 * WRITERS)]

    def copy(self, how, name):
        """Makes a copy; when it was asked for."""
        time.sleep(0.2)
        begun = time.monotonic()
        done = subprocess.run([*command(), self.file, "--persistence.%s=%s" % (how, self.folder / name)],
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return begun

    def copies(self, gateway, *hows):
        """Copies made under load: name -> when."""
        writers = [Writer(gateway.port, self.groups[number::WRITERS], random.Random(number))
                   for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        made = {how + str(number): self.copy(how, how + str(number))
                for number in range(3) for how in hows}
        for writer in writers:
            writer.stopping.set()
            writer.join(60)
            self.assertEqual(writer.oddities, [])
        self.assertGreater(sum(writer.answers for writer in writers), 20)
        return made

    def check(self, name, begun):
        with Gateway("--persistence.file=%s" % (self.folder / name)) as gateway:
            found = look(gateway)
        check_prefix(self.groups, found)
        for group in self.groups:
            due = max(at for at, operation in enumerate(group.operations)
                      if operation.acknowledged < begun)
            self.assertGreaterEqual(group.possible(found.get(group.name))[-1], due, group.name)

    def test_each_copy_is_a_state_of_its_time(self):
        with Gateway(self.file) as gateway:
            made = self.copies(gateway, "backup", "export-gob")
        for name, begun in made.items():
            with self.subTest(copy=name):
                self.check(name, begun)


if __name__ == "__main__":
    unittest.main()
