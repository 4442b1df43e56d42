# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one topic of the suite against a gateway, without what `not_yet.txt` names.

usage: run_topic.py GATEWAY CASES.json
"""
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
SKIPPED_TAGS = ["--skip-tag", "deviation", "--skip-tag", "go-runtime"]


def not_yet():
    """The names of topics and cases that are left out."""
    lines = (HERE / "not_yet.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def main(gateway, path):
    document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    left_out = {name for name in not_yet() if name.split("/")[0] == document["topic"]}
    unknown = left_out - {case["name"] for case in document["cases"]} - {document["topic"]}
    if unknown:
        print("not_yet.txt names cases that do not exist:", ", ".join(sorted(unknown)))
        return 1
    if document["topic"] in left_out:
        print("SKIP: not_yet.txt says why")
        return SKIPPED
    document["cases"] = [case for case in document["cases"] if case["name"] not in left_out]
    with tempfile.TemporaryDirectory() as folder:
        chosen = pathlib.Path(folder) / "cases.json"
        chosen.write_text(json.dumps(document), encoding="utf-8")
        command = shlex.quote(gateway) + " --web.listen-address=127.0.0.1:{port}"
        return subprocess.run([sys.executable, str(HERE / "run.py"), "--command", command,
                               "--cases", str(chosen), *SKIPPED_TAGS], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
