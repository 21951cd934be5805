"""Makes a municipality of random facts, and compares Koll's sums of them with SQLite's.

Usage: sums.py make FOLDER FACTS SEED
       sums.py compare FOLDER REPORT

`make` writes a project to an empty folder: koll.yaml, struktur.csv and huvudbok.csv. `compare`
reads the same huvudbok.csv into SQLite, sums it for each column of REPORT (what `koll report
--format json` wrote), and prints every figure that is not the same to the öre.
"""

import csv
import json
import random
import sqlite3
import sys
from decimal import Decimal

COMMITTEES, DEPARTMENTS = 8, 12
ACCOUNTS = ["3010", "3070", "3551", "4010", "4510", "5010", "5510", "6150", "6990", "7410"]
MONTHS = "substr(period, 6) + 0"
COST, INCOME = "konto >= '4'", "konto < '4'"


def column(words, type, year, first=1, last=12, side="1"):
    """A column of the report as the project file words it, and the rows that SQL sums for it."""
    where = f"typ = '{type}' AND år = {year} AND {MONTHS} BETWEEN {first} AND {last} AND {side}"
    return words, where


COLUMNS = [
    column("utfall 2021-03", "Utfall", 2021, 3, 3),
    column("utfall 2021-01...2021-08", "Utfall", 2021, 1, 8),
    column("utfall 2021-04...2021-06", "Utfall", 2021, 4, 6),
    column("utfall 2020", "Utfall", 2020),
    column("utfall 2021 kostnader", "Utfall", 2021, side=COST),
    column("utfall 2021 intäkter", "Utfall", 2021, side=INCOME),
    column("utfall 2021-08 kostnader", "Utfall", 2021, 8, 8, COST),
    column("utfall 2021", "Utfall", 2021),
    column("budget 2021-08", "Budget", 2021, 8, 8),
    column("budget 2021-01...2021-08", "Budget", 2021, 1, 8),
    column("budget 2021-01...2021-08 intäkter", "Budget", 2021, 1, 8, INCOME),
    column("budget 2021", "Budget", 2021),
]

PROJECT = """\
version: 1
organisation:
  code: prov
  name: Provkommunen
structure:
  file: struktur.csv
  encoding: utf-8
  delimiter: ";"
sources:
  - file: huvudbok.csv
    encoding: utf-8
    delimiter: ";"
    layout: long
    unit: kr
    sign: ledger
    duplicates: add
    columns:
      nämnd: område
      avdelning: område
    accounts:
      "3": intäkt
      "4-7": kostnad
reports:
  - name: prov
    title: Prov
    year: 2021
    unit: kr
    decimals: 2
    sections: [table]
    columns:
"""


def written(ore):
    """An amount as a Swedish export writes it: decimal comma, and öre only where there are some."""
    kronor, rest = divmod(abs(ore), 100)
    return ("-" if ore < 0 else "") + str(kronor) + (f",{rest:02}" if rest else "")


def make(folder, count, seed):
    chance = random.Random(seed)
    with open(f"{folder}/koll.yaml", "w", encoding="utf-8") as project:
        project.write(PROJECT + "".join(f"      - {words}\n" for words, _ in COLUMNS))
    with open(f"{folder}/struktur.csv", "w", encoding="utf-8") as structure:
        structure.write("kod;namn;överordnad\n")
        for committee in range(1, COMMITTEES + 1):
            structure.write(f"{committee};Nämnd {committee};\n")
            for number in range(1, DEPARTMENTS + 1):
                code = f"{committee}{number:02}"
                structure.write(f"{code};Avdelning {code};{committee}\n")
    with open(f"{folder}/huvudbok.csv", "w", encoding="utf-8") as ledger:
        ledger.write("år;period;nämnd;avdelning;konto;typ;belopp\n")
        for _ in range(count):
            year, committee = chance.choice([2020, 2021]), chance.randint(1, COMMITTEES)
            department = f"Avdelning {committee}{chance.randint(1, DEPARTMENTS):02}"
            account = chance.choice(ACCOUNTS)
            amount = chance.randint(1, 10 ** chance.randint(1, 9))
            # Income is minus, and one amount in ten is a correction.
            amount *= (-1 if account < "4" else 1) * (-1 if chance.random() < 0.1 else 1)
            ledger.write(
                f"{year};{year}-{chance.randint(1, 12):02};Nämnd {committee};{department};"
                f"{account};{chance.choice(['Utfall', 'Budget'])};{written(amount)}\n"
            )


def compare(folder, report):
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE ledger (år INT, period, nämnd, avdelning, konto, typ, öre INT)")
    with open(f"{folder}/huvudbok.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    base.executemany(
        "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)",
        ([*row[:6], int(Decimal(row[6].replace(",", ".")) * 100)] for row in rows),
    )
    expected = {}
    for place, (_, where) in enumerate(COLUMNS):
        for path in ["nämnd, avdelning", "nämnd", ""]:
            grouping = f"GROUP BY {path}" if path else ""
            labels = f"{path}," if path else ""
            query = f"SELECT {labels} sum(öre) FROM ledger WHERE {where} {grouping}"
            for *labels, amount in base.execute(query):
                if amount is not None:
                    expected[tuple(labels), place] = amount
    with open(report, encoding="utf-8") as file:
        table = json.load(file, parse_float=Decimal, parse_int=Decimal)
    found = {}
    for row in table["rows"]:
        for place, value in enumerate(row["values"]):
            if value is not None:
                found[tuple(row["path"]), place] = int(value * 100)
    wrong = [key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)]
    for path, place in sorted(wrong):
        figures = [figures.get((path, place)) for figures in (expected, found)]
        print(f"{' / '.join(path)}; {COLUMNS[place][0]}: SQLite {figures[0]}, Koll {figures[1]}")
    print(f"{len(rows)} facts, {len(expected)} sums, {len(wrong)} differ")
    return 1 if wrong or not expected else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"] and len(sys.argv) == 5:
        make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1:2] == ["compare"] and len(sys.argv) == 4:
        sys.exit(compare(sys.argv[2], sys.argv[3]))
    else:
        sys.exit(__doc__)
