"""How does the plan for the refrigerator door look on paper?"""

from complaintkit.model.plan import Plan, PlanWords
from complaintkit.render.one_page import TITLE, Room, Values, one_page
from complaintkit.rules.sentences import plain_date, quoted


def plan_pdf(plan: Plan, words: PlanWords, *, paper: str) -> bytes:
    """Return the plan, always on one page.

    Raises CannotWrite where typst is not at hand, or no font has a script.
    """
    return one_page("plan.typ", lambda room: _values(plan, words, room, paper), on=plan.made_on)


def _values(plan: Plan, words: PlanWords, room: Room, paper: str) -> Values:
    text = room.text
    shown = plan.dates[: room.rows]
    left = len(plan.dates) - len(shown)
    more = words["more"].format(count=left, case=quoted(plan.case))
    return {
        "paper": paper,
        "title": text(words["title"].format(company=plan.company), most=TITLE),
        "under": text(plan.title or plan.case),
        "stands": [words["stands"], text(plan.stands)],
        "next": [words["next"], text(plan.action), plan.due],
        "why": [words["why"], text(plan.why)],
        "do": [words["do"], [text(line) for line in plan.do]],
        "do_not": [words["do_not"], [text(line) for line in plan.do_not]],
        "dates": [words["dates"], [[text(one.when), text(one.what)] for one in shown]],
        "no_dates": words["no_dates"] if not plan.dates else text(more) if left else "",
        "after": [words["after"], [text(line) for line in plan.after]],
        "made": words["made"].format(on=plain_date(plan.made_on)),
    }
