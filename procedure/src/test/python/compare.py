# SPDX-License-Identifier: Apache-2.0
"""Prints where the holidays of a shipped calendar and python-holidays differ from Monday to Friday.

pip install holidays==0.108; python compare.py [../../main/resources/org/caseledger/procedure/library/calendars/FILE.json]
"""

import datetime as dt
import json
import pathlib
import sys

import holidays

SHIPPED = pathlib.Path(__file__).parent / "../../main/resources/org/caseledger/procedure/library/calendars"


def ours(calendar, state):
    table = calendar["holidays"][state]
    days = set(table["days"])
    for date, (first, last) in table["yearly"].items():
        days |= {f"{year}-{date[2:]}" for year in range(first, last + 1)}
    for feast, (first, last) in table["moving"].items():
        days |= {day for day in calendar["moving"][feast] if first <= int(day[:4]) <= last}
    return weekdays(dt.date.fromisoformat(day) for day in days)


def weekdays(days):
    return {day for day in days if day.weekday() < 5}


def print_differences(calendar):
    years = range(calendar["firstYear"], calendar["lastYear"] + 1)
    for state in sorted(calendar["holidays"]):
        names = {day: name for day, name in holidays.country_holidays(state, years=years).items() if day.year in years}
        mine, theirs = ours(calendar, state), weekdays(names)
        for day in sorted(mine ^ theirs):
            print(state, day, "only here" if day in mine else "only there: " + names[day])
        print(state, len(mine & theirs), "weekdays agree,", len(mine ^ theirs), "differ")


path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED / "reg-1182-71.json"
print_differences(json.loads(path.read_text()))
