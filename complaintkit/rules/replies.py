"""What kind of answer may a company's text be? Only proposals: the person decides."""

from collections.abc import Iterable, Sequence

from complaintkit.model.reply import Proposal, ReplyKind
from complaintkit.model.summary import Summary
from complaintkit.rules.ladder import LETTER_RUNGS
from complaintkit.rules.next_rung import next_rung
from complaintkit.rules.reply_phrases import Phrase, index, matches, phrase
from complaintkit.rules.reply_text import Spoken, spoken

STRONG, WEAK = 3, 1
MOST_WORDS = 3
"""Places that are shown for one kind."""

NO_ANSWER, OTHER, FINAL, AGREES = "no-answer", "other", "final-refusal", "agrees"

_LETTER_OF_STEP = {"prepare": "first", "front-line": "first", "manager": "manager"}


def proposals(text: str, kinds: Iterable[ReplyKind]) -> tuple[Proposal, ...]:
    """Return the kinds that the words of a text point to, the likeliest first.

    A weak word alone proposes nothing unless no other kind has a strong one.
    """
    known = tuple(kinds)
    found = spoken(text)
    seen: dict[str, dict[Phrase, tuple[int, int]]] = {}
    for one, first, last in matches(found.tokens, index(_phrases(known))):
        seen.setdefault(one.kind, {}).setdefault(one, (first, last))
    told = [_proposal(kind.slug, seen[kind.slug], found) for kind in known if kind.slug in seen]
    strong = [one for one in told if one.weight >= STRONG] or told
    return tuple(sorted(strong, key=lambda one: -one.weight))


def letter_of(kind: ReplyKind, summary: Summary, *, is_final: bool, is_spoken: bool) -> str:
    """Return the kind of letter that answers; "" where none does yet.

    A letter that climbs gives way to the one of the rung that is next in this case, so that
    nobody who has written to the head is sent back to a manager.
    """
    if is_final:
        return "agency"
    if kind.slug == AGREES and is_spoken:
        return "confirm-call"
    if kind.letter == "reminder" and not summary.letters:
        return "first"
    if kind.letter not in LETTER_RUNGS:
        return kind.letter
    rung = next_rung(summary)
    return rung.letter or _LETTER_OF_STEP.get(rung.step_id, "agency")


def _phrases(kinds: Iterable[ReplyKind]) -> Iterable[Phrase]:
    for kind in kinds:
        for weight, texts in ((STRONG, kind.words), (WEAK, kind.hints)):
            for text in texts:
                yield phrase(
                    text, kind=kind.slug, weight=weight, counts_after_if=kind.counts_after_if
                )


def _proposal(kind: str, seen: dict[Phrase, tuple[int, int]], found: Spoken) -> Proposal:
    """Return a kind with its places; those that overlap count and are shown once."""
    ranked = sorted(seen.items(), key=lambda item: (-item[0].weight, item[1][0] - item[1][1]))
    places: list[tuple[int, int]] = []
    weight = 0
    for one, place in ranked:
        if all(place[1] < first or last < place[0] for first, last in places):
            places.append(place)
            weight += one.weight
    shown = sorted(places[:MOST_WORDS])
    numbers = dict.fromkeys(found.tokens[first].sentence for first, _ in shown)
    return Proposal(
        kind=kind,
        words=tuple(dict.fromkeys(_words(found, place) for place in shown)),
        sentences=tuple(found.sentence(number) for number in numbers),
        weight=weight,
    )


def _words(found: Spoken, place: Sequence[int]) -> str:
    first, last = place
    return " ".join(found.text[found.tokens[first].start : found.tokens[last].end].split())
