# SPDX-License-Identifier: GPL-3.0-or-later
"""The way from a real Go Pushgateway to this one and back, by its persistence file.

PUSHGATE_REFERENCE names the program; else Debian's is fetched, and where that cannot be done the
tests that need it are skipped.
"""
import os
import pathlib
import subprocess
import tempfile
import unittest

from every_type import PROTOBUF, push_contradictions, push_everything
from gateway import INSTRUMENTED, MIB, ROOT, Gateway, command
from run import proto_decode, read_varint

HERE = pathlib.Path(__file__).resolve().parent
RECORDED = HERE.parent / "data/gob"
OWN = ("go_", "process_", "promhttp_", "pushgateway_", "pushgate_")
UTF8 = "--push.enable-utf8-names"
# What a persistence file begins with; its types are those of spec "Persistence", section 5.
TYPES = bytes.fromhex(
    "29ff810401011847726f7570696e674b6579546f4d657472696347726f757001ff8200010c01ff84000032ff83030101"
    "0b4d657472696347726f757001ff8400010201064c6162656c7301ff860001074d65747269637301ff880000000eff85"
    "040102ff8600010c010c00000fff87040102ff8800010c01ff8a000035ff89030102ff8a000102010954696d65737461"
    "6d7001ff8c000114476f626261626c654d657472696346616d696c7901ff8e00000010ff8b0501010454696d6501ff8c"
    "0000000aff8d050102ff8e000000")


