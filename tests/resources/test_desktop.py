# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop reads about pushgate-admin: valid, in every language, and drawn at every size."""
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import unittest

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
DESKTOP = RESOURCES / "desktop"
ENTRY = DESKTOP / "org.pushgate.admin.desktop"
LANGUAGES = ("de", "fr", "zh_CN")
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
TOOLS = ("desktop-file-validate", "appstreamcli")
SKIPPED = 77


def png_size(file):
    head = file.read_bytes()[:24]
    assert head.startswith(b"\x89PNG"), file
    return struct.unpack(">II", head[16:24])


class Desktop(unittest.TestCase):
    def run_tool(self, *command):
        ran = subprocess.run(command, capture_output=True, text=True)
        said = (ran.stdout + ran.stderr).strip()
        self.assertEqual(ran.returncode, 0, said)
        return said

    def test_desktop_entry_is_valid(self):
        self.assertEqual(self.run_tool("desktop-file-validate", str(ENTRY)), "")

    def test_metainfo_is_valid(self):
        said = self.run_tool("appstreamcli", "validate", "--no-net", os.environ["METAINFO"])
        self.assertNotRegex(said, r"(?m)^[EWI]:")

    def test_desktop_entry_speaks_every_language(self):
        text = ENTRY.read_text(encoding="utf-8")
        for key in ("GenericName", "Comment", "Keywords"):
            said = set(re.findall(r"(?m)^%s\[(\w+)\]=\S" % key, text))
            self.assertEqual(said, set(LANGUAGES), key)

    def test_metainfo_speaks_every_language(self):
        text = pathlib.Path(os.environ["METAINFO"]).read_text(encoding="utf-8")
        for element in ("summary", "p", "li", "caption"):
            sentences = len(re.findall("<%s>" % element, text))
            self.assertGreater(sentences, 0, element)
            for language in LANGUAGES:
                said = len(re.findall('<%s xml:lang="%s">' % (element, language), text))
                self.assertEqual(said, sentences, "%s in %s" % (element, language))

    def test_pictures_are_there_in_the_size_told(self):
        text = pathlib.Path(os.environ["METAINFO"]).read_text(encoding="utf-8")
        told = re.findall(r'<image type="source" width="(\d+)" height="(\d+)">[^<]*/screenshots/([\w.-]+)<', text)
        self.assertTrue(told)
        for width, height, name in told:
            self.assertEqual(png_size(RESOURCES / "screenshots" / name), (int(width), int(height)), name)

    def test_icon_is_drawn_at_every_size(self):
        self.assertEqual(sorted(int(file.stem) for file in (DESKTOP / "icons").glob("*.png")), list(SIZES))
        for size in SIZES:
            self.assertEqual(png_size(DESKTOP / "icons" / ("%d.png" % size)), (size, size))


if __name__ == "__main__":
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print("SKIP: not installed: " + ", ".join(missing))
        sys.exit(SKIPPED)
    unittest.main()
