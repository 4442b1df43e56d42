# SPDX-License-Identifier: GPL-3.0-or-later
"""What was asked of a gateway and what it acknowledged, and whether a restart brought it back.

Each group has one writer, so its history is a list. An operation is acknowledged or not; the last
one may have been done without an answer. What is found must be the state after some operation of
the list that is no earlier than the last one acknowledged.
"""
import http.client
import re
import threading
import time

NEVER = float("inf")
SAMPLE = re.compile(r'^(a|b|push_failure_time_seconds)\{group="([^"]*)",instance="",job="crash"\} (\S+)$',
                    re.MULTILINE)


class Operation:
    """`state`: what the group holds afterwards: a number, None if it is gone. `failed_after`: when
    its last failure was asked for, None if it never failed."""

    def __init__(self, kind, state, failed_after):
        self.kind, self.state, self.failed_after = kind, state, failed_after
        self.sent, self.acknowledged = time.monotonic(), NEVER

    def matches(self, found):
        if found is None or self.state is None:
            return found is None and self.state is None
        value, failure = found
        if value != self.state:
            return False
        return failure == 0 if self.failed_after is None else failure >= self.failed_after

    def __repr__(self):
        return "%s -> %r%s" % (self.kind, self.state,
                               "" if self.acknowledged < NEVER else " (unanswered)")


class Group:
    """One group and all that was done to it since it was last looked at."""

    def __init__(self, name):
        self.name, self.counter = name, 0
        self.operations = [self._start(None, None)]

    @staticmethod
    def _start(state, failed_after):
        start = Operation("start", state, failed_after)
        start.acknowledged = start.sent
        return start

    @property
    def path(self):
        return "/metrics/job/crash/group/" + self.name

    def next_request(self, kind):
        """Notes the operation; method, path, body."""
        last = self.operations[-1]
        self.counter += 1
        if kind == "delete":
            self.operations.append(Operation(kind, None, None))
            return "DELETE", self.path, b""
        if kind == "fail":
            # A failed push of a new group makes the group, without a value.
            state = "marked" if last.state is None else last.state
            self.operations.append(Operation(kind, state, time.time()))
            return "PUT", self.path, b"a 1\na 1\n"
        self.operations.append(Operation(kind, self.counter, last.failed_after))
        if kind == "put":
            return "PUT", self.path, b"a %d\nb %d\n" % (self.counter, self.counter)
        return "POST", self.path, b"b %d\na %d\n" % (self.counter, self.counter)

    def possible(self, found):
        """The numbers of the operations after which the group may look like that."""
        return [at for at, operation in enumerate(self.operations) if operation.matches(found)]

    def last_acknowledged(self):
        return max(at for at, operation in enumerate(self.operations)
                   if operation.acknowledged < NEVER)

    def forget(self, at):
        """What came before is of no interest any more."""
        operation = self.operations[at]
        self.operations = [self._start(operation.state, operation.failed_after)]


ANSWERS = {"put": 200, "post": 200, "delete": 202, "fail": 400}


class Writer(threading.Thread):
    """Writes to groups of its own until the gateway is gone or it is told to stop. What is not
    answered as it should is an `oddity`, unless it is among `excused`."""

    def __init__(self, port, groups, random, excused=()):
        super().__init__(daemon=True)
        self.port, self.groups, self.random, self.excused = port, groups, random, excused
        self.stopping, self.answers, self.oddities = threading.Event(), 0, []

    def run(self):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            while not self.stopping.is_set():
                kind = self.random.choices(["put", "post", "delete", "fail"], [12, 4, 1, 1])[0]
                if not self.ask(link, self.random.choice(self.groups), kind):
                    return
        finally:
            link.close()

    def ask(self, link, group, kind):
        """False once the gateway does not answer any more."""
        method, path, body = group.next_request(kind)
        operation = group.operations[-1]
        try:
            link.request(method, path, body=body)
            reply = link.getresponse()
            text = reply.read()
        except (OSError, http.client.HTTPException):
            return False
        if reply.status == ANSWERS[kind]:
            operation.acknowledged = time.monotonic()
            self.answers += 1
        elif reply.status not in self.excused:
            self.oddities.append((operation, reply.status, text))
        return True


def look(gateway):
    """Group name -> (value, failure time), from one scrape; AssertionError if a push is torn."""
    values = {}
    for name, group, number in SAMPLE.findall(gateway.scrape()):
        values.setdefault(group, {})[name] = float(number)
    found = {}
    for group, of in values.items():
        assert of.get("a") == of.get("b"), "half of a push: %s %s" % (group, of)
        found[group] = (of.get("a", "marked"), of.get("push_failure_time_seconds", 0))
    return found


def check_kept(groups, found):
    """Each group is where it was when its last answer was given, or later."""
    for group in groups:
        possible = group.possible(found.get(group.name))
        assert possible and possible[-1] >= group.last_acknowledged(), (
            "group %s: found %r, possible %s of %s"
            % (group.name, found.get(group.name), possible, group.operations[-8:]))


def check_prefix(groups, found):
    """What is there was asked for before anything that is missing was acknowledged."""
    latest, latest_group = 0, None
    for group in groups:
        possible = group.possible(found.get(group.name))
        assert possible, "group %s was never like that: %r" % (group.name, found.get(group.name))
        sent = group.operations[possible[0]].sent
        if sent > latest:
            latest, latest_group = sent, group
    for group in groups:
        at = group.possible(found.get(group.name))[-1]
        for missing in group.operations[at + 1:]:
            assert missing.acknowledged >= latest, (
                "%r of group %s is lost, but the later one of %s is there"
                % (missing, group.name, latest_group.name))


def go_on(groups, found):
    for group in groups:
        group.forget(group.possible(found.get(group.name))[-1])
