# SPDX-License-Identifier: GPL-3.0-or-later
"""Pushes with prometheus_client; what is pushed is described in test_clients.py.

usage: push_client.py HOST PORT
"""
import sys

from prometheus_client import (CollectorRegistry, Counter, Gauge, Histogram, delete_from_gateway,
                               push_to_gateway, pushadd_to_gateway)


def measurements():
    registry = CollectorRegistry()
    Counter("client_runs_total", "Runs.", ["kind"], registry=registry).labels("full").inc(3)
    took = Histogram("client_took_seconds", "How long a run took.", buckets=[1, 10], registry=registry)
    took.observe(0.5)
    took.observe(20)
    return registry


def extra():
    registry = CollectorRegistry()
    Gauge("client_extra", "Pushed on top.", registry=registry).set(12.5)
    return registry


def main():
    address = "%s:%s" % tuple(sys.argv[1:3])
    group = {"job": "client", "grouping_key": {"instance": "db1"}}
    push_to_gateway(address, registry=measurements(), **group)
    pushadd_to_gateway(address, registry=extra(), **group)
    push_to_gateway(address, job="gone", registry=extra())
    delete_from_gateway(address, job="gone")


if __name__ == "__main__":
    main()
