"""Compares two workbooks cell by cell as openpyxl reads their stored results, and tells what it saw as JSON."""

import json
import sys

from openpyxl import load_workbook

ours, other = (load_workbook(path, data_only=True) for path in sys.argv[1:3])
formulas = load_workbook(sys.argv[1])
differences = []
seen = {"cells": 0, "formulas": 0, "notes": 0}
for sheet in ours.worksheets:
    twin = other[sheet.title]
    for row in sheet.iter_rows():
        for cell in row:
            seen["cells"] += cell.value is not None
            source = formulas[sheet.title][cell.coordinate]
            seen["formulas"] += source.data_type == "f"
            seen["notes"] += source.comment is not None
            mine, theirs = cell.value or "", twin[cell.coordinate].value or ""
            if isinstance(mine, (int, float)) and isinstance(theirs, (int, float)):
                same = abs(mine - theirs) <= 1e-12 * max(1, abs(mine))
            else:
                same = mine == theirs
            if not same:
                differences.append([sheet.title, cell.coordinate, mine, theirs])
names = [sheet.title for sheet in ours.worksheets]
frozen = {sheet.title: sheet.freeze_panes for sheet in ours.worksheets}
print(json.dumps({"names": names, "frozen": frozen, "seen": seen, "differences": differences}))
