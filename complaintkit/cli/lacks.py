"""What does a letter still need, and who can tell it? The person, right away."""

from collections.abc import Callable

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import saved
from complaintkit.tasks import composing
from complaintkit.tasks.profile import change_profile


def ask_what_lacks(kind: str, case: str | None) -> None:
    """Ask for what a letter of this kind still needs, and keep it; nothing where all is there.

    What cannot be told in an answer, such as a contact that never was, stays to be refused.
    """
    now = settings.current()
    if not now.can_ask:
        return
    lacks = composing.lacking(now.log, case, kind)
    asked = [fact for fact in lacks if fact in _ASK]
    if asked:
        show.talk("A few things are needed for the letter first.")
    for fact in asked:
        _ASK[fact](case)


def _ask_name(_: str | None) -> None:
    name = ask.ask("Your name, as you sign?", option="--name")
    change_profile(settings.current().log, name=name)
    ask.forget_typed()


def ask_reach(_: str | None) -> None:
    """Ask for the person's address, e-mail address and telephone until there is one of them."""
    show.talk("How can the company reach you? One of the three is enough.")
    while True:
        address = ask.lines("your address")
        email = ask.maybe("Your e-mail address?")
        phone = ask.maybe("Your telephone number?")
        if address or email or phone:
            break
        show.talk("  (The letter needs one of them. Ctrl-C stops.)")
    change_profile(settings.current().log, address=address, email=email, phone=phone)
    ask.forget_typed()


def _ask_want(case: str | None) -> None:
    from complaintkit.tasks.opening import Particulars, add_details

    now = settings.current()
    want = ask.ask(
        "What would put it right? One wish, such as: refund the 84.20 dollars charged twice",
        option="--want",
    )
    saved(add_details(now.log, case, Particulars(want=want), now.recording()), then=None)


_ASK: dict[str, Callable[[str | None], None]] = {
    "name": _ask_name,
    "reach": ask_reach,
    "want": _ask_want,
}
