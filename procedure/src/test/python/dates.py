# SPDX-License-Identifier: Apache-2.0
"""Counts periods without the engine: writes dates.csv, which IndependentDatesTest holds against the calendars.

pip install python-dateutil holidays==0.108; python dates.py > ../resources/calendar/dates.csv
Months and weeks by dateutil, holidays by python-holidays, clocks by zoneinfo.
"""

import datetime as dt
import random
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

# States for which both holiday sources agree on every weekday of 2010 to 2045 (docs/calendars.md).
ZONES = {
    "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague", "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn",
    "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London",
    "GE": "Asia/Tbilisi", "HR": "Europe/Zagreb", "IS": "Atlantic/Reykjavik", "IT": "Europe/Rome",
    "LI": "Europe/Vaduz", "LU": "Europe/Luxembourg", "MT": "Europe/Malta", "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "RO": "Europe/Bucharest", "RS": "Europe/Belgrade",
    "SI": "Europe/Ljubljana", "SK": "Europe/Bratislava",
}
FREE = {state: holidays.country_holidays(state, years=range(2010, 2046)) for state in ZONES}
DAY = dt.timedelta(days=1)
CHANCE = random.Random(604)


def works(state, day):
    return day.weekday() < 5 and day not in FREE[state]


def rolled(state, day):
    while not works(state, day):
        day += DAY
    return day


def working_days(state, day, number):
    while number:
        day += DAY
        number -= works(state, day)
    return day


def with_two_working_days(state, event, end):
    last = rolled(state, end)
    while sum(works(state, event + n * DAY) for n in range(1, (last - event).days + 1)) < 2:
        last = rolled(state, last + DAY)
    return last


def some_day():
    year = CHANCE.randint(2010, 2044)
    # Month ends, leap days, Easter and Christmas weigh more than chance would give them.
    return CHANCE.choice([
        dt.date(year, 1, 1) + CHANCE.randint(0, 364) * DAY,
        dt.date(year, CHANCE.randint(1, 12), 1) - DAY if year > 2010 else dt.date(year, 1, 31),
        dt.date(2012 + 4 * CHANCE.randint(0, 8), 2, 29),
        dt.date(year, 12, CHANCE.randint(18, 31)),
        dt.date(year, CHANCE.randint(3, 4), CHANCE.randint(20, 30)),
    ])


def some_period():
    return CHANCE.choice([
        ("P%dM", lambda n: relativedelta(months=n), CHANCE.randint(1, 18)),
        ("P%dY", lambda n: relativedelta(years=n), CHANCE.randint(1, 1)),
        ("P%dW", lambda n: relativedelta(weeks=n), CHANCE.randint(1, 6)),
        ("P%dD", lambda n: relativedelta(days=n), CHANCE.randint(1, 30)),
    ])


def row(*fields):
    print(",".join(str(field) for field in fields))


def rows():
    row("kind", "state", "from", "period", "expected")
    for _ in range(600):
        state, day, (form, delta, n) = CHANCE.choice(list(ZONES)), some_day(), some_period()
        end = day + delta(n)
        if end.year < 2045:
            row("plus", state, day, form % n, end)
            row("end", state, day, form % n, rolled(state, end))
            least = with_two_working_days(state, day, end) if (end - day).days >= 2 else rolled(state, end)
            row("end-1182", state, day, form % n, least)
    for _ in range(300):
        state, day, n = CHANCE.choice(list(ZONES)), some_day(), CHANCE.choice([1, 2, 3, 5, 10, 21])
        row("working-days", state, day, n, working_days(state, day, n))
    for _ in range(300):
        state, n = CHANCE.choice(list(ZONES)), CHANCE.choice([1, 3, 24, 48, 72])
        zone = ZoneInfo(ZONES[state])
        day = CHANCE.choice([some_day(), last_sunday(3), last_sunday(10)]) - CHANCE.randint(0, 3) * DAY
        at = dt.datetime.combine(day, dt.time(CHANCE.randint(0, 23), CHANCE.randint(0, 59)), dt.timezone.utc)
        if at.year >= 2010:
            end = (at + dt.timedelta(hours=n)).astimezone(zone)
            row("hours", state, at.astimezone(zone).isoformat(), n, end.isoformat())


def last_sunday(month):
    day = dt.date(CHANCE.randint(2010, 2044), month, 31)
    return day - ((day.weekday() + 1) % 7) * DAY


rows()
