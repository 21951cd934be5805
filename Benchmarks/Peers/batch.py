"""Writes with XlsxWriter the sheets of a folder of reports that Koll has written.

Usage: batch.py record REPORTS FILE
       batch.py write FILE FOLDER

`record` reads every workbook and text of REPORTS into FILE. `write` writes them anew, as a program
would that has all figures at hand: the same cells with their formulas and formats, and the texts;
not what the formulas give, the charts, the links and the rules of the sheets.
"""

import pickle
import sys
from pathlib import Path


def look(cell):
    """What a format says of a cell, as XlsxWriter names it."""
    font, side = cell.font, cell.alignment
    return (
        ("num_format", cell.number_format), ("bold", bool(font.bold)), ("italic", bool(font.italic)),
        ("font_name", font.name or "Calibri"), ("font_size", font.sz or 11),
        ("indent", int(side.indent or 0)), ("text_wrap", bool(side.wrap_text)),
        *((("align", side.horizontal),) if side.horizontal else ()),
        *((("top", 1),) if cell.border.top.style else ()),
        *((("bottom", 1),) if cell.border.bottom.style else ()),
    )


def record(reports, file):
    import openpyxl

    reports = Path(reports)
    books = {}
    for path in sorted(reports.glob("*/*.xlsx")):
        book = openpyxl.load_workbook(path)
        books[str(path.relative_to(reports))] = [
            (sheet.title, [
                (cell.row - 1, cell.column - 1, cell.value, look(cell))
                for row in sheet.iter_rows() for cell in row
                if cell.value is not None or cell.has_style
            ])
            for sheet in book.worksheets
        ]
    texts = {str(path.relative_to(reports)): path.read_bytes() for path in reports.glob("*/*.txt")}
    Path(file).write_bytes(pickle.dumps((books, texts)))
    cells = sum(len(cells) for book in books.values() for _, cells in book)
    print(f"{len(books)} workbooks with {cells} cells, {len(texts)} texts")


def write(file, folder):
    import xlsxwriter

    folder = Path(folder)
    books, texts = pickle.loads(Path(file).read_bytes())
    for name in {Path(name).parent for name in [*books, *texts]}:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, sheets in books.items():
        with xlsxwriter.Workbook(folder / name) as book:
            formats = {}
            for title, cells in sheets:
                sheet = book.add_worksheet(title)
                for row, column, content, look in cells:
                    if look not in formats:
                        formats[look] = book.add_format(dict(look))
                    style = formats[look]
                    if content is None:
                        sheet.write_blank(row, column, None, style)
                    elif isinstance(content, str) and content.startswith("="):
                        sheet.write_formula(row, column, content, style)
                    elif isinstance(content, str):
                        sheet.write_string(row, column, content, style)
                    elif isinstance(content, (int, float)):
                        sheet.write_number(row, column, content, style)
                    else:
                        sheet.write_datetime(row, column, content, style)
    for name, text in texts.items():
        (folder / name).write_bytes(text)


{"record": record, "write": write}[sys.argv[1]](*sys.argv[2:])
