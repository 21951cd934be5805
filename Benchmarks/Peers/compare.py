"""Runs programs that write the same workbook in turn, and prints medians and ratios.

Usage: compare.py FOLDER RUNS SIZE KOLL PEER NAME=COMMAND...

KOLL is the name of the program that the others are held against, PEER that of the one that must write
the same cells. Each command is run as COMMAND SIZE FILE. Fails when the parts of the two files are not
the same but for the widths of columns.
"""

import os
import re
import statistics
import subprocess
import sys
import time
import zipfile

WIDTHS = re.compile(rb"<cols>.*?</cols>", re.S)


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: WIDTHS.sub(b"", archive.read(name)) for name in archive.namelist()}


def run(command, size, path):
    """Wall seconds, processor seconds, and the most memory in MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen([*command.split(), size, path], stdout=subprocess.PIPE)
    steps = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed with status {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, steps


def main(folder, runs, size, koll, peer, *programs):
    programs = dict(program.split("=", 1) for program in programs)
    results = {name: [] for name in programs}
    for _ in range(int(runs)):
        for name, command in programs.items():
            results[name].append(run(command, size, f"{folder}/{name}-{size}.xlsx"))
    print(f"{size}, median of {runs}, load {os.getloadavg()[0]:.1f}:")
    medians = {
        name: [statistics.median(column) for column in list(zip(*rows))[:3]]
        for name, rows in results.items()
    }
    base = medians[peer]
    for name, (wall, processor, memory) in medians.items():
        print(
            f"  {name:<11} {wall * 1000:9.1f} ms ({wall / base[0]:.2f} x {peer}), processor "
            f"{processor * 1000:9.1f} ms ({processor / base[1]:.2f} x), {memory:6.0f} MiB"
        )
    for step in results[koll][-1][3].splitlines():
        print(f"  {koll} of which, in ms: {step}")
    ours, theirs = (parts(f"{folder}/{name}-{size}.xlsx") for name in (koll, peer))
    other = [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)]
    if other:
        sys.exit(f"the workbooks differ in {', '.join(sorted(other))}")
    cells = sum(part.count(b"<c ") for name, part in ours.items() if "worksheets/sheet" in name)
    print(f"  the same {cells} cells in both")


main(*sys.argv[1:])
