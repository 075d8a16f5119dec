"""An office's own form as an office program writes it: merged title, colours, a chart, a list to choose from, formulas."""

import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

book = Workbook()
summary = book.active
summary.title = "Tổng hợp"
summary.merge_cells("A1:D1")
summary["A1"] = "BIỂU TỔNG HỢP (đã nhận {{reg.received}}/{{reg.expected}} đơn vị)"
summary["A1"].font = Font(name="Times New Roman", size=14, bold=True)
summary["A1"].alignment = Alignment(horizontal="center")
for row, code in enumerate(["union_members_informed", "workers_informed"], start=3):
    summary.cell(row, 1, f"{{{{ind.{code}.numerator}}}}").number_format = "#,##0"
    summary.cell(row, 2, f"{{{{ind.{code}.denominator}}}}").number_format = "#,##0"
    summary.cell(row, 3, f"{{{{ind.{code}.rate}}}}").number_format = "0.0%"
    summary.cell(row, 4, f"=A{row}/B{row}").number_format = "0.0%"
summary["A6"] = "{{khong.co}}"
choice = DataValidation(type="list", formula1='"Có,Không"')
summary.add_data_validation(choice)
choice.add("D6")
chart = BarChart()
chart.add_data(Reference(summary, min_col=1, max_col=2, min_row=3, max_row=4))
summary.add_chart(chart, "F3")
units = book.create_sheet("Từng đơn vị")
units.append(["TT", "Đơn vị", "Đoàn viên", "Được tuyên truyền", "Tỷ lệ"])
units.append(["{{#units}}{{unit.place}}", "{{unit.name}}", "{{fld.um_total@unit}}", "{{fld.um_informed@unit}}", "=IF(N(C2)=0,\"\",D2/C2)"])
line = Side(style="thin")
for cell in units[2]:
    cell.border = Border(top=line, bottom=line, left=line, right=line)
    cell.fill = PatternFill("solid", fgColor="FFF8DC")
units["E2"].number_format = "0.0%"
units.freeze_panes = "C2"
units.print_area = "A1:E2"
book.save(sys.argv[1])
