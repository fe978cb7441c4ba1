"""What does a letter need to know of a locale, out of all that Unicode CLDR knows?

Babel carries CLDR; complaintkit/render/locale_text.py reads what is written here, so that a
letter need not wait for babel.
"""

import re
from typing import Any

import babel
from babel import Locale
from babel.dates import match_skeleton, parse_pattern
from babel.numbers import get_currency_precision, get_currency_symbol, list_currencies

# Those that templates/words/ names are added to these.
LOCALES = (
    *("en_US", "en_GB", "en_CA", "en_PH", "en_NG", "en_IN", "es_ES", "es_MX", "es_US"),
    *("fr_FR", "fr_CA", "fr_BE", "fr_CH", "de_DE", "de_AT", "de_CH"),
)
FORMS = {"short": "yMMMd", "month": "yMMMM", "short_month": "yMMM"}
FIELDS = ("d", "dd", "M", "MM", "MMM", "MMMM", "y", "yy", "h", "hh", "H", "HH", "mm", "a")
MADE_WITH = f"babel {babel.__version__}"


class Unfit(Exception):
    """CLDR has a pattern here that complaintkit cannot write yet."""


def locale_table(name: str) -> dict[str, Any]:
    """Return patterns, names and signs of one locale as plain values."""
    locale = Locale.parse(name)
    months = locale.months["format"]
    return {
        "source": MADE_WITH,
        "months": [months["wide"][at] for at in range(1, 13)],
        "short_months": [months["abbreviated"][at] for at in range(1, 13)],
        "day": {
            "long": fields(locale.date_formats["long"].pattern),
            **{form: fields(skeleton(locale, asked)) for form, asked in FORMS.items()},
        },
        # A narrow space that does not break is missing from many typefaces.
        "hour": fields(locale.time_formats["short"].pattern).replace("\u202f", "\u00a0"),
        "halves": [half(locale, which).replace("\u202f", "\u00a0") for which in ("am", "pm")],
        "sum": sum_pattern(locale),
        "signs": {
            code: get_currency_symbol(code, locale)
            for code in sorted(list_currencies())
            if get_currency_symbol(code, locale) != code
        },
        "decimals": {
            code: get_currency_precision(code)
            for code in sorted(list_currencies())
            if get_currency_precision(code) != get_currency_precision("")
        },
        "countries": {
            code: text for code, text in sorted(locale.territories.items()) if code.isalpha()
        },
    }


def skeleton(locale: Locale, asked: str) -> str:
    """Return the pattern for a skeleton, or for the nearest that the locale has."""
    known = locale.datetime_skeletons
    return str(known[asked if asked in known else match_skeleton(asked, known)].pattern)


def fields(pattern: str) -> str:
    """Turn a CLDR pattern into one for `str.format`: “{d} {MMMM} {y}”."""
    text = str(parse_pattern(pattern).format)  # %(d)s %(MMMM)s
    if "{" in text or set(re.findall(r"%\((\w+)\)s", text)) - set(FIELDS):
        raise Unfit(f"the pattern “{pattern}” has a field that is not known here")
    return re.sub(r"%\((\w+)\)s", r"{\1}", text).replace("%%", "%")


def half(locale: Locale, which: str) -> str:
    """Return “am” or “pm”, in the first width that the locale has, as babel looks for it."""
    periods = locale.day_periods["format"]
    widths = ("abbreviated", "wide", "narrow")
    return str(next(periods[width][which] for width in widths if which in periods.get(width, {})))


def sum_pattern(locale: Locale) -> dict[str, Any]:
    """Return how a sum is written, above and below zero."""
    pattern, signs = locale.currency_formats["standard"], locale.number_symbols["latn"]
    if pattern.exp_prec or "'" in "".join((*pattern.prefix, *pattern.suffix)):
        raise Unfit(f"the pattern “{pattern.pattern}” for sums is not known here")
    return {
        "before": list(pattern.prefix),
        "after": list(pattern.suffix),
        "groups": list(pattern.grouping),
        "group": signs["group"],
        "point": signs["decimal"],
    }
