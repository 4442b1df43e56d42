# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway of its own for one test, and ways to talk to it.

The command comes from PUSHGATED, so that a test can be tried on another gateway as well:
PUSHGATED='prometheus-pushgateway --persistence.file=' python3 tests/e2e/test_curl.py
"""
import ctypes
import http.client
import json
import os
import pathlib
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFAULT_COMMAND = str(ROOT / "build/release/daemon/pushgated")
MIB = 1024 * 1024
# Sanitizers multiply memory and time, so bounds on them mean nothing there.
INSTRUMENTED = bool(os.environ.get("PUSHGATE_INSTRUMENTED"))


def command():
    return shlex.split(os.environ.get("PUSHGATED", shlex.quote(DEFAULT_COMMAND)))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, seconds, what):
    """The first true result of `condition`; AssertionError after `seconds`."""
    deadline = time.monotonic() + seconds
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > deadline:
            raise AssertionError("not within %d s: %s" % (seconds, what))
        time.sleep(0.02)


def accepts(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True
    except OSError:
        return False


def end_with_parent():
    """A test that runs into its time limit is killed, and must not leave its gateway behind."""
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "backslashreplace")

    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return "<%s %r>" % (self.status, self.body[:300])


class Gateway:
    """Runs from `with Gateway(...)` to its end; always ended by its own process id."""

    def __init__(self, *flags, log_level="warn", listen=None, argv=None):
        self.port = free_port()
        listen = listen or ["127.0.0.1:%d" % self.port]
        self.argv = (argv or command()) + ["--web.listen-address=" + one for one in listen]
        self.argv += ["--log.level=" + log_level, *flags]
        self.environment = {}  # beyond that of the test
        self.process = None
        self.log = tempfile.TemporaryFile()

    def begin(self):
        """False if it ends instead of listening; `end` has to follow in any case."""
        self._launch()
        wait_until(lambda: self.process.poll() is not None or accepts(self.port), 120,
                   "%s listens or ends" % self.argv)
        return self.process.poll() is None

    def end(self):
        self.__exit__(None)

    def _launch(self):
        self.process = subprocess.Popen(self.argv, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, preexec_fn=end_with_parent,
                                        env={**os.environ, **self.environment})

    def __enter__(self):
        self._launch()
        try:
            wait_until(self._is_up, 120, "%s listens" % self.argv)
        except AssertionError:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if kind is not None:
            sys.stderr.write("log of the gateway:\n%s\n" % self.log_text()[-4000:])
        self.log.close()

    def _is_up(self):
        if self.process.poll() is not None:
            raise AssertionError("exit status %d: %s" % (self.process.returncode, self.log_text()))
        return accepts(self.port)

    def log_text(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def stop(self, sent=signal.SIGTERM, seconds=30):
        """Sends the signal; the exit status, AssertionError if there is none in time."""
        self.process.send_signal(sent)
        return self.wait(seconds)

    def wait(self, seconds=30):
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError("still running after %d s" % seconds) from None

    # ---------------------------------------------------------------------------- requests

    @property
    def url(self):
        return "http://127.0.0.1:%d" % self.port

    def request(self, method, path, body=None, headers=None, timeout=60):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            link.request(method, path, body=body, headers=headers or {})
            reply = link.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            link.close()

    def get(self, path, **more):
        return self.request("GET", path, **more)

    def push(self, path, body, method="PUT", **more):
        """`path` follows /metrics/job/; the body is text or bytes."""
        body = body.encode() if isinstance(body, str) else body
        return self.request(method, "/metrics/job/" + path, body=body, **more)

    def scrape(self):
        """The exposition as text; AssertionError unless it is served."""
        reply = self.get("/metrics")
        assert reply.status == 200, reply
        return reply.text

    def groups(self):
        reply = self.get("/api/v1/metrics")
        assert reply.status == 200, reply
        return reply.json()["data"]

    def group_labels(self):
        return [group["labels"] for group in self.groups()]

    def connect(self, timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    # --------------------------------------------------------------------------- resources

    def descriptors(self):
        """How many files and sockets are open."""
        return len(os.listdir("/proc/%d/fd" % self.process.pid))

    def _memory(self, field):
        status = pathlib.Path("/proc/%d/status" % self.process.pid).read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith(field))
        return int(line.split()[1]) * 1024

    def peak_memory(self):
        """Bytes of the largest resident set so far."""
        return self._memory("VmHWM:")

    def memory(self):
        return self._memory("VmRSS:")


def read_all(link, seconds=30):
    """What comes until the other side closes; a reset ends it as well."""
    link.settimeout(seconds)
    parts = []
    try:
        while True:
            part = link.recv(65536)
            if not part:
                break
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def read_reply(stream):
    """One reply from a binary file made of a socket; None at its end."""
    line = stream.readline(65536)
    if not line:
        return None
    headers = http.client.parse_headers(stream)
    status = int(line.split()[1])
    if headers.get("Transfer-Encoding", "").lower() == "chunked":
        return Reply(status, headers, read_chunks(stream))
    return Reply(status, headers, stream.read(int(headers.get("Content-Length", 0))))


def read_chunks(stream):
    parts = []
    while True:
        size = int(stream.readline(), 16)
        parts.append(stream.read(size))
        stream.readline()
        if size == 0:
            return b"".join(parts)
