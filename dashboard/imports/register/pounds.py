"""The sum a remedy's text names, where it names one and no other can be meant."""

import re
from decimal import ROUND_HALF_UP, Decimal

_SPACES = " \u00a0\u2009\u202f"
_SUM = re.compile(
    rf"£\s?(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+|\d+)(?P<part>\.\d+)?"
    r"(?P<thousands>\s?k\b)?(?![\d½¼¾])(?![.,]\d)",
    re.IGNORECASE,
)
_UNCERTAIN_AFTER = re.compile(
    r"\s*(?:[-–—]|(?:an?|per|each|every|for each)\s+(?:month|week|day|year|term|person|child|of)\w*\b"
    r"|each\b"
    r"|monthly\b|weekly\b|annually\b|thousand\b|million\b|billion\b|hundred\b|[mb]n?\b|x\b|×"
    r"|(?:less|minus|plus|or)\b|(?:days?|weeks?|months?|hours?|years?|people)\b)",
    re.IGNORECASE,
)
_UNCERTAIN_BEFORE = re.compile(
    r"(?:\d\s*[x×]|\b(?:times|of|between|less|minus|plus|up to|at least|more than|per cent))\s*$",
    re.IGNORECASE,
)
_PENCE = 2


def pounds(text: str) -> int | None:
    """Return the sum a text names, in whole pounds (half a pound rounded up).

    None where it names none, or several, or one that is multiplied, divided or a limit: what is not said
    for certain is not shown as paid.

    >>> pounds("£1,250 for the distress"), pounds("£1.5k"), pounds("£100 a month for six months")
    (1250, 1500, None)
    """
    if text.count("£") != 1:
        return None
    found = _SUM.search(text)
    if found is None or _UNCERTAIN_AFTER.match(text[found.end() :]):
        return None
    if _UNCERTAIN_BEFORE.search(text[: found.start()]):
        return None
    part = found["part"] or ""
    if part and not found["thousands"] and len(part) - 1 != _PENCE:
        return None  # “£1.250” is a pound and a quarter, or a thousand times that
    number = Decimal(re.sub(r"[^\d]", "", found["whole"]) + part)
    if found["thousands"]:
        number *= 1000
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))
