# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence of the desktop program is translated into every language that it speaks."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import tree

LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin")
SKIPPED = 77
LANGUAGES = ("de", "en", "fr", "zh_CN")
PLACE = re.compile(r"%(?:n|L?\d+)")


def file_of(language):
    return tree.ROOT / "translations" / ("pushgate_%s.ts" % language)


def unfinished(file):
    return re.findall(r'<translation type="(\w+)"', file.read_text(encoding="utf-8"))


def pairs(file):
    """(source, translation), each form of a plural by itself."""
    for message in re.findall(r"<message.*?</message>", file.read_text(encoding="utf-8"), re.DOTALL):
        source = re.search(r"<source>(.*?)</source>", message, re.DOTALL).group(1)
        forms = re.findall(r"<numerusform>(.*?)</numerusform>", message, re.DOTALL)
        for form in forms or re.findall(r"<translation>(.*?)</translation>", message, re.DOTALL):
            yield source, form


class Translations(unittest.TestCase):
    def test_nothing_is_unfinished(self):
        for language in LANGUAGES:
            self.assertEqual(unfinished(file_of(language)), [], language)

    def test_nothing_is_missing(self):
        for language in LANGUAGES:
            with self.subTest(language), tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / "copy.ts"
                shutil.copy(file_of(language), copy)
                plural = ["-pluralonly"] if language == "en" else []
                subprocess.run([LUPDATE, "gui", "-I", ".", "-locations", "none", *plural,
                                "-ts", str(copy)], cwd=tree.ROOT, check=True, capture_output=True)
                self.assertEqual(unfinished(copy), [], "run ./dev translate, then translate")

    def test_every_place_is_filled_once(self):
        for language in LANGUAGES:
            for source, translation in pairs(file_of(language)):
                self.assertEqual(sorted(PLACE.findall(source)), sorted(PLACE.findall(translation)),
                                 "%s: %s" % (language, source))


if __name__ == "__main__":
    if not LUPDATE:
        print("SKIP: lupdate of Qt 6 is not installed")
        sys.exit(SKIPPED)
    unittest.main()
