# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what a persistence file costs and what it takes to come back from one.

Durable pushes are set against pushes in memory and against what the disk can sync, all measured in
turns in the same run. The exit status is 1 if a budget was missed.
"""
import argparse
import contextlib
import datetime
import os
import pathlib
import re
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import peers  # noqa: E402 (needs the path)
from gateway import Gateway, wait_until  # noqa: E402 (needs the path)
from rivals import Rival  # noqa: E402 (needs the path)

CONNECTIONS = (1, 8, 64, 256)
ROUNDS = 3
SECONDS = 2
GROUPS = 100
MANY = (("bench", 100, 15_000),)  # 1.5 million series

SYNCED_BY_64 = 20  # pushes acknowledged per commit, which is one sync; 64 connections
RELAXED_SHARE = 0.85  # of the rate in memory, 5 s
RESTART_SHARE = 1 / 3  # of the reference's time


def syncs_per_second(folder):
    """What the disk does of the least that a commit needs: 16 KiB appended, then synced."""
    path, count = folder / "synced", 0
    with path.open("wb", buffering=0) as file:
        begun = time.perf_counter()
        while time.perf_counter() - begun < 1:
            file.write(bytes(16 * 1024))
            os.fsync(file.fileno())
            count += 1
        took = time.perf_counter() - begun
    path.unlink()
    return count / took


def commits_of(gateway):
    return int(re.search(r"^pushgate_persistence_commits_total (\S+)$", gateway.scrape(), re.M)[1])


class Rates:
    """Pushes a second in each of several rounds, and commits where there are any."""

    def __init__(self):
        self.rates, self.pushes, self.commits = [], 0, 0

    def add(self, report, commits):
        self.rates.append(report["pushes"] / report["seconds"])
        self.pushes += report["pushes"]
        self.commits += commits

    @property
    def rate(self):
        return statistics.median(self.rates)


def push(rival, rates, connections, is_durable):
    before = commits_of(rival.gateway) if is_durable else 0
    report = rival.load(groups=GROUPS, series=10, seconds=SECONDS, connections=connections)
    rates.add(report, commits_of(rival.gateway) - before if is_durable else 0)


@contextlib.contextmanager
def running(options, *flags):
    rival = Rival(Gateway(*flags, argv=[options.gateway]), options.push_load)
    try:
        yield rival
    finally:
        rival.close()


def number(value):
    return "{:,.{}f}".format(value, 0 if value >= 100 else 1 if value >= 10 else 2)


class Table:
    def __init__(self, *heading):
        print("\n| %s |\n|%s" % (" | ".join(heading), " --- |" * len(heading)), flush=True)

    def row(self, *cells):
        print("| %s |" % " | ".join(cells), flush=True)


def verdict(is_met):
    return "met" if is_met else "MISSED"


def measure_pushes(options, folder):
    """Whether the budget of 64 connections was met."""
    table = Table("connections", "in memory", "durable", "share", "the disk syncs",
                  "pushes per commit", "budget")
    is_met = True
    with running(options, "--persistence.file=") as memory, \
            running(options, "--persistence.file=%s" % (folder / "durable")) as durable:
        for connections in CONNECTIONS:
            fast, safe, syncs = Rates(), Rates(), []
            for _ in range(ROUNDS):
                syncs.append(syncs_per_second(folder))
                push(memory, fast, connections, is_durable=False)
                push(durable, safe, connections, is_durable=True)
            per_commit = safe.pushes / safe.commits
            budget = ""
            if connections == 64:
                is_met = per_commit >= SYNCED_BY_64
                budget = "%d: %s" % (SYNCED_BY_64, verdict(is_met))
            table.row(str(connections), number(fast.rate) + " /s", number(safe.rate) + " /s",
                      number(safe.rate / fast.rate), number(statistics.median(syncs)) + " /s",
                      number(per_commit), budget)
    return is_met


def measure_relaxed(options, folder):
    """Pairs of runs close together, so that what else the machine does hurts both."""
    table = Table("interval 5 s, 8 connections", "in memory", "relaxed", "share", "budget")
    with running(options, "--persistence.file=") as memory, \
            running(options, "--persistence.file=%s" % (folder / "relaxed"),
                    "--persistence.interval=5s") as relaxed:
        fast, safe = Rates(), Rates()
        for _ in range(2 * ROUNDS + 1):
            push(memory, fast, 8, is_durable=False)
            push(relaxed, safe, 8, is_durable=True)
    shares = [ours / theirs for ours, theirs in zip(safe.rates, fast.rates)]
    share = statistics.median(shares)
    is_met = share >= RELAXED_SHARE
    table.row("%d commits" % safe.commits, number(fast.rate) + " /s", number(safe.rate) + " /s",
              number(share), "%g: %s" % (RELAXED_SHARE, verdict(is_met)))
    return is_met


def seeded(program, folder, push_load, flags):
    """A file of 1.5 million series that the program wrote; its flag."""
    file = "--persistence.file=%s" % (folder / "stored")
    gateway = Gateway(file, *flags, argv=[program])
    rival = Rival(gateway, push_load)
    rival.seed(MANY)
    gateway.stop(seconds=600)
    rival.close()
    return file


def start_time(program, file):
    """Seconds from the start of the process until it is ready, and its memory then."""
    begun = time.perf_counter()
    gateway = Gateway(file, "--persistence.interval=24h", argv=[program])
    with gateway:
        wait_until(lambda: gateway.get("/-/ready").status == 200, 600, "it is ready")
        took, memory = time.perf_counter() - begun, gateway.peak_memory()
        gateway.process.kill()
    return took, memory


def measure_restart(options):
    table = Table("restart with 1,500,000 series", "seconds", "peak memory", "share", "budget")
    programs = [("reference", options.reference, ["--push.disable-consistency-check"]),
                ("ours", options.gateway, ["--persistence.interval=5s"])]
    with tempfile.TemporaryDirectory(prefix="pushgate-bench-") as top:
        files, best = {}, {}
        for name, program, flags in programs:
            folder = pathlib.Path(top) / name
            folder.mkdir()
            files[name] = seeded(program, folder, options.push_load, flags)
        for _ in range(ROUNDS):
            for name, program, _ in programs:
                result = start_time(program, files[name])
                best[name] = min(best.get(name, result), result)
    share = best["ours"][0] / best["reference"][0]
    is_met = share <= RESTART_SHARE
    for name, (took, memory) in best.items():
        table.row(name, number(took), "%d MiB" % (memory >> 20),
                  number(share) if name == "ours" else "",
                  "1/3: " + verdict(is_met) if name == "ours" else "")
    return is_met


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gateway", required=True, help="our daemon")
    parser.add_argument("--push-load", required=True, help="the load generator")
    parser.add_argument("--peers", required=True, type=pathlib.Path, help="where the reference is kept")
    options = parser.parse_args()
    options.reference = peers.reference_program(options.peers)
    print("%s, %d cores, `./dev bench durable`; pushes of 10 series to %d groups" % (
        datetime.date.today().isoformat(), os.cpu_count(), GROUPS))
    with tempfile.TemporaryDirectory(prefix="pushgate-bench-") as folder:
        met = [measure_pushes(options, pathlib.Path(folder)),
               measure_relaxed(options, pathlib.Path(folder))]
    met.append(measure_restart(options))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
