"""Runs the lanes of `scripts/bench android` in turns and prints tables: bench.py FOLDER COMMAND…"""

import pathlib
import statistics
import subprocess
import sys
import time

TURNS = 11
# A screen draws 60 frames a second.
FRAME_MS = 1000 / 60


def start(command):
    """Seconds until the process says that it is ready, and its peak of memory in MiB."""
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout.readline().strip() != "ready":
            sys.exit("it never was ready: " + " ".join(command[-2:]))
        took = time.monotonic() - begun
        memory = int(process.stdout.readline().split()[1]) / 1024
    return took, memory


def starts(folder, command):
    lanes = {
        "an empty Compose screen": ["empty"],
        "Home": ["home", f"{folder}/national"],
        "a first result": ["find", f"{folder}/national"],
        "Home, 200,000 records": ["home", f"{folder}/many"],
        "a first result, 200,000 records": ["find", f"{folder}/many"],
    }
    took = {name: [] for name in lanes}
    for turn in range(TURNS + 1):
        for name, arguments in lanes.items():
            one = start(command + arguments)
            # The first turn makes what is made once.
            if turn > 0:
                took[name].append(one)
    floor, room = (statistics.median(values) for values in zip(*took["an empty Compose screen"]))
    print(f"| from the start of the process, median of {TURNS} in turns | s | × empty | peak memory MiB | × empty |")
    print("|---|---|---|---|---|")
    for name, values in took.items():
        seconds, memory = (statistics.median(value) for value in zip(*values))
        print(f"| {name} | {seconds:.2f} | {seconds / floor:.2f} | {memory:.0f} | {memory / room:.2f} |")


def typing(folder, command):
    lanes = {name: run_typing(command, f"{folder}/{name}") for name in ("national", "many")}
    print("\n| while somebody types, ms | frames | median | 95 % | longest | longer than 1/60 s |")
    print("|---|---|---|---|---|---|")
    rows = [("a page with the field alone", lanes["national"]["field"])]
    rows += [("finding, 104 records", lanes["national"]["find"]), ("finding, 200,000 records", lanes["many"]["find"])]
    for name, values in rows:
        late = 100 * sum(value > FRAME_MS for value in values) / len(values)
        print(f"| {name} | {len(values)} | {middle(values)} | {late:.0f} % |")
    print("\n| from a letter to its answer drawn, ms | letters | median | 95 % | longest |")
    print("|---|---|---|---|---|")
    for name, lane in (("104 records", lanes["national"]), ("200,000 records", lanes["many"])):
        print(f"| {name} | {len(lane['answer'])} | {middle(lane['answer'])} |")
    print(f"\nPeak memory over 200,000 records: {lanes['many']['memory'][0] * 1e6 / 1024:.0f} MiB.")


def run_typing(command, folder):
    out = subprocess.run(command + ["typing", folder], stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = (line.split() for line in out.splitlines())
    return {name: [int(value) / 1e6 for value in values] for name, *values in lines}


def middle(values):
    ordered = sorted(values)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    return f"{statistics.median(values):.1f} | {late:.1f} | {ordered[-1]:.1f}"


if __name__ == "__main__":
    base, *program = sys.argv[1:]
    starts(pathlib.Path(base), program)
    typing(pathlib.Path(base), program)
