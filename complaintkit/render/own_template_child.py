"""What happens inside the process that runs a person's own template?

A template from a stranger may be hostile. This process is given all it may know, as JSON,
then lets go of everything else: it can open no file, start no process, and has little time
and memory. It answers with the words of the letter, or with what is wrong.
"""

import json
import math
import os
import sys
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import jinja2.debug  # noqa: F401 – loaded by Jinja when something is wrong; by then nothing can be
from jinja2 import FunctionLoader

from complaintkit.model.moment import Moment
from complaintkit.model.money import Money
from complaintkit.render.days_and_sums import (
    date_text,
    money_text,
    on_text,
    short_date,
    since_text,
    when_text,
)
from complaintkit.render.environment import letter_environment
from complaintkit.render.markdown import read_letter
from complaintkit.render.own_template_faults import (
    Faults,
    TimeUp,
    TooLong,
    guarded,
    printing,
    told,
    unknown,
)
from complaintkit.render.passing import unpacked, unpacked_book
from complaintkit.render.phrases import filters, tests
from complaintkit.render.trace import Book, keys_in

_EVERYTHING = """{# all of Jinja's grammar #}{% macro one(row, other="\\u00e9") %}{{ row ~ 'x' }}
{% endmacro %}{% set list = [1, 2.5, (3,), {"a": 4}] %}{% for a in list if a != 2 %}
{{ one(loop.index) | length }}{% else %}{% endfor %}{% filter reverse %}x{% endfilter %}
{% with b = 1 %}{{ 1 if b is defined and 1 in list else 2 }}
{% endwith %}{% raw %}x{% endraw %}{% block c %}{{ list[1:] | join(",") }}{% endblock %}"""

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MEGABYTE = 1024 * 1024
MOST_MEMORY = 256 * MEGABYTE  # beyond what the process has when it begins
MOST_SECONDS = 1.2  # of the processor, for what needs a few hundredths
MOST_CHARACTERS = 1_000_000
FILTERS = ("join", "length", "count", "first", "last", "default", "select", "reject",
           "selectattr", "rejectattr", "list", "reverse")  # fmt: skip
GLOBALS = ("joiner",)
TESTS = ("defined", "undefined", "none", "in", "eq", "==", "equalto", "ne", "!=", "odd", "even")


def answer(job: dict[str, Any]) -> dict[str, Any]:
    """Render the letter that a job describes; the limits come into force on the way."""
    book = unpacked_book(job["book"])
    facts = unpacked(job["facts"], book)
    given = len(book.texts)
    faults = Faults(job["sources"])
    letters = _environment(job["sources"], job["words"], faults)
    _warm_up(letters, job["words"], facts["style"]["locale"])
    lock()
    marked = ""
    try:
        marked = _rendered(letters, job["letter"], facts, book)
        read_letter(marked, book)  # whatever this costs, it costs here first
    except (Exception, TimeUp) as fault:  # noqa: BLE001 – every fault is the template's
        _make_room()
        faults.note(*told(fault), within=fault)
    made = {key for key in _known(marked, book) if key >= given}
    return {
        "marked": marked,
        "made": {str(key): (book.texts[key], book.sources[key]) for key in made},
        "faults": faults.listed(),
    }


def main() -> None:
    """Read a job from the parent, answer it, and go."""
    job = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer(job)).encode("ascii"))
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing of what the template made needs to be tidied away


def lock() -> None:
    """Let go of files, processes and most memory and time, where the system can (POSIX)."""
    try:
        import resource
        import signal
    except ImportError:  # Windows: the parent's clock and the cap on words remain
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime + MOST_SECONDS)
    memory = _memory_in_use() + MOST_MEMORY
    limits = {
        "RLIMIT_CPU": (seconds, seconds),
        "RLIMIT_AS": (memory, memory + MOST_MEMORY // 4),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NPROC": (0, 0),
        "RLIMIT_NOFILE": (0, 0),  # what is open stays so; nothing more can be opened
    }
    for name, pair in limits.items():
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), pair)


def _stop(*_: object) -> None:
    raise TimeUp


def _memory_in_use() -> int:
    """Return the size of the address space now; where it is not told, what Python may need."""
    with suppress(OSError, ValueError, IndexError), open("/proc/self/statm", "rb") as told:  # noqa: PTH123
        return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 4 * MOST_MEMORY


def _make_room() -> None:
    """Leave memory to say that it ran out."""
    with suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _environment(
    sources: dict[str, str], words: dict[str, Any], faults: Faults
) -> "ImmutableSandboxedEnvironment":
    """Return the sandbox with our filters and tests, a few harmless ones, and no more."""

    def load(name: str) -> tuple[str, str, None] | None:
        return (sources[name], name, None) if name in sources else None

    letters = letter_environment(
        FunctionLoader(load),
        words,
        undefined=unknown(faults),
        finalize=printing(faults),
        optimized=False,  # else sums are done while the template is read
    )
    letters.globals = {name: letters.globals[name] for name in GLOBALS}
    ours = {name: guarded(name, one, faults, otherwise="") for name, one in filters(words).items()}
    asked = {
        name: guarded(name, one, faults, otherwise=False) for name, one in tests(words).items()
    }
    letters.filters = {name: letters.filters[name] for name in FILTERS} | ours
    letters.tests = {name: letters.tests[name] for name in TESTS} | asked
    return letters


def _rendered(
    letters: "ImmutableSandboxedEnvironment", name: str, facts: dict[str, Any], book: Book
) -> str:
    """Run the template. Raises TooLong as soon as the letter grows beyond all measure."""
    template = letters.get_template(name)
    pieces: list[str] = []
    room = MOST_CHARACTERS
    for piece in template.root_render_func(template.new_context(facts)):
        room -= len(piece) + sum(len(book.texts[key]) for key in _known(piece, book))
        if room < 0:
            raise TooLong
        pieces.append(piece)
    return "".join(pieces)


def _known(marked: str, book: Book) -> list[int]:
    """Return the facts in a text; a token that the template made up may stand for none."""
    return [key for key in keys_in(marked) if key < len(book.texts)]


def _warm_up(letters: "ImmutableSandboxedEnvironment", words: dict[str, Any], locale: str) -> None:
    """Load what Jinja and filters load when first used; later nothing can be loaded."""
    letters.from_string(_EVERYTHING).render(style={"locale": locale})
    moment = Moment(wall=datetime(2026, 1, 12, 13))  # noqa: DTZ001 – a clock on the wall
    for write in (date_text, short_date, on_text, when_text):
        write(moment, locale, words)
    since_text("2008-03-01", locale, words)
    money_text(Money(amount=Decimal("1.50"), currency="EUR"), locale)


if __name__ == "__main__":
    main()
