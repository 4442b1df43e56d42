# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured, on which store, and how much better than the reference it has to be."""
import dataclasses
import typing

from gateway import wait_until
from rivals import GZIP

PER_SECOND, MILLISECONDS, MEBIBYTES = "/s", "ms", "MiB"


@dataclasses.dataclass(frozen=True)
class Scene:
    """What is stored beforehand: (job, groups, series in each group)."""
    seeds: tuple
    checked: bool = True  # False: the reference may run unchecked, because no push is measured


HUNDRED = Scene((("bench", 100, 10),))
THOUSAND = Scene((("bench", 1_000, 10),))
TEN_THOUSAND = Scene((("bench", 10_000, 10),))
SERIES_100K = Scene((("bench", 100, 1_000),))
SERIES_300K = Scene((("bench", 300, 1_000),))
SERIES_1500K = Scene((("bench", 100, 15_000),))
MANY_GROUPS = Scene((("bench", 10_000, 10),), checked=False)
WIPED = Scene((("bench", 5_000, 10),), checked=False)


@dataclasses.dataclass(frozen=True)
class Workload:
    """`budget`: how many times better than the reference; with `compared_to`, the share of our own
    result there that must be reached. `due` is false for what a later step has to bring."""
    name: str
    title: str
    scene: Scene
    unit: str
    measure: typing.Callable
    budget: float
    prepare: typing.Callable = lambda rival: None
    runs: int = 3
    due: bool = True
    compared_to: str = ""


def scrape(fields=""):
    return lambda rival: rival.get_time("/metrics", fields)


def reseed(rival):
    """Unchecked pushes are answered before they are stored, so their number is waited for."""
    rival.seed(WIPED.seeds)
    (_, groups, _), = WIPED.seeds
    wait_until(lambda: len(rival.gateway.groups()) == groups, 60, "every group is stored")


def scraped_in_both_ways(rival):
    for fields in ("", GZIP):
        rival.get("/metrics", fields)


# In the order of the table; those of one scene stand together and share its store.
WORKLOADS = [
    Workload("push-100", "checked push of 10 series, 100 groups stored", HUNDRED, PER_SECOND,
             lambda rival: rival.push_rate(100, 3), 60),
    Workload("push-1000", "same, 1,000 groups stored", THOUSAND, PER_SECOND,
             lambda rival: rival.push_rate(1_000, 3), 700),
    Workload("push-10000", "same, 10,000 groups stored (share of our rate at 100)", TEN_THOUSAND,
             PER_SECOND, lambda rival: rival.push_rate(10_000, 3), 0.8, compared_to="push-100"),
    Workload("push-80k", "push of 1,000 series, 300,000 stored", SERIES_300K, MILLISECONDS,
             lambda rival: rival.push_latency(300, 1_000, 3), 300),
    Workload("scrape-100k", "scrape of 100,000 series, unchanged", SERIES_100K, MILLISECONDS,
             scrape(), 20, runs=5),
    Workload("scrape-100k-gzip", "same, gzip", SERIES_100K, MILLISECONDS, scrape(GZIP), 200,
             runs=5, due=False),
    Workload("scrape-100k-pushed", "scrape of 100,000 series after one push", SERIES_100K,
             MILLISECONDS, scrape(), 20, prepare=lambda rival: rival.push_one(), runs=5),
    Workload("scrape-100k-pushed-gzip", "same, gzip", SERIES_100K, MILLISECONDS, scrape(GZIP), 100,
             prepare=lambda rival: rival.push_one(), runs=5, due=False),
    Workload("api-100k", "/api/v1/metrics of 100,000 series", SERIES_100K, MILLISECONDS,
             lambda rival: rival.get_time("/api/v1/metrics"), 8, runs=5),
    Workload("scrape-many-groups", "scrape of 100,000 series in 10,000 groups, unchanged", MANY_GROUPS,
             MILLISECONDS, scrape(), 20, runs=5),
    Workload("push-1500k", "push of 10 series, 1,500,000 stored (share of our rate at 100 groups)",
             SERIES_1500K, PER_SECOND, lambda rival: rival.push_rate(100, 3, job="small"), 0.8,
             compared_to="push-100"),
    Workload("push-15000", "push of 15,000 series, 1,500,000 stored", SERIES_1500K, MILLISECONDS,
             lambda rival: rival.push_latency(100, 15_000, 5), 100, runs=2),
    Workload("scrape-1500k", "scrape of 1,500,000 series, second time", SERIES_1500K, MILLISECONDS,
             scrape(), 20, prepare=lambda rival: rival.get("/metrics"), runs=1),
    Workload("scrape-1500k-gzip", "same, gzip", SERIES_1500K, MILLISECONDS, scrape(GZIP), 100,
             prepare=lambda rival: rival.get("/metrics", GZIP), runs=1, due=False),
    Workload("memory-1500k", "memory for 1,500,000 series after scrapes of both kinds", SERIES_1500K,
             MEBIBYTES, lambda rival: rival.memory(), 2, prepare=scraped_in_both_ways, runs=1),
    Workload("wipe-5000", "wipe of 5,000 groups", WIPED, MILLISECONDS,
             lambda rival: rival.wipe_time(), 10, prepare=reseed),
]


def selected(name):
    """The named workload after the one it is compared to; all where no name is given."""
    if not name:
        return WORKLOADS
    chosen = [one for one in WORKLOADS if one.name == name]
    for one in list(chosen):
        chosen = [other for other in WORKLOADS if other.name == one.compared_to] + chosen
    return chosen
