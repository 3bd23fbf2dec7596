#!/usr/bin/env python3
"""Reports before those who read them: official schemas, and reviewdog itself.

  validate.py CAVEAT [--sarif FILE] [--junit FILE] [--reviewdog PROGRAM] [PAGE...]

--sarif       the OASIS schema of SARIF 2.1.0, as JSON; needs the Python package jsonschema
--junit       the schema that Jenkins publishes (junit-10.xsd); needs the Python package xmlschema
--reviewdog   the program: its places must be those of --format=gcc, byte for byte (of SARIF they are
              not to be: it takes the unit of columns, UTF-16, for bytes)

Pages of its own hold é, emoji, CJK, tabs, controls and a file name that needs escapes; PAGE... adds
others. None of these files ships with caveat; what is not given is not tried. Exit status 1 where a
reader objects.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PAGES = {
    "plain.md": "# Tea\n\nTurmeric cures cancer.\n",
    "clean.md": "# Hands\n\nWash your hands before you cook.\n",
    "é 日本.md": "Café 😀 日本語: turmeric cures cancer. Näh 👩‍⚕️, colloidal silver cures cancer.\n",
    "a & b, <c>.md": "A tab\there: turmeric **cures** *can*cer, “really”.\n",
    "lines.md": "Combining e\u0301: turmeric\ncures cancer.\r\n\r\nColloidal silver\r\ncures cancer.\r\n",
    "control.md": "Bell \x07 and escape \x1b[31m: turmeric cures cancer.\n",
}


def report(caveat, form, folder, pages):
    run = subprocess.run([caveat, "check", "-q", "--color=never", f"--format={form}", "--", *pages],
                         cwd=folder, capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"--format={form}: status {run.returncode}: {run.stderr.decode()}")
    return run.stdout


def sarif_errors(schema, bytes_):
    import jsonschema
    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = validator.iter_errors(json.loads(bytes_))
    return [f"{list(error.absolute_path)}: {error.message}" for error in errors]


def junit_errors(schema, bytes_):
    import xmlschema
    return [f"{e.path}: {e.reason}" for e in schema.iter_errors(bytes_.decode())]


def places(text):
    return sorted(re.findall(r"^(.*?):(\d+):(\d+):", text, re.M))


def read_places(text):
    """What reviewdog read of rdjson it prints as protocol buffers, of rdjsonl as JSON."""
    read = re.findall(r'location:\{path:"([^"]*)"\s+range:\{start:\{line:(\d+)\s+column:(\d+)\}', text)
    for line in text.splitlines():
        if line.startswith('{"'):
            place = json.loads(line)["location"]
            start = place["range"]["start"]
            read.append((place["path"], str(start["line"]), str(start["column"])))
    return sorted(read) or places(text)


def findings(text):
    """Those that gcc's form tells, without the notes that explain them: only they end in a rule."""
    return places("\n".join(line for line in text.splitlines() if re.search(r"\[\S+/\S+\]$", line)))


def reviewdog(program, form, folder, bytes_):
    command = [program, f"-f={form}", "-reporter=local", "-filter-mode=nofilter", "-diff=true"]
    run = subprocess.run(command, cwd=folder, input=bytes_, capture_output=True)
    if run.returncode != 0:
        return None, run.stderr.decode().split("\n")[0]
    return read_places(run.stdout.decode()), ""


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("caveat", type=lambda path: str(pathlib.Path(path).resolve()))
    ask.add_argument("--sarif")
    ask.add_argument("--junit")
    ask.add_argument("--reviewdog")
    ask.add_argument("pages", nargs="*")
    given = ask.parse_intermixed_args()
    failed = 0

    def tell(what, errors, count):
        nonlocal failed
        failed += bool(errors)
        print(f"{what}: {count} findings, {len(errors)} objections")
        for error in errors[:10]:
            print(f"  {error}")

    with tempfile.TemporaryDirectory() as folder:
        for name, text in PAGES.items():
            pathlib.Path(folder, name).write_bytes(text.encode())
        own = sorted(PAGES)
        pages = own + [str(pathlib.Path(page).resolve()) for page in given.pages]
        if given.sarif:
            schema = json.loads(pathlib.Path(given.sarif).read_bytes())
            for some in (pages, ["clean.md"]):
                bytes_ = report(given.caveat, "sarif", folder, some)
                count = len(json.loads(bytes_)["runs"][0]["results"])
                tell("sarif by its schema", sarif_errors(schema, bytes_), count)
        if given.junit:
            import xmlschema
            schema = xmlschema.XMLSchema(given.junit)
            for some in (pages, ["clean.md"]):
                bytes_ = report(given.caveat, "junit", folder, some)
                tell("junit by Jenkins' schema", junit_errors(schema, bytes_),
                     bytes_.count(b"<testcase "))
        if given.reviewdog:
            expected = findings(report(given.caveat, "gcc", folder, own).decode())
            for form in ("rdjson", "rdjsonl", "checkstyle"):
                found, error = reviewdog(given.reviewdog, form, folder,
                                         report(given.caveat, form, folder, own))
                if found is None:
                    tell(f"{form} by reviewdog", [error], 0)
                    continue
                wrong = [f"only caveat: {place}" for place in expected if place not in found]
                wrong += [f"only reviewdog: {place}" for place in found if place not in expected]
                tell(f"{form} by reviewdog", wrong, len(found))
    return 1 if failed else 0


sys.exit(main())
