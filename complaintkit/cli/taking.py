"""How does a person take another step than the one proposed?"""

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import saved
from complaintkit.cli.today import show_next
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.tasks import choosing
from complaintkit.tasks.encounters import check_open


def take_step(
    case: str | None,
    step: str | None,
    *,
    reason: str | None,
    on_paper: bool = False,
    as_json: bool = False,
) -> int:
    """Record the step with its reason, then show the next step as it is now."""
    if step is None:
        raise WrongUsage(
            "--reason says why another step is taken.", fix="Name that step: --take ceo."
        )
    if on_paper or as_json:
        raise WrongUsage(
            "--take writes a step down, and --print and --json show the next one.",
            fix="Give --take first, and the other after it.",
        )
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    step = _step(step)
    if choosing.is_proposed(now.log, case, step, now.recording()):
        show.talk("That step is proposed anyway. Nothing was recorded.")
        return show_next(case)
    why = reason or ask.ask("Why does it suit you better?", option="--reason 'they never answer'")
    saved(choosing.take_step(now.log, case, step, now.recording(), reason=why), then=None)
    show.out()
    return show_next(case)


def _step(typed: str) -> str:
    """Return the step; where the word is not known and somebody is there, ask for it."""
    try:
        return choosing.check_step(typed)
    except WrongUsage as problem:
        if not settings.current().can_ask:
            raise
        show.talk(show.wrapped(problem.problem))
        steps = choosing.steps_to_take()
        words = [f"{title} ({step_id})" for step_id, title in steps]
        return steps[ask.choose("Which step would you like to take?", words) - 1][0]
