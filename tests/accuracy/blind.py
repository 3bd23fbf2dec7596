#!/usr/bin/env python3
"""Scores caveat on pages whose writers had not seen its packs.

  blind.py CAVEAT FOLDER [--show]

A line `#> [{"category": "efficacy|disease", "words": "…"}, …]` tells what an expert objects to in the
line above it. Found is an objection that a warning or error overlaps (for a missing caveat: that any
caveat is reported). --show prints what was missed, and what was found and nobody objected to.
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def read_page(path):
    text, objections, line_start = b"", [], 0
    for line in path.read_bytes().splitlines(keepends=True):
        if not line.startswith(b"#>"):
            line_start, text = len(text), text + line
            continue
        for objection in json.loads(line[2:]):
            begin = text.index(objection["words"].encode(), line_start)
            objections.append((begin, begin + len(objection["words"].encode()), objection))
    return text, objections


def lint(caveat, path, text):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / path.name
        page.write_bytes(text)
        run = subprocess.run([caveat, "check", "-q", "--no-config", "--format=json", page],
                             capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return [d for d in json.loads(run.stdout)["diagnostics"] if d["severity"] != "note"]


def meets(found, begin, end, objection):
    if objection["category"] == "caveat":
        return found["category"] == "caveat"
    return found["offset"] < end and begin < found["offset"] + found["length"]


objected = hits = in_category = beside = on_honest = honest = 0
for page in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    text, objections = read_page(page)
    findings = lint(sys.argv[1], page, text)
    used = set()
    for begin, end, objection in objections:
        met = [i for i, found in enumerate(findings) if meets(found, begin, end, objection)]
        used.update(met)
        objected += 1
        hits += bool(met)
        in_category += any(findings[i]["category"] in objection["category"].split("|") for i in met)
        if not met and "--show" in sys.argv:
            print(f"{page.name}: missed {objection['category']}: {objection['words']}")
    rest = [found for i, found in enumerate(findings) if i not in used]
    honest += not objections
    on_honest += len(rest) if not objections else 0
    beside += len(rest) if objections else 0
    if "--show" in sys.argv:
        for found in rest:
            words = text[found["offset"] : found["offset"] + found["length"]].decode()
            print(f"{page.name}: nobody objected to {words!r} [{found['rule']}]")
print(f"{hits} of {objected} objections found, {in_category} in their category; "
      f"{beside} findings beside them; {on_honest} on {honest} honest pages")
