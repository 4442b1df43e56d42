# SPDX-License-Identifier: GPL-3.0-or-later
"""The power fails at random moments under load: whatever was not synced may be lost, block by
block. What was acknowledged is there, and the gateway starts on what is left.

PUSHGATE_CRASH_ROUNDS says how often (10), PUSHGATE_CRASH_SEED with which random moments.
"""
import os
import random
import time
import unittest

from faults import WHY_NOT, Faults
from history import Group, Writer, check_kept, check_prefix, go_on, look

ROUNDS = int(os.environ.get("PUSHGATE_CRASH_ROUNDS", "10"))
SEED = int(os.environ.get("PUSHGATE_CRASH_SEED", str(random.randrange(1 << 32))))
WRITERS = 4


@unittest.skipIf(WHY_NOT, WHY_NOT)
class PowerCuts(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(SEED)
        self.faults = self.enterContext(Faults())
        self.groups = [Group(str(number)) for number in range(3 * WRITERS)]

    def write_until_the_cut(self, gateway):
        writers = [Writer(gateway.port, self.groups[number::WRITERS],
                          random.Random(self.random.random())) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        time.sleep(self.random.uniform(0, 0.3))
        gateway.process.kill()
        gateway.process.wait()
        for writer in writers:
            writer.join(60)
            self.assertEqual(writer.oddities, [])
        self.faults.cut_power(self.random)
        return sum(writer.answers for writer in writers)

    def rounds(self, check, *flags):
        answers = 0
        for _ in range(ROUNDS):
            with self.faults.gateway(*flags) as gateway:
                found = look(gateway)
                check(self.groups, found)
                go_on(self.groups, found)
                answers += self.write_until_the_cut(gateway)
        with self.faults.gateway(*flags) as gateway:
            check(self.groups, look(gateway))
        print("seed %d: %d power cuts, %d acknowledged changes" % (SEED, ROUNDS, answers))
        self.assertGreater(answers, ROUNDS)

    def test_what_was_acknowledged_survives(self):
        self.rounds(check_kept)

    def test_with_an_interval_only_the_end_is_lost(self):
        self.rounds(check_prefix, "--persistence.interval=50ms")


if __name__ == "__main__":
    unittest.main()
