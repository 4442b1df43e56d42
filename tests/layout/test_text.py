# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file starts with, and what none may hold."""
import re
import unittest

import tree

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = (".h", ".cpp", ".py", ".js", ".go", ".proto", ".cmake", "CMakeLists.txt", ".lua", ".css")
# A clone must work wherever it lies and whatever mirror its machine is set up with.
MACHINE = re.compile(r"(?<![\w./-])/(?:work|home|root|Users)/\w")
REGISTRY = re.compile(r"\b(?:deb|security|ftp)\.debian\.org\b|\bsnapshot\.debian\.org\b"
                      r"|\bregistry\.(?:npmjs\.org|yarnpkg\.com)\b|\bproxy\.golang\.org\b"
                      r"|\bpypi\.org\b|\bfiles\.pythonhosted\.org\b")


def starts_with_licence(source):
    lines = source.splitlines()[:2]
    if lines and lines[0].startswith("#!"):
        lines = lines[1:]
    return bool(lines) and SPDX in lines[0]


def is_code(name, source):
    return name.endswith(CODE) or source.startswith("#!")


class Text(unittest.TestCase):
    def each(self, predicate):
        """The files that are text and for which `predicate(name, source)` holds."""
        sources = [(name, tree.text(name)) for name in tree.files()]
        return [name for name, source in sources if source is not None and predicate(name, source)]

    def test_code_names_its_licence_first(self):
        self.assertEqual(self.each(lambda name, source: is_code(name, source)
                                   and not starts_with_licence(source)), [])

    def test_headers_are_guarded_by_pragma_once(self):
        self.assertEqual(self.each(lambda name, source: name.endswith(".h")
                                   and "\n#pragma once\n" not in source), [])

    def test_no_path_of_one_machine(self):
        self.assertEqual(self.each(lambda _, source: MACHINE.search(source)), [])

    def test_no_host_of_a_package_registry(self):
        self.assertEqual(self.each(lambda _, source: REGISTRY.search(source)), [])

    def test_text_ends_in_one_newline_without_trailing_blanks(self):
        self.assertEqual(self.each(lambda _, source: source and not re.search(r"[^\n]\n\Z", source)
                                   or re.search(r"[ \t\r]$", source, re.MULTILINE)), [])

    def test_what_is_forbidden_is_seen(self):
        self.assertTrue(MACHINE.search("see " + "/" + "home/jo/src"))
        self.assertTrue(REGISTRY.search("http://" + "deb." + "debian.org/debian"))
        self.assertFalse(MACHINE.search("/usr/share/gocode"))
        self.assertFalse(starts_with_licence("#pragma once\n"))
        self.assertTrue(starts_with_licence("#!/usr/bin/env bash\n# %s\n" % SPDX))


if __name__ == "__main__":
    unittest.main()
