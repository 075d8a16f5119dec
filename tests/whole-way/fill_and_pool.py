"""Fills workbooks by defined name with random counts and pools them independently of the program under test.

stdin: {"seed", "units": [{"code", "kind", "line"}], "templates": {code: path}, "arrived": directory, "held_back": directory,
        "earlier": truth of the earlier period or null, "register": path or null, "final": bool, "share": 0..1, "zip": path or null}
stdout: {"now": figures without the workbooks held back, "all": figures with them, "readings": {unit: {field: [state, value]}},
         "missing": [code] (none arrived), "files": {unit: file name}}; figures = {"province": …, "units": {code: …}}.
Indicators, thresholds and states are written down here once more on purpose: this is the other side of the comparison.
"""
import json
import multiprocessing
import os
import random
import sys
import zipfile
from fractions import Fraction

import openpyxl

# code, numerator, denominator, percent?, target
INDICATORS = [
    ("ind.union_members_informed", "um_informed", "um_total", True, 90),
    ("ind.workers_informed", "w_informed", "w_total", True, 85),
    ("ind.workers_upskilled", "w_upskilled", "w_total", True, 65),
    ("ind.elite_members_introduced", "um_introduced", "ub_with_source", False, 1),
    ("ind.democracy_reg_state", "ub_state_dr", "ub_state", True, 100),
    ("ind.democracy_reg_nonstate", "ub_nonstate_dr", "ub_nonstate", True, 85),
    ("ind.staff_conference_psu", "ub_psu_conf", "ub_psu", True, 90),
    ("ind.worker_conference_nonstate", "ent_nonstate_conf", "ent_nonstate", True, 65),
    ("ind.dialogue_enterprises", "ent_dialogue", "ent_total", True, 65),
    ("ind.cba_signed", "ent_cba", "ent_union", True, 75),
    ("ind.union_cadres_trained", "uc_trained", "uc_total", True, 100),
]
FIELDS = (
    "um_total um_informed um_introduced um_admitted w_total w_informed w_upskilled ub_total ub_state ub_nonstate ub_psu "
    "ub_with_source ub_state_dr ub_nonstate_dr ub_psu_conf ent_total ent_state ent_nonstate ent_lt10 ent_union "
    "ent_nonstate_conf ent_dialogue ent_cba cba_new cba_registered uc_total uc_trained propaganda_sessions "
    "propaganda_turns leader_dialogues"
).split()
# Never left open, so that full coverage is reached once everybody has sent.
ALWAYS_ANSWERED = {"um_informed", "um_total", "ub_psu_conf", "ub_psu", "uc_trained", "uc_total", "ent_cba", "ent_union", "ent_dialogue", "ent_total"}
NIL = ["-", "không", "Không có", "không phát sinh", "KHÔNG PHÁT SINH", "0 phát sinh"]
NOT_APPLICABLE = ["x", "X", "không áp dụng", "Không thuộc đối tượng"]
BLANK = [None, None, None, "…", "chưa có số liệu"]
UNREADABLE = ["1,234", "-5", "12,5", "khoảng 40", "45/50", 3.5, "90%"]
PERSONS = {"um_total", "um_informed", "w_total", "w_informed", "uc_total"}


def counts(rng):
    """Consistent counts of one commune; ub_psu is nowhere anything but nothing."""
    v = {}

    def pair(top, bottom, largest, low, high):
        v[bottom] = rng.randint(0, largest)
        v[top] = v[bottom] * rng.randint(low, high) // 100

    pair("um_informed", "um_total", 4000, 88, 96)
    pair("w_informed", "w_total", 12000, 70, 100)
    v["w_upskilled"] = v["w_total"] * rng.randint(20, 60) // 100
    pair("ub_state_dr", "ub_state", 12, 100, 100)
    pair("ub_nonstate_dr", "ub_nonstate", 40, 60, 100)
    v["ub_total"] = v["ub_state"] + v["ub_nonstate"]
    v["ub_psu"] = v["ub_psu_conf"] = 0
    v["ub_with_source"] = rng.randint(0, v["ub_total"])
    v["um_introduced"] = v["ub_with_source"] * rng.randint(0, 300) // 100
    v["um_admitted"] = rng.randint(0, 9)
    pair("ent_nonstate_conf", "ent_nonstate", 400, 60, 70)
    v["ent_state"] = rng.randint(0, 5)
    v["ent_total"] = v["ent_state"] + v["ent_nonstate"]
    v["ent_dialogue"] = v["ent_total"] * rng.randint(75, 100) // 100
    v["ent_lt10"] = rng.randint(0, v["ent_total"])
    pair("ent_cba", "ent_union", 60, 70, 90)
    pair("uc_trained", "uc_total", 90, 90, 100)
    v["cba_new"], v["cba_registered"] = rng.randint(0, 9), rng.randint(0, 9)
    v["propaganda_sessions"], v["leader_dialogues"] = rng.randint(0, 300), rng.randint(0, 20)
    v["propaganda_turns"] = rng.randint(0, 999_999_999_999)
    return v


