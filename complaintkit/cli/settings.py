"""Which home, which clock, and may we ask?"""

import os
import sys
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit import __version__
from complaintkit.cli.clock import Clock, read_clock

if TYPE_CHECKING:
    from complaintkit.model.entry import Recording
    from complaintkit.store.journal import Log

HOME = "COMPLAINTKIT_HOME"
NO_INPUT = "COMPLAINTKIT_NO_INPUT"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the command line and the environment say, read once for a run."""

    home_option: str = ""
    no_input: bool = False

    @cached_property
    def clock(self) -> Clock:
        """The time of this run."""
        return read_clock()

    @cached_property
    def log(self) -> "Log":
        """The log in the home that was chosen: option, then environment, then default."""
        from complaintkit.store.home import Home, data_folder
        from complaintkit.store.journal import Log

        chosen = self.home_option or os.environ.get(HOME, "").strip()
        if chosen:
            folder = Path(chosen).expanduser().absolute()
            return Log(Home(folder=folder, documents_in=folder / "documents"))
        return Log(Home(folder=data_folder()))

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody at a terminal who may be asked."""
        if self.no_input or os.environ.get(NO_INPUT, "").strip():
            return False
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    def recording(self) -> "Recording":
        """The circumstances under which entries of this run are recorded."""
        from complaintkit.model.entry import Recording

        return Recording(
            at=self.clock.now,
            zone=self.clock.zone,
            clock_is_set=self.clock.is_set,
            tool=f"complaintkit {__version__}",
            new_id=_new_id,
            salts=lambda count: [os.urandom(16) for _ in range(count)],
        )


def _new_id() -> str:
    """Return a random UUID (RFC 4122, version 4); the `uuid` module costs a quarter of a start."""
    drawn = bytearray(os.urandom(16))
    drawn[6] = drawn[6] & 0x0F | 0x40
    drawn[8] = drawn[8] & 0x3F | 0x80
    digits = drawn.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _is_terminal(stream: object) -> bool:
    check = getattr(stream, "isatty", None)
    return bool(check and check())


_chosen: ContextVar[Settings] = ContextVar("settings")


def choose(settings: Settings) -> None:
    """Make these the settings of this run."""
    _chosen.set(settings)


def current() -> Settings:
    """Return the settings of this run."""
    try:
        return _chosen.get()
    except LookupError:
        settings = Settings()
        choose(settings)
        return settings
