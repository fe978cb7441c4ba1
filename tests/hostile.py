"""Which three hundred texts would act somewhere, were they not only shown?"""

import re
from collections.abc import Iterator
from itertools import islice, product

COUNT = 300
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
BEGINNINGS = (
    *("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\u200b=", "'=", '"=', ";=", "\n="),
    *("<", "&", "#", "{{", "{%", "$", "\\", "`", "*", "/", "../", "\x1b[31m", "\x1b]0;", "\u202e"),
    *("]]>", "-->", "</td>", "</script>", "%0a", "::", "|"),
)
CONTENTS = (
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://example.org","x")',
    "script>document.title='owned'</script>",
    "img src=x onerror=\"document.title='owned'\"",
    "panic() #let x = 1 $y$ @ref <label> /* */ //",
    "7 * 7 }} {% include 'x' %} ${x} %(x)s",
    "[2J\x07\x9b31m \x00 \u2066\u2067 \ufeff end",
    "etc/passwd C:\\con .. ~root",
    "a" * 400,
    "BEGIN:VEVENT\r\nBcc: x@example.org\r\n\r\n=?utf-8?q?=0A?=",
)


def texts() -> Iterator[str]:
    """Yield hostile texts, each with a word of its own by which it is found again."""
    for number, (begin, content) in enumerate(islice(product(BEGINNINGS, CONTENTS), COUNT)):
        yield f"{begin}{content} w{number:03d}w".replace("\x00", "")
