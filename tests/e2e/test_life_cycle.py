# SPDX-License-Identifier: GPL-3.0-or-later
"""How the gateway starts, listens, drains and ends."""
import signal
import socket
import subprocess
import unittest

from gateway import Gateway, accepts, command, free_port, read_all, read_reply, wait_until


def run(*arguments):
    """A start that is expected to end by itself: (exit status, lines on stderr)."""
    done = subprocess.run([*command(), *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=30, check=False)
    return done.returncode, done.stderr.splitlines()


def begin_push(link):
    """Sends a head and waits until the gateway asks for the four bytes of the body."""
    link.sendall(b"PUT /metrics/job/slow HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n"
                 b"Expect: 100-continue\r\n\r\n")
    interim = b""
    while not interim.endswith(b"\r\n\r\n"):
        interim += link.recv(1000)
    if b" 100 " not in interim:
        raise AssertionError(interim)


class Stopping(unittest.TestCase):
    def test_each_stop_signal_ends_with_status_0(self):
        for sent in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(signal=sent), Gateway() as gateway:
                gateway.push("j", "m 1\n")
                self.assertEqual(gateway.stop(sent), 0)

    def test_idle_connections_do_not_hold_up_the_end(self):
        with Gateway() as gateway:
            idle = [gateway.connect() for _ in range(20)]
            for link in idle[:10]:
                link.sendall(b"GET /-/healthy HTTP/1.1\r\nHost: h\r\n\r\n")
                self.assertEqual(read_reply(link.makefile("rb")).status, 200)
            self.assertEqual(gateway.stop(seconds=5), 0)
            for link in idle:
                self.assertEqual(read_all(link, 5), b"")
                link.close()

    def test_a_push_under_way_is_still_answered(self):
        with Gateway() as gateway, gateway.connect() as link:
            begin_push(link)
            gateway.process.send_signal(signal.SIGTERM)
            wait_until(lambda: not accepts(gateway.port), 10, "new connections are refused")
            link.sendall(b"m 1\n")
            reply = read_reply(link.makefile("rb"))
            self.assertEqual(reply.status, 200)
            self.assertEqual(reply.headers["Connection"].lower(), "close")
            self.assertEqual(gateway.wait(), 0)

    def test_a_push_that_never_ends_does_not_prevent_the_end(self):
        with Gateway() as gateway, gateway.connect() as link:
            begin_push(link)
            self.assertEqual(gateway.stop(seconds=60), 0)


class Quitting(unittest.TestCase):
    def test_quit_ends_with_status_0(self):
        for method in ("PUT", "POST"):
            with self.subTest(method=method), Gateway("--web.enable-lifecycle") as gateway:
                reply = gateway.request(method, "/-/quit")
                self.assertEqual((reply.status, reply.text), (200, "Requesting termination... Goodbye!"))
                self.assertEqual(gateway.wait(), 0)

    def test_quit_is_off_by_default(self):
        with Gateway() as gateway:
            reply = gateway.request("PUT", "/-/quit")
            self.assertEqual((reply.status, reply.text), (403, "Lifecycle API is not enabled."))
            self.assertEqual(gateway.get("/-/healthy").status, 200)


class Listening(unittest.TestCase):
    def test_several_addresses_share_one_store(self):
        other = free_port()
        first = free_port()
        gateway = Gateway(listen=["127.0.0.1:%d" % first, "127.0.0.1:%d" % other])
        gateway.port = first
        with gateway:
            gateway.push("j", "m 1\n")
            wait_until(lambda: accepts(other), 10, "the second address listens")
            gateway.port = other
            self.assertIn('m{instance="",job="j"} 1', gateway.scrape())
            self.assertEqual(gateway.stop(), 0)
            self.assertFalse(accepts(first) or accepts(other))

    @unittest.skipUnless(socket.has_dualstack_ipv6(), "no IPv6 here")
    def test_without_a_host_both_families_are_served(self):
        port = free_port()
        gateway = Gateway(listen=[":%d" % port])
        gateway.port = port
        with gateway:
            self.assertEqual(gateway.get("/-/healthy").status, 200)
            with socket.create_connection(("::1", port), timeout=10) as link:
                link.sendall(b"GET /-/healthy HTTP/1.0\r\n\r\n")
                self.assertIn(b" 200 ", read_all(link).splitlines()[0])

    def test_an_address_in_ipv6_brackets(self):
        port = free_port()
        if not socket.has_dualstack_ipv6():
            self.skipTest("no IPv6 here")
        gateway = Gateway(listen=["127.0.0.1:%d" % port, "[::1]:%d" % port])
        gateway.port = port
        with gateway, socket.create_connection(("::1", port), timeout=10) as link:
            link.sendall(b"GET /-/healthy HTTP/1.0\r\n\r\n")
            self.assertIn(b" 200 ", read_all(link).splitlines()[0])


class FailingToStart(unittest.TestCase):
    """Status 1 and one line that says why (the reference ends with 0)."""

    def fails(self, *arguments, because):
        status, lines = run("--log.level=error", *arguments)
        self.assertEqual(status, 1, lines)
        self.assertEqual(len(lines), 1, lines)
        self.assertIn(because, lines[0])

    def test_port_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            self.fails("--web.listen-address=" + address, because=address)

    def test_one_of_two_ports_in_use(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            self.fails("--web.listen-address=127.0.0.1:%d" % free_port(),
                       "--web.listen-address=" + address, because=address)

    def test_no_such_address(self):
        self.fails("--web.listen-address=127.0.0.1:notaport", because="notaport")

    def test_unknown_flag(self):
        status, lines = run("--no-such-flag")
        self.assertEqual(status, 1)
        self.assertIn("--no-such-flag", lines[0])

    def test_telemetry_path_over_another_route(self):
        self.fails("--web.listen-address=127.0.0.1:%d" % free_port(), "--web.telemetry-path=/status",
                   because="/status")


if __name__ == "__main__":
    unittest.main()
