# SPDX-License-Identifier: GPL-3.0-or-later
"""Long files and functions hide a second idea."""
import ast
import re
import unittest

import tree

FILE_LINES = 400
HEADER_LINES = 150
FUNCTION_LINES = 40
OPEN = re.compile(r"^( *)\{$")
DATA_TABLE = re.compile(r"::\w+_data\(\)$")  # rows of a test: longer is better
SHELL_FUNCTION = re.compile(r"^\w+\(\) \{$")


def long_cpp_functions(source):
    """(first line, lines) of each body over the limit. clang-format puts a function's braces, and
    no others, alone on lines of the same indentation."""
    found, lines = [], source.splitlines()
    for start, line in enumerate(lines):
        opening = OPEN.match(line)
        if not opening or DATA_TABLE.search(lines[start - 1]):
            continue
        closing = opening.group(1) + "}"
        end = next(at for at in range(start, len(lines)) if lines[at].startswith(closing))
        if end - start - 1 > FUNCTION_LINES:
            found.append((start + 1, end - start - 1))
    return found


def long_python_functions(source):
    return [(node.lineno, node.end_lineno - node.lineno) for node in ast.walk(ast.parse(source))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node.end_lineno - node.lineno > FUNCTION_LINES]


def long_shell_functions(source):
    found, lines = [], source.splitlines()
    for start, line in enumerate(lines):
        if SHELL_FUNCTION.match(line):
            end = next(at for at in range(start, len(lines)) if lines[at] == "}")
            if end - start - 1 > FUNCTION_LINES:
                found.append((start + 1, end - start - 1))
    return found


def long_functions(name, source):
    if name.endswith((".cpp", ".h")):
        return long_cpp_functions(source)
    if name.endswith(".py"):
        return long_python_functions(source)
    return long_shell_functions(source) if source.startswith("#!/usr/bin/env bash") else []


def line_limit(name):
    if name.endswith(".h"):
        return HEADER_LINES
    return FILE_LINES if name.endswith((".cpp", ".py", ".txt", ".cmake", ".js", ".css")) else None


class Sizes(unittest.TestCase):
    def test_files_are_short(self):
        found = []
        for name in tree.files():
            limit, source = line_limit(name), tree.text(name)
            if limit and source is not None and source.count("\n") > limit:
                found.append("%s: %d lines, at most %d" % (name, source.count("\n"), limit))
        self.assertEqual(found, [])

    def test_functions_are_short(self):
        found = []
        for name in tree.files():
            source = tree.text(name)
            for line, length in long_functions(name, source) if source is not None else []:
                found.append("%s:%d: %d lines, at most %d" % (name, line, length, FUNCTION_LINES))
        self.assertEqual(found, [])

    def test_a_long_function_is_seen(self):
        body = "    call();\n"
        for head, tail in [("void f()\n{\n", "}\n"), ("class A {\n    A()\n    {\n", "    }\n};\n")]:
            self.assertEqual(long_cpp_functions(head + body * FUNCTION_LINES + tail), [])
            self.assertEqual(len(long_cpp_functions(head + body * (FUNCTION_LINES + 1) + tail)), 1)
        table = "void TestA::rows_data()\n{\n" + body * 100 + "}\n"
        self.assertEqual(long_cpp_functions(table), [])
        self.assertEqual(len(long_python_functions("def f():\n" + "    g()\n" * 41)), 1)
        self.assertEqual(long_python_functions("def f():\n" + "    g()\n" * 40), [])
        self.assertEqual(len(long_shell_functions("f() {\n" + "    g\n" * 41 + "}\n")), 1)


if __name__ == "__main__":
    unittest.main()