def typed(rng, field, value):
    """One of the ways in which people and scripts write the same count."""
    grouped = f"{value:,}"
    ways = [value, value, value, value, float(value), str(value), f"0{value}" if value < 10**11 else str(value), f" {value} "]
    if value >= 1000:
        ways += [grouped.replace(",", "."), grouped.replace(",", "\u00a0")]
    if field in PERSONS:
        ways.append(f"{value} người")
    return rng.choice(ways)


def draw(rng, field, value):
    """(state, value, what stands in the cell)"""
    luck = rng.random()
    if field in ALWAYS_ANSWERED:
        if value == 0 and luck < 0.5:
            return "nil", None, rng.choice(NIL)
        return "value", value, typed(rng, field, value)
    if luck < 0.05:
        return "nil", None, rng.choice(NIL)
    if luck < 0.09:
        return "not_applicable", None, rng.choice(NOT_APPLICABLE)
    if luck < 0.14:
        return "blank", None, rng.choice(BLANK)
    if luck < 0.15:
        return "unreadable", None, rng.choice(UNREADABLE)
    return "value", value, typed(rng, field, value)


def cell_of(workbook, name):
    names = workbook.defined_names
    defined = names[name] if hasattr(names, "keys") else names.get(name)
    (sheet, address), = defined.destinations
    return workbook[sheet][address.replace("$", "")]


def fill(task):
    """The readings of one unit."""
    seed, code, source, target = task
    rng = random.Random(f"{seed} {code}")
    drawn = {field: draw(rng, field, value) for field, value in counts(rng).items()}
    readings = {field: (state, value) for field, (state, value, _) in drawn.items()}
    workbook = openpyxl.load_workbook(source)
    for field, (_, _, cell) in drawn.items():
        cell_of(workbook, f"fld.{field}").value = cell
    for task in ("1.1", "2.1", "3.3", "5.2"):
        cell_of(workbook, f"nar.tsk.{task}").value = f"Đã tổ chức {rng.randint(2, 40)} hội nghị tại {code}; xây dựng kế hoạch.\nDòng thứ hai."
    cell_of(workbook, "prop.1.text").value = f"Đề nghị hỗ trợ kinh phí {code}"
    cell_of(workbook, "prop.1.addressee").value = "Liên đoàn Lao động tỉnh"
    workbook.save(target)
    return readings


def counted(reading):
    return {"value": reading[1], "nil": 0}.get(reading[0])


def decimal(fraction, percent):
    scaled = fraction * (100 if percent else 1) * 10_000
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return f"{whole // 10_000}.{whole % 10_000:04d}"


BLANK_READING = ("blank", None)


def share(readings, top, bottom):
    """(numerator, denominator), "out" or "missing" of one unit."""
    above, below = readings.get(top, BLANK_READING), readings.get(bottom, BLANK_READING)
    if "not_applicable" in (above[0], below[0]):
        return "out"
    if counted(above) is None or counted(below) is None:
        return "missing"
    return counted(above), counted(below)


def extremes(n, d, room):
    """Lowest and highest (n+a)/(d+b), 0 ≤ a ≤ b ≤ room: each is monotonous in a and b, so corners suffice."""
    corners = [(n + a, d + b) for b in {0, min(1, room), room} for a in {0, b} if d + b > 0]
    rates = [Fraction(a, b) for a, b in corners]
    return (min(rates), max(rates)) if rates else (None, None)


