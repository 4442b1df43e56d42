# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the groups API with 10,000 groups of 10 series: what a listing costs, and a long poll.

Costs are processor time of the gateway for one request; times are what a client on the same
machine waits. The exit status is 1 if a budget was missed.
"""
import argparse
import datetime
import os
import pathlib
import statistics
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from gateway import Gateway, read_reply  # noqa: E402 (needs the path)

GROUPS = 10_000
SERIES = 10
ROUNDS = 50
WAITING = 1_000
IDLE_SECONDS = 5


def cpu(gateway):
    """Seconds of processor time so far."""
    threads = pathlib.Path("/proc/%d/task" % gateway.process.pid).iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def query(**parameters):
    return "/api/v1/groups?" + urllib.parse.urlencode(parameters)


def fill(gateway):
    lines = ["# TYPE m%d gauge" % series for series in range(SERIES)]
    lines += ['m%d{job="bench%d",instance="%d"} %d' % (series, group % 100, group, group)
              for series in range(SERIES) for group in range(GROUPS)]
    reply = gateway.request("PUT", "/api/v1/push?group_by=job,instance", "\n".join(lines) + "\n")
    assert reply.status == 200, reply
    assert reply.json()["data"]["groups"] == GROUPS, reply


class Line:
    """One connection that stays open."""

    def __init__(self, gateway):
        self.socket = gateway.connect(timeout=60)
        self.stream = self.socket.makefile("rb")

    def send(self, path):
        self.socket.sendall(("GET %s HTTP/1.1\r\nHost: h\r\n\r\n" % path).encode())

    def receive(self):
        reply = read_reply(self.stream)
        assert reply.status == 200, reply
        return reply

    def ask(self, path):
        self.send(path)
        return self.receive()


def listing(gateway, path, expected):
    """(processor time, time) for one request, in ms; the store changes a little in between."""
    line, times, spent = Line(gateway), [], 0
    assert len(line.ask(path).json()["data"]["groups"]) == expected
    for number in range(ROUNDS):
        gateway.push("bench0/instance/0", "m0 %d\n" % number, method="POST")
        before, begun = cpu(gateway), time.perf_counter()
        line.ask(path)
        times.append(time.perf_counter() - begun)
        spent += cpu(gateway) - before
    return spent / ROUNDS * 1e3, statistics.median(times) * 1e3


def long_poll(gateway):
    """The same for the answer to one change, from the push's own answer on."""
    line, times, spent = Line(gateway), [], 0
    revision = line.ask(query(limit=0)).json()["data"]["revision"]
    pushing = 0
    for number in range(ROUNDS):  # what the pushes cost by themselves
        before = cpu(gateway)
        gateway.push("bench0/instance/0", "m0 %d\n" % number, method="POST")
        pushing += cpu(gateway) - before
    revision = line.ask(query(limit=0)).json()["data"]["revision"]
    for number in range(ROUNDS):
        line.send(query(since=revision, wait="30s"))
        time.sleep(0.05)  # it waits
        before = cpu(gateway)
        gateway.push("bench0/instance/0", "m0 %d\n" % number, method="POST")
        begun = time.perf_counter()
        data = line.receive().json()["data"]
        times.append(time.perf_counter() - begun)
        spent += cpu(gateway) - before
        assert [group["labels"]["instance"] for group in data["groups"]] == ["0"], data["groups"]
        revision = data["revision"]
    return (spent - pushing) / ROUNDS * 1e3, statistics.median(times) * 1e3


def idle_polls(gateway):
    """Processor time in ms a second with a thousand polls waiting, and the time in ms until all of
    them have been told of one change."""
    lines = [Line(gateway) for _ in range(WAITING)]
    revision = lines[0].ask(query(limit=0)).json()["data"]["revision"]
    for line in lines:
        line.send(query(since=revision, wait="60s"))
    time.sleep(1)
    before = cpu(gateway)
    time.sleep(IDLE_SECONDS)
    idle = (cpu(gateway) - before) / IDLE_SECONDS * 1e3
    begun = time.perf_counter()
    gateway.push("bench0/instance/0", "m0 0\n", method="POST")
    for line in lines:
        line.receive()
    return idle, (time.perf_counter() - begun) * 1e3


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gateway", required=True, help="our daemon")
    parser.add_argument("--push-load", help="not used")
    parser.add_argument("--peers", help="not used")
    options = parser.parse_args()
    with Gateway(argv=[options.gateway]) as gateway:
        fill(gateway)
        every = listing(gateway, query(**{"match[]": '{job=~"bench.*",instance!=""}'}), GROUPS)
        some = listing(gateway, query(**{"match[]": '{job=~"bench7."}'}), GROUPS // 10)
        page = listing(gateway, query(limit=100, sort="-age"), 100)
        poll = long_poll(gateway)
        idle, woken = idle_polls(gateway)
    rows = [("10,000 groups listed by a selector that matches all", *every, 10),
            ("same, a selector that matches 1,000 of them", *some, 10),
            ("same, a page of 100 by age", *page, 10),
            ("long poll, one change", *poll, 1),
            ("1,000 polls waiting, CPU per second; until all heard of a change", idle, woken, 1)]
    print("%s, %d cores, `./dev bench groups`\n" % (datetime.date.today().isoformat(), os.cpu_count()))
    print("| groups API | our CPU, ms | time, ms | budget of CPU, ms | verdict |\n|" + " --- |" * 5)
    for title, spent, took, budget in rows:
        print("| %s | %.2f | %.2f | %g | %s |" % (
            title, spent, took, budget, "met" if spent <= budget else "MISSED"))
    return 0 if all(spent <= budget for _, spent, _, budget in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
