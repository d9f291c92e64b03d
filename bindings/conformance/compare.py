#!/usr/bin/env python3
"""Compares what a language told of the scenarios with golden.txt, byte for byte, after random ids and the folder of the
run have been given numbers. Usage: compare.py LANGUAGE TOLD; UPDATE_GOLDEN=1 writes the golden file instead."""

import difflib
import os
import pathlib
import re
import sys

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden.txt"
ERRORS = GOLDEN.parent.parent / "src/error.rs"
# Two programs have to write at once: core/tests/busy.rs does that.
ELSEWHERE = {"busy"}
# Ids of 128 bits as 32 digits, ids of alarms, what an import is called by its path, and which of the steps that fit an
# entry is shown, which its id decides.
CHANCE = re.compile(r'\b[0-9a-f]{32}\b|\bid: -?[0-9]{12,}\b|(?<=own:library-)[0-9a-f]{8}|(?<=step: )\{id: "[^"]*", text: "[^"]*"')


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def settled(text):
    """The text with chance taken out, scenario by scenario."""
    scenarios = []
    for scenario in re.split(r"^(?=== )", text, flags=re.M):
        seen = {}
        scenarios.append(CHANCE.sub(lambda found: "id-" + str(seen.setdefault(found[0], len(seen) + 1)), scenario))
    return re.sub(r'"[^"]*?/(data|files)(?=[/"])', r'"\1', "".join(scenarios))


def main():
    language, path = sys.argv[1:]
    told = settled(pathlib.Path(path).read_text(encoding="utf-8"))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    golden = GOLDEN.read_text(encoding="utf-8")
    if told != golden:
        lines = list(difflib.unified_diff(golden.splitlines(), told.splitlines(), "golden.txt", language, lineterm="", n=0))
        print("\n".join(line[:2000] for line in lines[:60]))
        sys.exit(f"{language} does not answer as golden.txt says")
    # Every error has to be met.
    errors = {snake(name) for name in re.findall(r"^    ([A-Z]\w+)(?: \{|,)", ERRORS.read_text(encoding="utf-8"), re.M)}
    if left := errors - set(re.findall(r"^\d+ ! (\w+)", golden, re.M)) - ELSEWHERE:
        sys.exit("no scenario ends with " + ", ".join(sorted(left)))
    print(f"{language}: {told.count('== ')} scenarios, {len(told.splitlines())} lines, as golden.txt says")


if __name__ == "__main__":
    main()