def work(*flags):
    """Runs the gateway where it ends by itself: what it returned, and its peak memory."""
    process = subprocess.Popen([*command(), *flags], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        out, err = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return subprocess.CompletedProcess(process.args, process.returncode, out.decode(),
                                       err.decode()), usage.ru_maxrss * 1024


def families(gateway):
    """What a scrape shows of pushed metrics, by protobuf: name -> all else, metrics sorted."""
    reply = gateway.get("/metrics", headers={"Accept": PROTOBUF + ";escaping=allow-utf-8"})
    assert reply.status == 200, reply
    shown, at = {}, 0
    while at < len(reply.body):
        size, at = read_varint(reply.body, at)
        family = proto_decode("MetricFamily", reply.body[at:at + size])
        at += size
        if not family["name"].startswith(OWN):
            family["metric"] = sorted(family.get("metric", []), key=repr)
            shown[family.pop("name")] = family
    return shown


def stored(gateway):
    """What the API shows, times of push included, but not in which zone they are shown."""
    groups = gateway.groups()
    for group in groups:
        for family in group.values():
            if isinstance(family, dict) and "time_stamp" in family:
                family["time_stamp"] = family["time_stamp"].replace("Z", "+00:00")
                family["metrics"].sort(key=lambda metric: sorted(metric["labels"].items()))
    return sorted(groups, key=lambda group: sorted(group["labels"].items()))


class Roads(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.file = "--persistence.file=%s" % (self.folder / "data")

    def reference(self, *flags):
        program = os.environ["PUSHGATE_REFERENCE"]
        if not os.path.exists(program):
            self.skipTest("there is no Go Pushgateway at " + program)
        return Gateway(self.file, *flags, argv=[program])


class Coming(Roads):
    def leave_a_file(self, fill, *flags):
        """How the reference showed what it left behind."""
        with self.reference(*flags) as reference:
            fill(reference)
            scrape = reference.get("/metrics").status
            shown = (families(reference) if scrape == 200 else scrape, stored(reference))
            self.assertEqual(reference.stop(), 0)
        return shown

    def test_everything_is_taken_over_at_the_start(self):
        shown = self.leave_a_file(push_everything, UTF8)
        original = (self.folder / "data").read_bytes()
        with Gateway(self.file, UTF8, log_level="info") as gateway:
            self.assertEqual(families(gateway), shown[0])
            self.assertEqual(stored(gateway), shown[1])
            self.assertRegex(gateway.log_text(), "Go Pushgateway.*data.gob")
        self.assertEqual((self.folder / "data.gob").read_bytes(), original)
        with Gateway(self.file, UTF8) as gateway:
            self.assertEqual(families(gateway), shown[0])

    def test_contradictions_are_taken_over_as_well(self):
        shown = self.leave_a_file(push_contradictions, "--push.disable-consistency-check")
        self.assertEqual(shown[0], 500)
        with Gateway(self.file) as gateway:
            self.assertEqual(gateway.get("/metrics").status, 500)
            self.assertEqual(stored(gateway), shown[1])

    def test_an_older_original_stops_the_start(self):
        (self.folder / "data").write_bytes((RECORDED / "every_type.gob").read_bytes())
        (self.folder / "data.gob").write_bytes(b"older")
        done, _ = work(self.file, "--web.listen-address=127.0.0.1:0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("data.gob", done.stderr)
        self.assertEqual((self.folder / "data.gob").read_bytes(), b"older")


    def test_a_damaged_file_stops_the_start_and_stays(self):
        whole = (RECORDED / "every_type.gob").read_bytes()
        for size in (64, 1500, len(whole) - 1):
            with self.subTest(size=size):
                (self.folder / "data").write_bytes(whole[:size])
                done, _ = work(self.file, "--web.listen-address=127.0.0.1:0", "--log.level=error")
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn("nothing was changed", done.stderr)
                self.assertEqual((self.folder / "data").read_bytes(), whole[:size])
                self.assertFalse((self.folder / "data.gob").exists())


class Importing(Roads):
    def run_import(self, source, *flags):
        return work(self.file, "--persistence.import=%s" % source, *flags)

    def test_what_was_taken_is_served(self):
        done, _ = self.run_import(RECORDED / "every_type.gob")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("imported 8 groups with 30 metric families and 35 metrics", done.stdout)
        again, _ = self.run_import(RECORDED / "every_type.gob")
        self.assertEqual(again.returncode, 2)
        self.assertEqual(again.stderr.count("it is there already"), 8)
        with Gateway(self.file) as gateway:
            self.assertIn('took_sum{instance="db:1",job="text"} 3.25', gateway.scrape())

    def test_a_running_gateway_keeps_its_file(self):
        with Gateway(self.file) as gateway:
            done, _ = self.run_import(RECORDED / "every_type.gob")
            self.assertEqual(done.returncode, 1)
            self.assertIn("is in use by process %d" % gateway.process.pid, done.stderr)
            self.assertEqual(gateway.groups(), [])

    @unittest.skipIf(INSTRUMENTED, "sanitizers multiply memory")
    def test_memory_does_not_grow_with_the_file(self):
        source = self.folder / "big"
        with open(source, "wb") as file:
            file.writelines(big_store(groups=400))
        self.assertGreater(source.stat().st_size, 50 * MIB)
        done, memory = self.run_import(source, "--push.disable-consistency-check")
        self.assertEqual(done.returncode, 0, done.stderr[-1000:])
        self.assertIn("imported 400 groups", done.stdout)
        self.assertLess(memory, 45 * MIB)


def uint(number):
    if number < 128:
        return bytes([number])
    digits = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return bytes([256 - len(digits)]) + digits


def sized(content):
    return uint(len(content)) + content


def big_store(groups):
    """The parts of a persistence file with groups of some 150 KiB: what this process needs would
    count as its child's peak."""
    def field(number, content):
        size, digits = len(content), b""
        while size >= 128:
            digits, size = digits + bytes([size & 127 | 128]), size >> 7
        return bytes([number << 3 | 2]) + digits + bytes([size]) + content

    def label(name, value):
        return field(1, field(1, name) + field(2, value))

    start = b"\xff\x82\x00" + uint(groups)
    time = bytes.fromhex("010000000ee294bca73506bf13ffff")
    metrics = b"".join(field(4, label(b"instance", b"") + label(b"job", b"job-00000")
                             + label(b"n", b"%d" % n) + field(2, b"\x09" + bytes(8)))
                       for n in range(3000))
    family = field(1, b"m") + b"\x18\x01" + metrics
    group = (sized(b"job\xffjob-00000") + b"\x01\x01\x03job\x09job-00000" + b"\x01\x01\x01m"
             + b"\x01" + sized(time) + b"\x01" + sized(family) + b"\x00" + b"\x00")
    yield TYPES + uint(groups * len(group) + len(start)) + start
    for number in range(groups):
        yield group.replace(b"job-00000", b"job-%05d" % number)


class Leaving(Roads):
    def test_the_reference_shows_everything_as_we_did(self):
        with Gateway(self.file, UTF8) as gateway:
            push_everything(gateway)
            shown = families(gateway), stored(gateway)
            done, _ = work(self.file, "--persistence.export-gob=%s" % (self.folder / "gob"))
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.file = "--persistence.file=%s" % (self.folder / "gob")
        with self.reference(UTF8) as reference:
            self.assertEqual(families(reference), shown[0])
            self.assertEqual(stored(reference), shown[1])

    def test_what_the_reference_writes_again_is_taken_back(self):
        with Gateway(self.file, UTF8) as gateway:
            push_everything(gateway)
            shown = families(gateway)
            work(self.file, "--persistence.export-gob=%s" % (self.folder / "gob"))
        self.file = "--persistence.file=%s" % (self.folder / "gob")
        with self.reference(UTF8) as reference:
            self.assertEqual(reference.stop(), 0)
        with Gateway(self.file, UTF8) as gateway:
            self.assertEqual(families(gateway), shown)


class BackingUp(Roads):
    def test_a_copy_of_a_running_gateway_is_served(self):
        copy = self.folder / "copy"
        with Gateway(self.file, UTF8) as gateway:
            push_everything(gateway)
            shown = families(gateway)
            done, _ = work(self.file, "--persistence.backup=%s" % copy)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(gateway.push("later", "m 2\n").status, 200)
            again, _ = work(self.file, "--persistence.backup=%s" % copy)
            self.assertEqual(again.returncode, 1)
            self.assertIn("is there already", again.stderr)
        with Gateway("--persistence.file=%s" % copy, UTF8) as gateway:
            self.assertEqual(families(gateway), shown)


if __name__ == "__main__":
    unittest.main()
