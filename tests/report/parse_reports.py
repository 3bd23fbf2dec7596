#!/usr/bin/env python3
"""Reads every report in a folder (NUMBER.FORMAT), each of three findings, with Python's parsers.

Exit status 1, and a line for each report that is malformed or does not hold three findings.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


COUNT = {
    "json": lambda text: len(json.loads(text)["diagnostics"]),
    "jsonl": lambda text: len(lines(text)),
    "gitlab": lambda text: len({issue["fingerprint"] for issue in json.loads(text)}),
    "rdjson": lambda text: len(json.loads(text)["diagnostics"]),
    "rdjsonl": lambda text: len(lines(text)),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "checkstyle": lambda text: len(tree.fromstring(text).findall("./file/error")),
    "junit": lambda text: len(tree.fromstring(text).findall("./testsuite/testcase")),
}

failed = 0
seen = set()
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    count = COUNT.get(path.suffix[1:])
    if count is None:
        continue
    seen.add(path.suffix[1:])
    try:
        found = count(path.read_bytes().decode("utf-8"))
    except Exception as error:  # whatever a parser objects to
        found = repr(error)
    if found != 3:
        failed += 1
        print(f"{path.name}: {found}")
if not seen:
    print("no report to read")
sys.exit(1 if failed or not seen else 0)
