"""Prints every cell of a workbook: sheet, cell, kind, value, formula, tab-separated."""

import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def text(element):
    return "".join(part.text or "" for part in element.iter(MAIN + "t"))


def main(path):
    with zipfile.ZipFile(path) as archive:
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = [text(item) for item in root.iter(MAIN + "si")]
        workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        for number, _ in enumerate(workbook.iter(MAIN + "sheet"), 1):
            sheet = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            for cell in sheet.iter(MAIN + "c"):
                kind = cell.get("t", "n")
                value = cell.findtext(MAIN + "v")
                formula = cell.findtext(MAIN + "f") or ""
                if value is None:
                    continue
                if kind == "s":
                    value = strings[int(value)]
                kind = "number" if kind == "n" else "error" if kind == "e" else "text"
                line = [str(number), cell.get("r"), kind, value, formula]
                print("\t".join(part.replace("\t", " ").replace("\n", " ") for part in line))


main(sys.argv[1])
