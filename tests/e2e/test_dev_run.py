# SPDX-License-Identifier: GPL-3.0-or-later
"""`./dev run` ends in a running gateway and prints an example that works when pasted."""
import contextlib
import re
import socket
import subprocess
import unittest

from gateway import ROOT, accepts, wait_until


class DevRun(unittest.TestCase):
    def setUp(self):
        self.started = subprocess.Popen([ROOT / "dev", "run"], cwd=ROOT, stdin=subprocess.DEVNULL,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(self.started.stdout.close)
        self.addCleanup(self.end)

    def end(self):
        self.started.terminate()
        self.started.wait(60)

    def example(self):
        """The indented lines after the words that announce them."""
        said, lines = "", []
        for line in self.started.stdout:
            said += line
            if line.startswith("  "):
                lines.append(line.strip())
            elif lines:
                return said, lines
        raise AssertionError("ended without an example:\n" + said)

    def test_the_example_works_when_pasted(self):
        said, lines = self.example()
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)/metrics/job/", said).group(1))
        pasted = subprocess.run(["bash", "-c", "\n".join(lines)], capture_output=True, text=True,
                                timeout=60, check=False)
        self.assertEqual(pasted.returncode, 0, pasted.stderr)
        self.assertIn('backup_duration_seconds{instance="db1",job="backup"} 42.5', pasted.stdout)
        self.started.terminate()
        self.assertEqual(self.started.wait(60), 0)
        wait_until(lambda: not accepts(port), 10, "the gateway has ended as well")


class DevRunBesideAnother(DevRun):
    """The same where port 9091 is taken."""

    def setUp(self):
        taken = self.enterContext(socket.socket())
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # somebody else has it, which does as well
            taken.bind(("127.0.0.1", 9091))
            taken.listen()
        super().setUp()

    def example(self):
        said, lines = super().example()
        self.assertIn("Port 9091 is taken", said)
        return said, lines


if __name__ == "__main__":
    unittest.main()
