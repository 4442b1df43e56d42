# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of the crash tests sees what it is there to see."""
import unittest

from history import NEVER, Group, check_kept, check_prefix


def written(name, *operations):
    """A group with these operations: (kind, sent, acknowledged)."""
    group = Group(name)
    group.operations[0].sent = group.operations[0].acknowledged = 0
    for kind, sent, acknowledged in operations:
        group.next_request(kind)
        group.operations[-1].sent, group.operations[-1].acknowledged = sent, acknowledged
    return group


class Kept(unittest.TestCase):
    def setUp(self):
        self.group = written("g", ("put", 1, 2), ("put", 3, 4), ("post", 5, NEVER))

    def test_the_last_acknowledged_state_or_a_later_one_is_right(self):
        for value in (2, 3):
            check_kept([self.group], {"g": (value, 0)})

    def test_an_earlier_state_is_wrong(self):
        for found in ({}, {"g": (1, 0)}):
            with self.assertRaises(AssertionError):
                check_kept([self.group], found)

    def test_what_never_was_is_wrong(self):
        for found in ((4, 0), ("marked", 0)):
            with self.assertRaises(AssertionError):
                check_kept([self.group], {"g": found})

    def test_failure_marks_count(self):
        self.group.next_request("fail")
        operation = self.group.operations[-1]
        operation.acknowledged = 7
        check_kept([self.group], {"g": (3, operation.failed_after + 1)})
        with self.assertRaises(AssertionError):
            check_kept([self.group], {"g": (3, 0)})

    def test_deletions_count(self):
        self.group.next_request("delete")
        self.group.operations[-1].acknowledged = 7
        check_kept([self.group], {})
        with self.assertRaises(AssertionError):
            check_kept([self.group], {"g": (3, 0)})


class Prefix(unittest.TestCase):
    def setUp(self):
        self.groups = [written("a", ("put", 1, 2), ("put", 5, 6)),
                       written("b", ("put", 3, 4), ("put", 7, 8))]

    def test_each_prefix_is_right(self):
        for a, b in ((0, 0), (1, 0), (1, 1), (2, 1), (2, 2)):
            found = {"a": (a, 0), "b": (b, 0)}
            check_prefix(self.groups, {name: state for name, state in found.items() if state[0]})

    def test_a_later_push_without_an_earlier_one_is_wrong(self):
        for found in ({"b": (1, 0)}, {"a": (2, 0)}, {"a": (1, 0), "b": (2, 0)}):
            with self.assertRaises(AssertionError):
                check_prefix(self.groups, found)

    def test_what_overlapped_may_have_come_in_either_order(self):
        groups = [written("a", ("put", 1, 5)), written("b", ("put", 2, 4))]
        for found in ({"a": (1, 0)}, {"b": (1, 0)}):
            check_prefix(groups, found)


if __name__ == "__main__":
    unittest.main()
