#!/usr/bin/env python3
"""Checks TOML files against a JSON Schema: validate.py SCHEMA PATH...

Prints a line for each mistake and, at the end, how many files were read. Needs python3-jsonschema.
"""
import datetime
import json
import pathlib
import sys
import tomllib

try:
    import jsonschema
except ImportError:
    sys.exit(77)  # not installed: nothing was checked


def as_json(value):
    """Dates are strings to a JSON Schema, as they are to editors."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def main(schema_path, paths):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema)
    files = []
    for path in map(pathlib.Path, paths):
        files += sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    for file in files:
        tables = as_json(tomllib.loads(file.read_text(encoding="utf-8")))
        for error in validator.iter_errors(tables):
            place = "/".join(str(step) for step in error.absolute_path)
            print(f"{file}: {place}: {error.message}")
    print(f"{len(files)} files")


main(sys.argv[1], sys.argv[2:])
