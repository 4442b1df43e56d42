# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` puts where, and that it runs from there."""
import configparser
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD = sys.argv[1:3]
ID = "org.pushgate.admin"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
EXPECTED = {
    "bin/pushgate-admin",
    "bin/pushgated",
    "share/applications/%s.desktop" % ID,
    "share/metainfo/%s.metainfo.xml" % ID,
    "share/icons/hicolor/scalable/apps/%s.svg" % ID,
    *("share/icons/hicolor/%dx%d/apps/%s.png" % (size, size, ID) for size in SIZES),
}


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", "/usr"], check=True,
                       capture_output=True, env={**os.environ, "DESTDIR": cls.folder.name})
        cls.root = pathlib.Path(cls.folder.name) / "usr"

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_everything_is_in_its_place(self):
        found = {str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file()}
        self.assertEqual(found, EXPECTED)

    def test_programs_start(self):
        for program in ("pushgate-admin", "pushgated"):
            ran = subprocess.run([self.root / "bin" / program, "--version"], capture_output=True,
                                 text=True, timeout=30, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
            self.assertEqual(ran.returncode, 0, ran.stderr)
            self.assertIn("pushgate", ran.stdout + ran.stderr)

    def test_menu_entry_starts_what_is_installed(self):
        entry = configparser.ConfigParser(interpolation=None)
        entry.optionxform = str
        entry.read(self.root / "share/applications" / (ID + ".desktop"), encoding="utf-8")
        for section in entry.sections():
            program = entry[section]["Exec"].split()[0]
            self.assertTrue(os.access(self.root / "bin" / program, os.X_OK), section)
        self.assertEqual(entry["Desktop Entry"]["Icon"], ID)

    def test_nothing_is_left_to_fill_in(self):
        text = (self.root / "share/metainfo" / (ID + ".metainfo.xml")).read_text(encoding="utf-8")
        self.assertNotIn("@", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
