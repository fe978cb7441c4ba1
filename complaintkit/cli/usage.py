"""How does a slip on the command line read in plain words?"""

import re

_NO_OPTION = re.compile(
    r"No such option: ?(\S+?)(?: \(Possible options: (.*)\)| Did you mean (.*?)\?)?$"
)
_VALUE = r"Invalid value for (?P<name>'.+?'(?: / '.+?')?): "
_FORMS = (
    (_VALUE + r"'(?P<given>.*)' is not a valid (int|float).*",
     "{name} takes a number, and “{given}” is none."),
    (_VALUE + r"(?P<given>\S+) is not in the range (?P<range>.*)\.",
     "{name} takes a number, {range}; {given} is outside that."),
    (_VALUE + r"'(?P<given>.*)' is not one of (?P<range>.*)\.",
     "{name} takes one of {range}, and “{given}” is none of them."),
    (r"Missing (argument|parameter|option) (?P<name>'[^']+').*", "{name} is missing."),
    (r"Got unexpected extra argument(\(s\)|s)? \((?P<given>.*)\)",
     "There is more on the line than the command takes: {given}."),
    (r"Option (?P<name>'[^']+') requires an argument\.", "{name} needs a value after it."),
)  # fmt: skip


def usage_words(message: str) -> tuple[str, str]:
    """Return Typer's message in our words, and “Did you mean …” where it knows."""
    plain = " ".join(message.split())
    unknown = _NO_OPTION.fullmatch(plain)
    if unknown:
        near = unknown[2] or unknown[3] or ""
        names = near.replace("'", "").replace(", ", " or ")
        meant = f"Did you mean {names}? " if names else ""
        return f"There is no option “{unknown[1].strip(chr(39))}”.", meant
    for pattern, words in _FORMS:
        found = re.fullmatch(pattern, plain, re.DOTALL)
        if found:
            return _told(words, found.groupdict()), ""
    return plain, ""


def _told(words: str, given: dict[str, str]) -> str:
    if "name" in given:
        given["name"] = given["name"].replace("' / '", " or ").strip("'[]{}")
    if "range" in given:
        limits = given["range"].replace("'", "")
        given["range"] = limits.replace("x>=0", "0 or more").replace("<=x<=", " to ")
    return words.format(**given)
