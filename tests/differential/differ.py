# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends the same random histories to two gateways and tells where they answer differently.

usage: differ.py --ours PROGRAM --peers FOLDER [--seconds 60] [--seed N] [--most 20]

A history ends quietly where the reference gets into a state that Pushgate refuses to enter (README,
'Differences', no poisoning) and fails every scrape, where it drops the connection, and where Pushgate has a mind of its own.
"""
import argparse
import json
import pathlib
import random
import re
import shlex
import sys
import time

for room in ("conformance", "support"):
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / room))
import peers  # noqa: E402
import run  # noqa: E402
from generate import FLAG_SETS, Generator  # noqa: E402


VARIANTS = 60


def wipe(gateway):
    gateway.http({"method": "PUT", "path": "/api/v1/admin/wipe"})
    end = time.time() + 5
    while json.loads(gateway.http({"path": "/api/v1/metrics"})["body"])["data"]:
        if time.time() > end:
            raise RuntimeError("a gateway keeps groups after a wipe: %r" % gateway.command)
        time.sleep(0.002)


class Pair:
    """The two gateways, started with the same flags."""

    def __init__(self, ours, reference, flags):
        self.reference = run.Gateway(reference, flags=["--web.enable-admin-api", *flags])
        self.ours = run.Gateway(ours, flags=["--web.enable-admin-api", *flags])

    def reference_is_poisoned(self):
        scrape = self.reference.http({"path": "/metrics"})
        return scrape["status"] != 200

    def discard(self):
        self.ours.discard()
        self.reference.discard()


def settled(step, gateway, first):
    """The reference answers unchecked pushes and deletes before it applies them."""
    if first.get("status") == 202:
        time.sleep(0.01)
    return first


def variants(pair, steps):
    """What else the reference answers to the last step: some of it depends on its random map order."""
    for _ in range(VARIANTS):
        wipe(pair.reference)
        for step in steps:
            answer = settled(step, pair.reference, run.do_http(step, pair.reference))
        yield answer


def is_chosen(step, got):
    """A line in braces without a metric name: the reference takes the line before's, or dies."""
    body = run.make_body(step.get("body"))
    return "invalid metric name" in str(got.get("body")) and re.search(rb"(?m)^[ \t]*\{", body)


def difference(pair, history):
    """The number of the first step with different answers and the lines that say how, or None."""
    for number, step in enumerate(history["steps"]):
        want = settled(step, pair.reference, run.do_http(step, pair.reference))
        got = settled(step, pair.ours, run.do_http(step, pair.ours))
        found = want != got and run.compare(want, got, step["check"])
        if found:
            if "error" in want or pair.reference_is_poisoned() or is_chosen(step, got):
                return None
            others = variants(pair, history["steps"][:number + 1])
            known = any(not run.compare(other, got, step["check"]) for other in others)
            return None if known else (number, found)
    return None


def command_of(program):
    return shlex.quote(str(pathlib.Path(program).resolve())) + " --web.listen-address=127.0.0.1:{port}"


def report(seed, history, number, found):
    print("\nseed %d, flags %s, step %d of:" % (seed, " ".join(history["flags"]) or "none", number + 1))
    for step in history["steps"][:number + 1]:
        if step.get("method", "GET") != "GET" or step is history["steps"][number]:
            print("  ", json.dumps(step, ensure_ascii=False))
    for line in found[:8]:
        print("     ", line)
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--ours", required=True, type=pathlib.Path)
    parser.add_argument("--peers", required=True, type=pathlib.Path, help="where the reference is kept")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randint(0, 1 << 40))
    parser.add_argument("--most", type=int, default=20, help="differences reported before it ends")
    options = parser.parse_args()
    reference = command_of(peers.reference_program(options.peers))
    pairs = [Pair(command_of(options.ours), reference, flags) for flags in FLAG_SETS]
    end, seed, differences = time.time() + options.seconds, options.seed, 0
    try:
        while time.time() < end and differences < options.most:
            history = Generator(seed).history()
            pair = pairs[FLAG_SETS.index(history["flags"])]
            wipe(pair.reference)
            wipe(pair.ours)
            if found := difference(pair, history):
                differences += 1
                report(seed, history, *found)
            seed += 1
    finally:
        for pair in pairs:
            pair.discard()
    print("%d histories from seed %d, %d differences" % (seed - options.seed, options.seed, differences))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
