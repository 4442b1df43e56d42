# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: `rooms.txt` has the order inside core."""
import re
import unittest

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
HOUSES = {"core": {"core"}, "daemon": {"core", "daemon"}, "gui": {"core", "gui"},
          "tests": {"core", "daemon", "gui", "tests"}}
# The only file that knows Qt's server, because its interface differs between versions of Qt.
HTTP_SERVER = re.compile(r"^QtHttpServer/|^Q(Abstract)?HttpServer\w*$")
HTTP_SERVER_FILES = ("daemon/http/front.h", "daemon/http/front.cpp")


def includes(source):
    return [(quote, path) for quote, path in INCLUDE.findall(source)]


def objection(name, quote, path, rooms):
    """Why the file `name` may not include `path`, or None."""
    if HTTP_SERVER.match(path) and name.startswith("daemon/") and name not in HTTP_SERVER_FILES:
        return "only daemon/http/front knows QHttpServer"
    if quote == "<":
        return None
    if path.startswith(".") or path.split("/")[0] not in HOUSES:
        return None if path.endswith((".moc", ".pb.h")) else "is not written from the top folder"
    house, target = name.split("/")[0], path.split("/")[0]
    if target not in HOUSES.get(house, set()):
        return "%s may not include %s" % (house, target)
    if house == target == "core":
        room, other = name.split("/")[1], path.split("/")[1]
        if room in rooms and other in rooms and rooms.index(other) > rooms.index(room):
            return "core/%s may not include core/%s" % (room, other)
    return None


class Includes(unittest.TestCase):
    def test_every_include_is_allowed(self):
        rooms = tree.rooms()
        found = []
        for name in tree.cpp_files():
            for quote, path in includes(tree.text(name)):
                reason = objection(name, quote, path, rooms)
                if reason:
                    found.append("%s: %s: %s" % (name, path, reason))
        self.assertEqual(found, [])

    def test_a_source_includes_its_own_header_first(self):
        found = []
        for name in tree.files(".cpp"):
            header = name[:-len("cpp")] + "h"
            if (tree.ROOT / header).is_file():
                first = includes(tree.text(name))[:1]
                if [path for _, path in first] != [header]:
                    found.append("%s: %s does not come first" % (name, header))
        self.assertEqual(found, [])

    def test_every_room_of_core_is_listed(self):
        rooms = {name.split("/")[1] for name in tree.cpp_files() if name.startswith("core/")}
        self.assertEqual(rooms - set(tree.rooms()), set())

    def test_a_forbidden_include_is_seen(self):
        rooms = ["base", "model", "store"]
        for name, path in [("core/base/a.h", "core/model/b.h"), ("core/model/a.h", "core/store/b.h"),
                           ("core/base/a.h", "daemon/service.h"), ("daemon/a.h", "gui/b.h"),
                           ("gui/a.h", "daemon/b.h"), ("core/base/a.cpp", "../model/b.h"),
                           ("daemon/a.cpp", "b.h"), ("daemon/http/worker.h", "QHttpServerRequest")]:
            with self.subTest(name=name, path=path):
                self.assertIsNotNone(objection(name, '"', path, rooms))

    def test_a_proper_include_is_not(self):
        rooms = ["base", "model", "store"]
        for name, path in [("core/store/a.h", "core/model/b.h"), ("core/base/a.h", "core/base/b.h"),
                           ("daemon/a.h", "core/store/b.h"), ("tests/daemon/a.cpp", "daemon/b.h"),
                           ("tests/core/tst_a.cpp", "tst_a.moc"), ("core/parse/a.cpp", "metrics.pb.h")]:
            with self.subTest(name=name, path=path):
                self.assertIsNone(objection(name, '"', path, rooms))
        self.assertIsNone(objection("daemon/http/front.cpp", "<", "QHttpServerRequest", rooms))


if __name__ == "__main__":
    unittest.main()
