"""Makes the project of a made-up municipality of any size: the same bytes each time.

Usage: municipality.py FOLDER [BOARDS [UNITS [ACCOUNTS]]]

A ledger of a year with BOARDS nämnder of UNITS units each, ACCOUNTS accounts a unit and month, the
year before by month, a budget by month and three rounds of forecasts. What is left out is of the size
that the benchmarks are about: 12 nämnder, 400 areas in all, 200 000 facts.
"""

import random
import sys
from pathlib import Path

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
ROUNDS = ["2025-03", "2025-05", "2025-08"]
PROJECT = """version: 1
organisation:
  code: prov
  name: Provkommun (påhittad)
structure:
  file: struktur.csv
sources:
  - {file: huvudbok.csv, layout: long, unit: kr, sign: ledger, columns: {Belopp: utfall}}
  - {file: budget.csv, layout: wide, unit: tkr, sign: cost}
  - {file: utfall-2024.csv, layout: wide, unit: kr, sign: cost}
  - {file: prognos-2025-03.csv, unit: tkr, sign: cost}
  - {file: prognos-2025-05.csv, unit: tkr, sign: cost}
  - {file: prognos-2025-08.csv, unit: tkr, sign: cost}
reports:
  - name: m
    kind: månadsuppföljning
    unit: tkr
    decimals: 0
    areas: each
"""


def main(folder, boards=12, units=32, accounts=41):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(2025)

    def write(name, header, rows):
        lines = [";".join(map(str, row)) for row in [header, *rows]]
        (folder / name).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")

    (folder / "koll.yaml").write_text(PROJECT, encoding="utf-8")
    structure, leaves = [], []
    for board in range(1, boards + 1):
        structure.append((f"{board:03}", f"Nämnden för ärende {board}", "", "nämnd"))
        for unit in range(1, units + 1):
            code, name = f"{board:03}{unit:03}", f"Enhet {unit} för ärende {board}"
            structure.append((code, name, f"{board:03}", "enhet"))
            leaves.append((code, name, chance.randrange(400, 40_000)))
    write("struktur.csv", ("kod", "namn", "överordnad", "typ"), structure)

    ledger, budget, before, forecasts = [], [], [], {name: [] for name in ROUNDS}
    for code, name, year in leaves:
        months = [year // 12] * 11 + [year - year // 12 * 11]
        budget.append((code, name, *months))
        before.append((code, name, *(f"{kr * 960 + chance.randrange(99_999)},50" for kr in months)))
        for name_of_round in ROUNDS:
            forecasts[name_of_round].append((code, name, year + chance.randrange(-200, 200)))
        for month, amount in enumerate(months, 1):
            for account in range(accounts):
                share = amount * 1_000 // accounts + chance.randrange(-900, 900)
                ledger.append(
                    (code, name, 4_000 + account * 40, f"2025{month:02}",
                     f"{share},{chance.randrange(100):02}")
                )
    write("huvudbok.csv", ("Ansvar", "Ansvar (T)", "Konto", "Period", "Belopp"), ledger)
    head = ("Ansvar", "Benämning")
    write("budget.csv", (*head, *(f"Budget {month} 2025" for month in MONTHS)), budget)
    write("utfall-2024.csv", (*head, *(f"Utfall {month} 2024" for month in MONTHS)), before)
    for name, rows in forecasts.items():
        write(f"prognos-{name}.csv", (*head, f"Prognos 2025 per {name}"), rows)


main(sys.argv[1], *map(int, sys.argv[2:]))
