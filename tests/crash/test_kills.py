# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway is killed at random moments under load: after its restart all that it acknowledged is
there. One that writes later loses only the end of the history.

PUSHGATE_CRASH_ROUNDS says how often (10), PUSHGATE_CRASH_SEED with which random moments.
"""
import os
import pathlib
import random
import signal
import tempfile
import time
import unittest

from gateway import Gateway
from history import Group, Writer, check_kept, check_prefix, go_on, look

ROUNDS = int(os.environ.get("PUSHGATE_CRASH_ROUNDS", "10"))
SEED = int(os.environ.get("PUSHGATE_CRASH_SEED", str(random.randrange(1 << 32))))
WRITERS = 8
GROUPS_EACH = 4


class Crashes(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.random = random.Random(SEED)
        self.groups = [[Group("%d-%d" % (writer, number)) for number in range(GROUPS_EACH)]
                       for writer in range(WRITERS)]
        self.all_groups = [group for groups in self.groups for group in groups]

    def start(self, *flags):
        return Gateway("--persistence.file=%s" % (self.folder / "data"), *flags)

    def write_for(self, gateway, seconds, end):
        """Lets all writers write, then calls `end`; how many answers they got."""
        writers = [Writer(gateway.port, groups, random.Random(self.random.random()))
                   for groups in self.groups]
        for writer in writers:
            writer.start()
        time.sleep(seconds)
        end()
        for writer in writers:
            writer.stopping.set()
            writer.join(60)
            self.assertEqual(writer.oddities, [])
        return sum(writer.answers for writer in writers)

    def kill(self, gateway):
        gateway.process.kill()
        gateway.process.wait()

    def round(self, check, *flags):
        with self.start(*flags) as gateway:
            answers = self.write_for(gateway, self.random.uniform(0.02, 0.6),
                                     lambda: self.kill(gateway))
        with self.start(*flags) as gateway:
            found = look(gateway)
            check(self.all_groups, found)
            go_on(self.all_groups, found)
            # The next round goes on from here, sometimes from the very recovery.
            if self.random.random() < 0.5:
                self.kill(gateway)
        return answers

    def test_what_was_acknowledged_survives_each_kill(self):
        print("seed %d" % SEED)
        answers = [self.round(check_kept) for _ in range(ROUNDS)]
        print("%d rounds, %d acknowledged changes, none lost" % (ROUNDS, sum(answers)))
        self.assertGreater(sum(answers), 10 * ROUNDS)

    def test_with_an_interval_only_the_end_is_lost(self):
        answers = [self.round(check_prefix, "--persistence.interval=%s"
                              % self.random.choice(["20ms", "100ms", "300ms"]))
                   for _ in range(max(2, ROUNDS // 4))]
        self.assertGreater(sum(answers), 0)


class Ends(Crashes):
    """Told to stop under full load, a gateway ends in time and has lost nothing."""

    test_what_was_acknowledged_survives_each_kill = None
    test_with_an_interval_only_the_end_is_lost = None

    def stop(self, gateway):
        begun = time.monotonic()
        self.assertEqual(gateway.stop(signal.SIGTERM, seconds=20), 0)
        self.assertLess(time.monotonic() - begun, 5)

    def test_at_once_and_with_an_interval(self):
        for flags in [], ["--persistence.interval=1h"]:
            with self.subTest(flags=flags):
                with self.start(*flags) as gateway:
                    answers = self.write_for(gateway, 1, lambda g=gateway: self.stop(g))
                    self.assertGreater(answers, 10)
                with self.start(*flags) as gateway:
                    found = look(gateway)
                    check_kept(self.all_groups, found)
                    go_on(self.all_groups, found)


if __name__ == "__main__":
    unittest.main()
