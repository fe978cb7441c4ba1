"""How is it said what is wrong with a person's own template?"""

from complaintkit.render.template_guide import may_be_absent

_SENTENCES = {
    "unknown": "the template uses “{}”, which a letter does not know.",
    "absent": "the template uses “{}”, which this letter does not have. Put “if” around it: "
    "{{% if {} is defined %}} … {{% endif %}}.",
    "unprintable": "the template prints {}. A letter prints texts, dates, sums and counts.",
    "misused": "“{}” cannot be used on what stands before it.",
    "no-filter": "the template uses the filter “{}”, which a letter does not know.",
    "no-test": "the template asks whether something is “{}”, which a letter does not know.",
    "no-part": "the template asks for “{}”, which is no part of a letter. Name a part in full, "
    'such as "parts/en/problem.md".',
    "unsafe": "the template reaches for “{}”, which no template may.",
    "syntax": "the marks {{{{ … }}}} or {{% … %}} cannot be read here ({}).",
    "layout": "{}",
    "endless": "the template calls itself without end, or is nested too deep.",
    "memory": "the template needs more memory than a letter may.",
    "time": "the template takes longer than a letter may.",
    "long": "the letter would have more than a million characters.",
    "no-process": "your own template runs in a process of its own, and none could be started.",
    "broken": "the template does something here that a letter cannot.",
    "stopped": "the template did what no letter needs, and was stopped.",
}


def sentence_for(kind: str, detail: str) -> str:
    """Say what is wrong; a kind that is not known is told as a stop."""
    if kind in {"unknown", "nothing"}:
        kind = "absent" if may_be_absent(detail) else "unknown"
    if kind == "unsafe" and not detail:
        detail = "the inside of a value"
    if kind == "layout":
        detail = detail.replace("The letter template", "the template", 1)
    sentence = _SENTENCES.get(kind, _SENTENCES["stopped"])
    return sentence.format(*[detail] * sentence.count("{}"))
