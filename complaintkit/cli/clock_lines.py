"""How does a date that runs out read, in short and in full?"""

from collections.abc import Iterator

from complaintkit.cli import show
from complaintkit.model.clock import UNCOUNTED, Clock, ClockState
from complaintkit.rules.sentences import quoted

_TELL = (
    ("What runs out:", (ClockState.RUNNING,)),
    ("What is paused, or needs a day or a question from you:", UNCOUNTED),
    ("What is over:", (ClockState.PASSED,)),
)


def clock_lines(clocks: tuple[Clock, ...], *, case: str) -> Iterator[str]:
    """Yield the clocks of a case: what runs with how it was counted, the rest in one line."""
    for heading, states in _TELL:
        told = [clock for clock in clocks if clock.state in states]
        if told:
            yield ""
            yield show.wrapped(heading)
        for clock in told:
            yield show.wrapped(clock.sentence, first="  – ", rest="    ")
            if clock.is_running:
                yield from _indented((clock.condition, clock.rule, *clock.reasons))
    if any(clock.law for clock in clocks):
        yield ""
        yield show.wrapped(
            f"How each is counted, and by which law: `complaintkit due --case {quoted(case)}`"
        )


def in_full(clock: Clock) -> Iterator[str]:
    """Yield how a clock was counted, what to mind, and where the rule comes from."""
    source = ""
    if clock.source and clock.checked:
        law = f"{clock.law}. " if clock.law else ""
        source = f"{law}Source: {clock.source} (checked {clock.checked})"
    yield from _indented((clock.condition, clock.rule, *clock.reasons, clock.caution, source))


def _indented(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        if text:
            yield show.wrapped(text, first="      ", rest="      ")
