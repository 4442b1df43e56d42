# SPDX-License-Identifier: GPL-3.0-or-later
"""The two gateways that are compared, seeded alike, and what is asked of them."""
import json
import shutil
import socket
import subprocess
import tempfile
import time

from gateway import Gateway, wait_until

GZIP = "Accept-Encoding: gzip\r\n"


class Measurement:
    """`value` in the workload's unit; `cpu` is what the server spent on one operation, in ms."""

    def __init__(self, value, cpu):
        self.value, self.cpu = value, cpu


class Rival:
    """One gateway with a scene's groups in it. Ended without a goodbye: saving 1.5 million series
    first would only take time."""

    def __init__(self, gateway, push_load):
        self.gateway, self.push_load = gateway, push_load
        gateway.__enter__()

    def close(self):
        self.gateway.process.kill()
        self.gateway.process.wait()
        self.gateway.__exit__(None, None, None)

    def cpu_seconds(self):
        """By the clock that Linux keeps for each process: /proc only knows hundredths."""
        return time.clock_gettime(~self.gateway.process.pid << 3 | 2)

    def load(self, **options):
        """Pushes by the load generator; its report."""
        flags = ["--%s=%s" % option for option in options.items()]
        done = subprocess.run([self.push_load, "--port=%d" % self.gateway.port, *flags],
                              capture_output=True, text=True, timeout=900, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr[:2000])
        return json.loads(done.stdout)

    def seed(self, seeds):
        for job, groups, series in seeds:
            self.load(job=job, groups=groups, series=series, pushes=groups, connections=2)

    def timed(self, work):
        """Milliseconds on the clock and of the server's processor."""
        cpu, begun = self.cpu_seconds(), time.perf_counter()
        work()
        took = time.perf_counter() - begun
        return Measurement(took * 1000, (self.cpu_seconds() - cpu) * 1000)

    # --------------------------------------------------------------------------- operations

    def push_rate(self, groups, seconds, job="bench"):
        cpu = self.cpu_seconds()
        report = self.load(job=job, groups=groups, series=10, seconds=seconds)
        cpu = self.cpu_seconds() - cpu
        return Measurement(report["pushes"] / report["seconds"], 1000 * cpu / report["pushes"])

    def push_latency(self, groups, series, seconds):
        """The median of pushes one after the other."""
        cpu = self.cpu_seconds()
        report = self.load(groups=groups, series=series, seconds=seconds, connections=1)
        cpu = self.cpu_seconds() - cpu
        return Measurement(report["p50_us"] / 1000, 1000 * cpu / report["pushes"])

    def get(self, path, fields=""):
        """Reads and drops the answer; RuntimeError unless it is a success with a body. HTTP/1.0,
        so that its end is the connection's and nothing needs parsing here."""
        head = "GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n%s\r\n" % (path, fields)
        buffer, size, first = bytearray(1 << 20), 0, b""
        with socket.create_connection(("127.0.0.1", self.gateway.port), timeout=300) as link:
            link.sendall(head.encode())
            while got := link.recv_into(buffer):
                first = first or bytes(buffer[:min(got, 20)])
                size += got
        if b" 200 " not in first or size < 10_000:
            raise RuntimeError("GET %s: %r, %d bytes" % (path, first, size))

    def get_time(self, path, fields=""):
        return self.timed(lambda: self.get(path, fields))

    def push_one(self):
        self.load(job="one", groups=1, series=10, pushes=1, connections=1)

    def wipe_time(self):
        request = b"PUT /api/v1/admin/wipe HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"

        def wipe():  # over a plain socket: an HTTP client takes longer than a wipe
            with socket.create_connection(("127.0.0.1", self.gateway.port), timeout=300) as link:
                link.sendall(request)
                reply = link.recv(4096)
            if b" 202 " not in reply[:20]:
                raise RuntimeError("wipe: %r" % reply)
        measured = self.timed(wipe)
        wait_until(lambda: not self.gateway.groups(), 60, "the wiped store is empty")
        return measured

    def memory(self):
        return Measurement(self.gateway.memory() / (1 << 20), None)


def ours(program, push_load, scene):
    rival = Rival(Gateway("--persistence.file=", "--web.enable-admin-api", argv=[program]), push_load)
    rival.seed(scene.seeds)
    return rival


def reference(program, push_load, scene):
    """Checked pushes would take hours to seed the reference, so a first process takes them
    unchecked and leaves them to the second in its persistence file."""
    unchecked = ["--push.disable-consistency-check", "--web.enable-admin-api"]
    if not scene.checked:
        rival = Rival(Gateway("--persistence.file=", *unchecked, argv=[program]), push_load)
        rival.seed(scene.seeds)
        return rival
    folder = tempfile.mkdtemp(prefix="pushgate-bench-")
    try:
        file = "--persistence.file=%s/data" % folder
        first = Gateway(file, *unchecked, argv=[program])
        seeder = Rival(first, push_load)
        seeder.seed(scene.seeds)
        first.stop(seconds=600)
        seeder.close()
        second = Gateway(file, "--persistence.interval=24h", "--web.enable-admin-api", argv=[program])
        return Rival(second, push_load)
    finally:
        shutil.rmtree(folder)
