"""Did the shell eat a part of an amount? In double quotes “$84.20” arrives as “4.20”."""

import re

_SIGNS = "$€£¥₦₹₺₴₪₱₩฿₫¢"
_SIGN = (
    r"\b(?:USD|EUR|GBP|CAD|AUD|NZD|NGN|INR|KES|ZAR|GHS|CHF|SEK|NOK|DKK|PLN|JPY)\b"
    r"|\b(?:dollars?|cents?|euros?|pounds?|pence|naira|rand|rupees?|shillings?|francs?)\b"
)
_MONEY_WORD = (
    r"\b(?:refund|credit|charge|fee|pay|paid|payment|bill|price|cost|debit|deposit|amount|owe|"
    r"compensation|reduc|increas|total|sum)\w*\b"
)
_BEHEADED = r"(?:^|[\s(])[.,][0-9]"  # "$8.20" leaves ".20", "$1,200" leaves ",200"
_ZERO = r"\bof 0[0-9]*(?![0-9.:])"  # "$100" leaves "00"
_GAP = r"\b(of|by|for)(\s*)(?:[,.;](?![0-9A-Za-z])|$)"  # "$84": ""
_DIGIT = (  # "$84" leaves "4" in other shells
    r"\b(?:refund|credit|fee|charge|payment|bill|deposit|compensation) of [0-9]"
    r"(?= by\b| on\b| for\b|[,.;](?![0-9])|$)"
)
_SMALL = r"(?<![0-9A-Za-z.,:/-])(?<!at )[0-9]\.[0-9]{2}(?![0-9.%]| ?[ap]\.?m)"


def amount_looks_cut(text: str) -> bool:
    """Say whether an amount in the text looks as if a shell had replaced “$8” by nothing.

    Only a hint for a warning: “refund of 4.20” may be right. Traces looked for: an amount
    that begins with its point, “refund of ,”, “credit of 00”, and, where the whole text has
    no currency, an amount with cents under 10 or “refund of 4”.
    """
    if _found(_BEHEADED, text) or _found(_ZERO, text):
        return True
    gap = _found(_GAP, text)
    if gap and ((gap[1] == "of" and gap[2]) or _found(_MONEY_WORD, text[: gap.start()])):
        return True
    if any(sign in text for sign in _SIGNS):
        return False
    return bool(_found(_SMALL, text) or _found(_DIGIT, text)) and not _found(_SIGN, text)


def _found(pattern: str, text: str) -> re.Match[str] | None:
    return re.search(pattern, text, re.IGNORECASE)
