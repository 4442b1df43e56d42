# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the gateway against the Go Pushgateway in the same run and prints one table.

Both hold the same groups and take turns, each the best of a few runs, so that a busy moment of
the machine hurts neither alone. The exit status is 1 if a budget that is due was missed.
"""
import argparse
import datetime
import itertools
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

import peers  # noqa: E402 (needs the path)
import rivals  # noqa: E402 (needs the path)
import workloads  # noqa: E402

def version_of(program):
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return (said.stdout + said.stderr).split("version ")[1].split()[0]


def better(unit, first, second):
    """The better of two measurements."""
    if unit == workloads.PER_SECOND:
        return max(first, second, key=lambda one: one.value)
    return min(first, second, key=lambda one: one.value)


def measure(workload, pair):
    """The best measurement of each rival, who take turns."""
    best = [None] * len(pair)
    for _ in range(workload.runs):
        for at, rival in enumerate(pair):
            workload.prepare(rival)
            result = workload.measure(rival)
            best[at] = better(workload.unit, best[at], result) if best[at] else result
    return best


def run_scene(scene, chosen, options):
    """name -> (reference's measurement or None, ours) for the workloads of one scene."""
    needs_reference = any(not one.compared_to for one in chosen)
    us = rivals.ours(options.gateway, options.push_load, scene)
    them = None
    try:
        if needs_reference:
            them = rivals.reference(options.reference, options.push_load, scene)
        results = {}
        for workload in chosen:
            print("Measuring %s" % workload.name, file=sys.stderr)
            if workload.compared_to:
                results[workload.name] = (None, *measure(workload, [us]))
            else:
                results[workload.name] = tuple(measure(workload, [them, us]))
        return results
    finally:
        us.close()
        if them:
            them.close()


def ratio_of(workload, results):
    theirs, ours = results[workload.name]
    if workload.compared_to:
        return ours.value / results[workload.compared_to][1].value
    if workload.unit == workloads.PER_SECOND:
        return ours.value / theirs.value
    return theirs.value / ours.value


def number(value):
    if value is None:
        return "-"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return "{:,.{}f}".format(value, digits)


def row(workload, results):
    """The cells of a line, and whether a budget that is due was missed."""
    theirs, ours = results[workload.name]
    ratio = ratio_of(workload, results)
    met = ratio >= workload.budget
    verdict = "met" if met else "MISSED" if workload.due else "not due yet"
    cells = [workload.title,
             "-" if theirs is None else "%s %s" % (number(theirs.value), workload.unit),
             "%s %s" % (number(ours.value), workload.unit), "%sx" % number(ratio),
             "%gx" % workload.budget, number(theirs and theirs.cpu), number(ours.cpu), verdict]
    return cells, workload.due and not met


def print_table(chosen, results, options):
    print("\n%s, %d cores, `./dev bench%s`\n" % (
        datetime.date.today().isoformat(), os.cpu_count(), " " + options.name if options.name else ""))
    heading = ["workload", "reference %s" % version_of(options.reference), "ours", "times better",
               "budget", "its CPU, ms", "our CPU, ms", "verdict"]
    lines = [row(workload, results) for workload in chosen]
    print("| %s |\n|%s" % (" | ".join(heading), " --- |" * len(heading)))
    for cells, _ in lines:
        print("| %s |" % " | ".join(cells))
    return any(missed for _, missed in lines)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", nargs="?", default="", help="run only this workload")
    parser.add_argument("--list", action="store_true", help="list the workloads")
    parser.add_argument("--gateway", required=True, help="our daemon")
    parser.add_argument("--push-load", required=True, help="the load generator")
    parser.add_argument("--peers", required=True, type=pathlib.Path, help="where the reference is kept")
    return parser.parse_args()


def main():
    options = parse_arguments()
    chosen = workloads.selected(options.name)
    if options.list or not chosen:
        print("\n".join("%-24s %s" % (one.name, one.title) for one in workloads.WORKLOADS))
        return 0 if options.list else 2
    options.reference = peers.reference_program(options.peers)
    results = {}
    for scene, group in itertools.groupby(chosen, key=lambda one: one.scene):
        results.update(run_scene(scene, list(group), options))
    return 1 if print_table(chosen, results, options) else 0


if __name__ == "__main__":
    sys.exit(main())
