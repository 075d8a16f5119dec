"""What openpyxl sees in a filled form, as JSON."""

import json
import sys

from openpyxl import load_workbook

book = load_workbook(sys.argv[1], data_only=len(sys.argv) > 2)
summary, units = book.worksheets
print(
    json.dumps(
        {
            "summary": [[cell.value for cell in row] for row in summary["A1:D6"]],
            "merged": [str(span) for span in summary.merged_cells.ranges],
            "charts": len(summary._charts),
            "choices": [str(one.sqref) for one in summary.data_validations.dataValidation],
            "title": [summary["A1"].font.name, summary["A1"].font.sz, summary["A1"].font.b],
            "units": [[cell.value for cell in row] for row in units.iter_rows(max_col=5)],
            "looks": sorted({cell.fill.fgColor.rgb for row in units.iter_rows(min_row=2, max_col=5) for cell in row}),
            "frozen": units.freeze_panes,
            "area": units.print_area,
        }
    )
)
