"""The years of which figures are held in ``data/held`` and shown."""

from dashboard.domain.years import ReportingYear

HELD_YEARS = tuple(str(ReportingYear(start)) for start in range(2014, 2025))
