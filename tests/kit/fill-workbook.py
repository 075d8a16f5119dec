"""Fills and re-reads workbooks by defined name, as people's own scripts do.

stdin: {"jobs": [{"source": path, "target": path, "values": {name: value}}]}; without a target the names in
"values" are only read. stdout: one object of name -> value per job.
"""
import json
import sys

import openpyxl


def cell_of(workbook, name):
    names = workbook.defined_names
    # openpyxl 3.0 keeps a list-like object, 3.1 a dict.
    defined = names[name] if hasattr(names, "keys") else names.get(name)
    (sheet, address), = defined.destinations
    return workbook[sheet][address.replace("$", "")]


results = []
for job in json.load(sys.stdin)["jobs"]:
    workbook = openpyxl.load_workbook(job["source"])
    if job.get("target"):
        for name, value in job["values"].items():
            cell_of(workbook, name).value = value
        workbook.save(job["target"])
        workbook = openpyxl.load_workbook(job["target"])
    results.append({name: cell_of(workbook, name).value for name in job["values"]})
json.dump(results, sys.stdout)
