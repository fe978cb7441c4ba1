"""How is a person called who spoke for the company?"""

from complaintkit.model.encounter import Encounter
from complaintkit.render.days_and_sums import Words
from complaintkit.render.phrases import capital, with_article
from complaintkit.rules.letter_focus import SPOKEN


def other_side(call: Encounter, words: Words) -> str:
    """Call the person on the other side; "" where nobody is to be expected."""
    person = call.representative
    name, role = (person.name.strip(), person.role.strip()) if person else ("", "")
    if (name and role) or (call.reached and call.channel in SPOKEN):
        return who(name, role, words)
    writer = words["people"].get("unnamed_writer", "{role}")
    return name or (str(writer.format(role=role)) if role else "")


def who(name: str, role: str, words: Words) -> str:
    """Call a person of the company by what is known: never a blank."""
    people = words["people"]
    if name and role:
        return str(people["known"].format(name=name, role=role))
    if name or not role:
        return name or str(people["unnamed"])
    if any(role.casefold() == job or role.casefold().endswith(f" {job}") for job in words["jobs"]):
        return str(people["unnamed_job"].format(role=with_article(role, words)))
    return str(people["unnamed_department"].format(role=role))


def briefly(call: Encounter, way: str, words: Words) -> str:
    """Name way and person in the few words of a table cell: “Chat agent (no name given)”."""
    people = words["people"]
    person = call.representative
    name, role = (person.name.strip(), person.role.strip()) if person else ("", "")
    if name:
        return f"{way}, {who(name, role, words)}"
    spoken = call.reached and call.channel in SPOKEN
    if not role:
        return f"{way}, {people['nameless']}" if spoken else way
    says_way = f"{role} ".casefold().startswith(f"{way} ".casefold())
    both = capital(role) if says_way else f"{way}, {role}"
    return str(people["nameless_role"].format(role=both)) if spoken else both
