"""Prints the cells that two independent readers find in a workbook.

A line is: reader, sheet's name, cell, kind, value; with tabs between, and no tabs in values.
"""

import sys

import openpyxl
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook


def put(reader, sheet, row, column, value):
    if value is None or value == "":
        return
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    kind, text = ("number", repr(float(value))) if is_number else ("text", str(value))
    for mark in "\t\n\r":
        text = text.replace(mark, " ")
    print(reader, sheet, f"{get_column_letter(column)}{row}", kind, text, sep="\t")


def main(path):
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            for cell in cells:
                put("openpyxl", sheet.title, cell.row, cell.column, cell.value)
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, cells in enumerate(rows, 1):
            for column, value in enumerate(cells, 1):
                put("calamine", name, row, column, value)


sys.stdout.reconfigure(encoding="utf-8")
main(sys.argv[1])
