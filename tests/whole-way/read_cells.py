"""Looks into kept files where a trace says a figure stands.

stdin: [{"path", "name", "sheet", "cell"}]; stdout: [{"value", "named": [sheet, cell]}] = what stands in that cell, and
where the workbook itself has that defined name.
"""
import json
import sys

import openpyxl

found = []
for look in json.load(sys.stdin):
    workbook = openpyxl.load_workbook(look["path"])
    names = workbook.defined_names
    defined = names[look["name"]] if hasattr(names, "keys") else names.get(look["name"])
    (sheet, address), = defined.destinations
    value = workbook[look["sheet"]][look["cell"]].value
    found.append({"value": value, "named": [sheet, address.replace("$", "")]})
json.dump(found, sys.stdout)
