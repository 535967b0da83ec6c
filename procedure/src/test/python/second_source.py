# SPDX-License-Identifier: Apache-2.0
"""Writes second-source.csv, which SecondSourceTest holds against the calendars: holidays on Mondays to Fridays.

pip install holidays==0.108; python second_source.py > ../resources/calendar/second-source.csv
"""

import datetime as dt

import holidays

STATES = (
    "AT BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO RS SE SI SK".split()
)
YEARS = range(2010, 2046)

print("state,year,days")
for state in STATES:
    days = holidays.country_holidays(state, years=YEARS)
    for year in YEARS:
        inside = sorted(day for day in days if day.year == year and day.weekday() < 5)
        print(f"{state},{year}," + " ".join(dt.date.strftime(day, "%m-%d") for day in inside))
