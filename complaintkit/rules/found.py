"""What was decided about a case, before it is put into words?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from complaintkit.model.reference import Guide
from complaintkit.model.standing import StandingState
from complaintkit.model.summary import Summary
from complaintkit.rules.next_rung import NextRung
from complaintkit.rules.reasons import letter_command, say
from complaintkit.rules.sentences import filled

Said = Callable[[], str]
"""A sentence that is put together only when it is shown: `today` ranks a thousand cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The step, whose turn it is, the day to act by, and the sentences still to be said.

    `shows_rung`: the rung that follows is named too. `command` "" stands for the step's own, and
    so does `headline`, else the name of a sentence.
    """

    step_id: str
    state: StandingState
    why: Said
    action: Said
    due: date | None = None
    letter: str = ""
    command: str = ""
    headline: str = ""
    shows_rung: bool = False
    notes: tuple[Said, ...] = ()

    @property
    def is_overdue(self) -> bool:
        """Whether a date that the company gave, or was given, has passed."""
        return self.state is StandingState.OVERDUE


@dataclass(frozen=True, slots=True)
class Asked:
    """A case on a day, with the guide: what every branch of the decision is asked about."""

    summary: Summary
    guide: Guide
    today: date

    def say(self, key: str, **facts: object) -> Said:
        """Return a sentence of the guide, to be said later."""
        return partial(say, self.summary, self.guide, key, **facts)

    def command_of(self, key: str) -> str:
        """Return a command of the guide's sentences for this case."""
        return filled(self.guide.sentences[key], case=self.summary.name)

    def letter_command(self, kind: str) -> str:
        """Return the command that makes a letter of that kind."""
        return letter_command(self.summary, self.guide, kind)

    def on_rung(
        self, rung: NextRung, why: Said, *, due: date, state: StandingState = StandingState.ACT
    ) -> Found:
        """Return what is found where somebody is to take that rung now."""
        found = Found(
            step_id=rung.step_id,
            state=state,
            why=why,
            action=self.say(rung.action, head=self.summary.head),
            due=due,
            letter=rung.letter,
        )
        if rung.letter:
            return replace(found, notes=(self.say("note-sent"),))
        if rung.step_id == "manager":
            command = self.letter_command("manager")
            return replace(found, notes=(self.say("note-write-instead", command=command),))
        return found
