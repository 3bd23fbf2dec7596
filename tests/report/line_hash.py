#!/usr/bin/env python3
"""Compares NUMBER.hashes with the hashes of the lines of NUMBER.txt, for all in a folder.

The definition: of a file take the UTF-16 code units without blanks and tabs, each line end as one
LF, and 0xFFFF at the end. The hash of a line is the value of the 100 units from its first one (zeros
after the end) as digits to the base 37, modulo 2^64; equal ones are counted from 1.
"""
import pathlib
import struct
import sys

BLOCK, BASE = 100, 37


def units(data):
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(" ", "").replace("\t", "")
    encoded = text.encode("utf-16-le", errors="surrogatepass")
    return list(struct.unpack(f"<{len(encoded) // 2}H", encoded)) + [0xFFFF]


def hashes(data):
    all_units, seen, out = units(data), {}, []
    starts = [0] + [i + 1 for i, unit in enumerate(all_units[:-1]) if unit == 10]
    for start in starts:
        value = 0
        for unit in (all_units[start : start + BLOCK] + [0] * BLOCK)[:BLOCK]:
            value = (value * BASE + unit) % 2**64
        seen[value] = seen.get(value, 0) + 1
        out.append(f"{value:x}:{seen[value]}")
    return out


wrong = 0
files = sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))
for path in files:
    if hashes(path.read_bytes()) != path.with_suffix(".hashes").read_text().split():
        wrong += 1
        print(f"{path.name}: other hashes")
sys.exit(1 if wrong or not files else 0)
