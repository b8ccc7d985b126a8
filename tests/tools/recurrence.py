#!/usr/bin/env python3
"""Writes tests/golden/recurrence.json: recurrence rules and the local times that dateutil expands
them to. Run it by hand (`pip install python-dateutil`); the tests only read what it wrote.

A rule has no time zone here: DTSTART, UNTIL and every date are wall-clock times.
"""

import json
import random
import re
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

import dateutil
from dateutil.rrule import rruleset, rrulestr

SEED = 20111230
RULES = 640
SETS = 160
MOST_DATES = 24
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
# How far ahead a rule of each frequency is looked at, in days.
AHEAD = {"DAILY": 120, "WEEKLY": 500, "MONTHLY": 1300, "YEARLY": 5000}
# The set-up of a programme, and rules that calendars are known to get wrong.
KNOWN = [
    ("FREQ=WEEKLY;BYDAY=MO,WE,TH", "2026-01-05T17:30"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "2026-01-10T10:00"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU", "1997-08-05T09:00"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,SU", "1997-08-05T09:00"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2024-01-31T09:00"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-29T09:00"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2024-01-26T09:00"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2024-09-13T09:00"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-01-31T09:00"),
    ("FREQ=YEARLY", "2024-02-29T08:15"),
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2015-12-28T09:00"),
    ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;WKST=SU", "2012-01-02T09:00"),
    ("FREQ=YEARLY;BYYEARDAY=1,100,200,366", "2012-01-01T09:00"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2011-11-24T12:00"),
    ("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30", "2026-03-27T09:00"),
    ("FREQ=DAILY;COUNT=10;INTERVAL=3", "2011-12-24T00:00"),
    ("FREQ=DAILY;UNTIL=20120102", "2011-12-28T23:30"),
]


def some(numbers, most):
    chosen = random.sample(numbers, random.randint(1, most))
    return ",".join(str(number) for number in sorted(chosen, key=str))


def nth_days(furthest):
    # The fifth last of a month is refused, as no calendar program offers it.
    days = random.sample(DAYS, random.randint(1, 3))
    nths = [number for number in range(1 - furthest, furthest + 1) if number]
    return ",".join(f"{random.choice(nths)}{day}" for day in days)


def parts(frequency):
    """The BY parts that RFC 5545 allows with a frequency."""
    chance = lambda of_ten: random.randrange(10) < of_ten
    found = {}
    if chance(3):
        found["BYMONTH"] = some(range(1, 13), 4)
    if frequency == "WEEKLY":
        if chance(8):
            found["BYDAY"] = some(DAYS, 5)
    elif frequency == "DAILY":
        if chance(3):
            found["BYDAY"] = some(DAYS, 4)
        elif chance(3):
            found["BYMONTHDAY"] = some([*range(1, 32), *range(-31, 0)], 8)
    elif frequency == "MONTHLY":
        if chance(4):
            found["BYMONTHDAY"] = some([*range(1, 32), *range(-31, 0)], 5)
        if chance(5):
            found["BYDAY"] = nth_days(5) if chance(5) else some(DAYS, 4)
    elif chance(2):
        found["BYYEARDAY"] = some([*range(1, 367), *range(-366, 0)], 6)
    elif chance(3):
        found.pop("BYMONTH", None)
        found["BYWEEKNO"] = some([*range(1, 54), *range(-53, 0)], 4)
        found["BYDAY"] = some(DAYS, 3)
    elif chance(5):
        furthest = 5 if "BYMONTH" in found else 53
        found["BYDAY"] = nth_days(furthest) if chance(6) else some(DAYS, 2)
    elif chance(5):
        found["BYMONTHDAY"] = some([*range(1, 32), *range(-31, 0)], 4)
    if any(name in found for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")) and chance(2):
        found["BYSETPOS"] = some([1, 2, 3, -1, -2], 2)
    if chance(1):
        found["BYHOUR"] = some(range(24), 3)
    return found


def rule_text(start):
    frequency = random.choice(list(AHEAD))
    text = [f"FREQ={frequency}"]
    if random.randrange(2):
        text.append(f"INTERVAL={random.randint(1, 5)}")
    text += [f"{name}={value}" for name, value in parts(frequency).items()]
    if random.randrange(4) == 0:
        text.append(f"WKST={random.choice(DAYS)}")
    bound = random.randrange(4)
    until = start + timedelta(days=random.randint(1, AHEAD[frequency]))
    if bound == 0:
        text.append(f"COUNT={random.randint(1, 20)}")
    elif bound == 1:
        text.append(f"UNTIL={until:%Y%m%dT%H%M}00")
    elif bound == 2:
        text.append(f"UNTIL={until:%Y%m%d}")
    return ";".join(text)


def end_of_last_day(rule):
    """An UNTIL that is a date means the whole of that day; dateutil reads its first moment."""
    return re.sub(r"UNTIL=(\d{8})(?=;|$)", r"UNTIL=\1T235959", rule)


def expand(rule, start, end):
    # Without a bound dateutil would look for a date that never comes until the year 9999.
    bound = f"{end:%Y%m%dT%H%M%S}"
    kept = end_of_last_day(rule)
    if "UNTIL=" not in kept:
        without_count = ";".join(part for part in kept.split(";") if not part.startswith("COUNT="))
        if not list(rrulestr(f"{without_count};UNTIL={bound}", dtstart=start)):
            return []
    dates = rrulestr(kept, dtstart=start)
    return list(takewhile(lambda date: date <= end, dates))


def some_start():
    day = datetime(2011, 1, 1) + timedelta(days=random.randrange(365 * 18))
    return day.replace(hour=random.randrange(24), minute=random.choice([0, 15, 30, 45]))


def frequency_of(rule):
    return rule.split(";")[0].removeprefix("FREQ=")


def minute(moment):
    return moment.strftime("%Y-%m-%dT%H:%M")


def case(rule, start):
    end = start + timedelta(days=AHEAD[frequency_of(rule)], minutes=7)
    dates = expand(rule, start, end)
    if len(dates) > MOST_DATES:
        dates = dates[:MOST_DATES]
        end = dates[-1] + timedelta(minutes=7)
    return {"rule": rule, "start": start, "end": end, "dates": dates}


def with_dates(found):
    """The same rule with some of its dates left out and a few others put in, as a set."""
    dates, end = found["dates"], found["end"]
    excluded = random.sample(dates, random.randint(0, min(4, len(dates))))
    extra = [some_start().replace(year=end.year, day=random.randint(1, 28)) for _ in range(random.randint(0, 3))]
    extra += random.sample(dates, random.randint(0, 1))
    if random.randrange(3) == 0:
        excluded += extra[:1]
    whole = rruleset()
    for date in dates + extra:
        whole.rdate(date)
    for date in excluded:
        whole.exdate(date)
    return found | {
        "extra": sorted(set(extra)),
        "excluded": sorted(set(excluded)),
        "dates": [date for date in whole if date <= end],
    }


def written(found):
    as_text = lambda value: [minute(date) for date in value] if isinstance(value, list) else value
    plain = {
        name: minute(value) if isinstance(value, datetime) else as_text(value)
        for name, value in found.items()
    }
    return "  " + json.dumps(plain, separators=(",", ":"))


def main():
    random.seed(SEED)
    rules = [case(rule, datetime.fromisoformat(start)) for rule, start in KNOWN]
    seen = {rule for rule, _ in KNOWN}
    while len(rules) < RULES:
        start = some_start()
        rule = rule_text(start)
        if rule in seen:
            continue
        found = case(rule, start)
        if found["dates"]:
            seen.add(rule)
            rules.append(found)
    sets = [with_dates(found) for found in random.sample(rules, SETS)]
    lines = lambda cases: ",\n".join(written(found) for found in cases)
    text = (
        "{\n"
        f'"tool": "dateutil {dateutil.__version__}",\n"seed": {SEED},\n'
        f'"rules": [\n{lines(rules)}\n],\n"sets": [\n{lines(sets)}\n]\n'
        "}\n"
    )
    place = Path(__file__).parent.parent / "golden" / "recurrence.json"
    place.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