class Period:
    def __init__(self, job, readings):
        self.units, self.readings, self.job = job["units"], readings, job
        self.registered = job["registered"]
        earlier = job["earlier"] or {"readings": {}, "missing": []}
        self.earlier = {code: values for code, values in earlier["readings"].items() if code not in earlier["missing"]}

    def basis(self, unit, top, bottom):
        code = unit["code"]
        own = counted(self.readings.get(code, {}).get(bottom, BLANK_READING))
        if own is not None:
            return "reported", own
        if bottom in self.registered.get(code, {}):
            return "registered", self.registered[code][bottom]
        last = counted(tuple(self.earlier.get(code, {}).get(bottom, BLANK_READING)))
        if last is not None:
            return "last_period", last
        peers = [
            share(self.readings.get(peer["code"], {}), top, bottom)
            for peer in self.units
            if (peer["kind"], peer["line"]) == (unit["kind"], unit["line"])
        ]
        summed = [peer[1] for peer in peers if isinstance(peer, tuple)]
        return ("peer_max", max(summed)) if summed else ("none", None)

    def indicator(self, spec, line, units):
        code, top, bottom, percent, target = spec
        shares = [(unit, share(self.readings.get(unit["code"], {}), top, bottom)) for unit in units]
        summed = [part for _, part in shares if isinstance(part, tuple)]
        missing = [self.basis(unit, top, bottom) for unit, part in shares if part == "missing"]
        out = sum(1 for _, part in shares if part == "out")
        n, d = sum(part[0] for part in summed), sum(part[1] for part in summed)
        kinds = {kind for kind, _ in missing}
        basis = None if not kinds else "none" if "none" in kinds else kinds.pop() if len(kinds) == 1 else "mixed"
        low, high = (None, None) if basis == "none" else extremes(n, d, sum(size for _, size in missing))
        goal = Fraction(target, 100 if percent else 1)
        if not summed and (missing or not out):
            verdict = "no_data"
        elif not missing and d == 0:
            verdict = "nil"
        elif basis == "none":
            verdict = "no_data"
        elif d == 0:
            verdict = "undetermined"
        else:
            verdict = "met" if low >= goal else "not_met" if high < goal else "undetermined"
        return {
            "code": code,
            "line": line,
            "numerator": n,
            "denominator": d,
            "rate": decimal(Fraction(n, d), percent) if d else None,
            "target": target,
            "verdict": verdict,
            "final": self.job["final"],
            "coverage": {"reported": len(summed), "expected": len(units) - out},
            "bounds": {
                "low": None if low is None else decimal(low, percent),
                "high": None if high is None else decimal(high, percent),
                "basis": basis,
            },
        }

    def line(self, name):
        return [unit for unit in self.units if unit["line"] == name]

    def province(self):
        communes = self.line("territorial")
        cross = []
        for spec in INDICATORS:
            for line in ("federation", "government"):
                whole = self.indicator(spec, line, self.line(line))
                cross.append({key: whole[key] for key in ("code", "line", "numerator", "denominator", "coverage")})
        fields, states = {}, {}
        for field in FIELDS:
            readings = [self.readings[unit["code"]][field] for unit in communes if unit["code"] in self.readings]
            found = [state for state, _ in readings]
            states[field] = next((s for s in ("value", "nil", "unreadable", "blank", "not_applicable") if s in found), "blank")
            fields[field] = sum(value or 0 for _, value in readings) if states[field] == "value" else None
        indicators = [self.indicator(spec, "territorial", communes) for spec in INDICATORS]
        return {"indicators": indicators, "crossChecks": cross, "fields": fields, "states": states}

    def unit(self, unit):
        readings = self.readings.get(unit["code"], {})
        return {
            "indicators": [self.indicator(spec, unit["line"], [unit]) for spec in INDICATORS],
            "crossChecks": [],
            "fields": {field: readings.get(field, BLANK_READING)[1] for field in FIELDS},
            "states": {field: readings.get(field, BLANK_READING)[0] for field in FIELDS},
        }

    def figures(self):
        return {"province": self.province(), "units": {unit["code"]: self.unit(unit) for unit in self.units}}


def register(rng, path, codes):
    """An outside list of some denominators of some units."""
    columns = ["um_total", "w_total", "ub_with_source", "uc_total", "ent_total"]
    workbook = openpyxl.Workbook()
    workbook.active.append(["Mã đơn vị", *columns])
    found = {}
    for code in codes:
        row = [rng.choice([None, rng.randint(0, 5000 if column[1] in "m_" else 300)]) for column in columns]
        workbook.active.append([code, *row])
        found[code] = {column: value for column, value in zip(columns, row) if value is not None}
    workbook.save(path)
    return found


def main():
    job = json.load(sys.stdin)
    rng = random.Random(job["seed"])
    files = {code: os.path.basename(path) for code, path in job["templates"].items()}
    missing = [unit["code"] for unit in job["units"] if unit["code"] not in files or rng.random() >= job["share"]]
    tasks = []
    for code, name in files.items():
        folder = job["held_back"] if code in missing else job["arrived"]
        os.makedirs(folder, exist_ok=True)
        tasks.append((job["seed"], code, job["templates"][code], os.path.join(folder, name)))
    with multiprocessing.Pool(2) as pool:
        readings = dict(zip(files, pool.map(fill, tasks)))
    job["registered"] = register(rng, job["register"], missing[::2]) if job["register"] else {}
    if job["zip"]:
        with zipfile.ZipFile(job["zip"], "w", zipfile.ZIP_DEFLATED) as archive:
            names = [name for code, name in files.items() if code not in missing]
            rng.shuffle(names)
            for index, name in enumerate(names):
                archive.write(os.path.join(job["arrived"], name), f"Huyện cũ {index % 7}/{name}")
    sent = {code: values for code, values in readings.items() if code not in missing}
    result = {"now": Period(job, sent).figures(), "all": Period(job, readings).figures(), "readings": readings, "missing": missing, "files": files}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
