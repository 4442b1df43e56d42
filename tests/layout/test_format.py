# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format 14 leaves every source as it is. Other versions format differently, so without
this one the test is skipped."""
import shutil
import subprocess
import sys
import unittest

import tree

FORMATTER = "clang-format-14"
SKIPPED = 77


class Format(unittest.TestCase):
    def test_every_source_is_formatted(self):
        names = tree.cpp_files()
        self.assertTrue(names, "no source found")
        run = subprocess.run([FORMATTER, "--dry-run", "-Werror", *names], cwd=tree.ROOT,
                             capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, "run `./dev format`:\n" + run.stderr[:4000])


if __name__ == "__main__":
    if not shutil.which(FORMATTER):
        print("SKIP: %s is not installed" % FORMATTER)
        sys.exit(SKIPPED)
    unittest.main()
