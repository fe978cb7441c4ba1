"""Which words does the check of tone look for, and how are they read?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from complaintkit.model.review import Severity
from complaintkit.rules.check.tone.rewording import Fault
from complaintkit.rules.phrase_pieces import Shape, shape


class By(Enum):
    """Whose doing a phrase must be: the writer's side, the reader, or what is wished on them."""

    WRITER = "writer"
    READER = "reader"
    WISH = "wish"


CALM = -2
"""What a word of a calm next step weighs among those of a threat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A phrase, what stands instead, and the sort of finding that it is.

    `needs` are sets of words of which a text must hold one each, or the phrase cannot stand in
    it. `to_end`: the rest of the clause goes with it, where it holds no fact; `from_start`: so do
    the words of the clause before it. `unless`: words that
    take the phrase back, wherever they stand in its sentence. `by`: whose doing it must be, with at
    most `reach` words behind “will”, and `whole` what stands instead where the doer goes with it.
    `spares_names`: a capital inside a sentence takes the phrase back too. `least`: the phrase only
    opens, and so much of the list `proof` must follow (`sarcasms.py`); `asked`: in a question.
    """

    shape: Shape
    instead: str
    fault: Fault
    detector: str
    needs: tuple[frozenset[str], ...]
    to_end: bool = False
    from_start: bool = False
    unless: frozenset[str] = frozenset()
    by: By | None = None
    reach: int = 0
    whole: str = ""
    spares_names: bool = False
    least: int | None = None
    proof: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneWords:
    """The lists, forms and phrases of one language.

    `past` holds the past form of a verb by its base and its form in -ing. `openers` are phrases
    that tell nothing without what follows them.
    """

    lists: Mapping[str, frozenset[str]]
    past: Mapping[str, str]
    accusations: Mapping[str, str]
    faults: Mapping[str, Fault]
    aims: Mapping[str, str]
    wordings: tuple[Wording, ...]
    weights: Mapping[str, int]
    openers: tuple[Wording, ...] = ()


def tone_words_from(parts: Sequence[Mapping[str, Any]]) -> ToneWords:
    """Read the words of one language out of its files, `data/tone/en.yaml` and its fellows.

    The lists of all of them are shared. Raises KeyError or ValueError for a faulty phrase.
    """
    lists: dict[str, Sequence[str]] = {}
    past: dict[str, str] = {}
    for plain in parts:
        lists |= {name: tuple(words.split()) for name, words in plain.get("lists", {}).items()}
        for name, verbs in plain.get("verbs", {}).items():
            forms = [_three_forms(verb) for verb in verbs.split()]
            lists[f"{name}-base"] = tuple(base for base, _, _ in forms)
            lists[f"{name}-ing"] = tuple(ing for _, ing, _ in forms)
            lists[f"{name}-past"] = tuple(done for _, _, done in forms)
            past |= {form: done for base, ing, done in forms for form in (base, ing)}
    rows = [row for plain in parts for row in plain["detectors"]]
    faults = {
        row["name"]: Fault(kind=row["kind"], severity=Severity(row["severity"]), why=row["why"])
        for row in rows
    }
    every = tuple(one for row in rows for one in _wordings(row, faults, lists))
    return ToneWords(
        lists={name: frozenset(words) for name, words in lists.items()},
        past=past,
        accusations=parts[0]["accusations"],
        faults=faults,
        aims={place: put for plain in parts for place, put in plain.get("aims", {}).items()},
        wordings=tuple(one for one in every if one.least is None),
        openers=tuple(one for one in every if one.least is not None),
        weights=_weights(parts),
    )


def _weights(parts: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Return the weight of each word and of its forms; where two would fit, the first written."""
    weights: dict[str, int] = {}
    for level, bases in (row for plain in parts for row in plain.get("weights", {}).items()):
        weight = CALM if level == "calm" else int(level)
        for base in bases.split():
            for form in (base, *(_forms(base) if weight > 1 else ())):
                weights.setdefault(form, weight)
    return weights


def _three_forms(verb: str) -> tuple[str, str, str]:
    """Return “lose”, “losing” and “lost”; the last two by rule where they are not written."""
    base, *ways = verb.split(":")
    ing = f"{base[:-1]}ing" if base.endswith("e") and base != "be" else f"{base}ing"
    if base.endswith("e"):
        done = f"{base}d"
    else:
        done = f"{base[:-1]}ied" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}ed"
    return base, ways[0] if ways[1:] else ing, ways[-1] if ways else done


def _wordings(
    row: Mapping[str, Any], faults: Mapping[str, Fault], lists: Mapping[str, Sequence[str]]
) -> Iterator[Wording]:
    by = By(row["by"]) if "by" in row else None
    for instead, phrases in row.get("phrases", {}).items():
        for phrase in phrases.split("|") if isinstance(phrases, str) else phrases:
            read = shape(phrase, lists)
            one = _in_all_forms(read) if by else read
            yield Wording(
                shape=one,
                needs=_needs(one),
                instead=instead,
                fault=faults[row["name"]],
                detector=row["name"],
                to_end=row.get("to_end", False),
                unless=frozenset(
                    word
                    for way in row.get("unless", "").split()
                    for word in lists.get(way[1:-1], (way,))
                ),
                spares_names=row.get("names") == "kept",
                least=row.get("least"),
                proof=row.get("proof", "woe"),
                asked=row.get("asked", False),
                from_start=row.get("from_start", False),
                by=by,
                reach=row.get("reach", 0),
                whole=row.get("whole", ""),
            )


def _needs(one: Shape) -> tuple[frozenset[str], ...]:
    """Return the words that must be there, those that few texts hold first."""
    sure = (piece for piece in one.pieces if not (piece.is_gap or piece.is_optional))
    sets = [piece.words for piece in sure if not piece.beginnings]
    return tuple(sorted(sets, key=lambda words: (len(words & _COMMON), len(words))))


_COMMON = frozenset(
    [
        *("a", "an", "the", "i", "you", "my", "me", "your", "it", "is", "was", "are", "be", "been"),
        *("have", "has", "had", "do", "not", "no", "to", "of", "in", "on", "for", "and", "or"),
        *("this", "that", "will", "would", "can", "with", "at", "by", "as", "they", "all", "we"),
    ]
)


def _in_all_forms(verbal: Shape) -> Shape:
    """Return a phrase that begins with a verb so that its forms in -ing and -s begin it too."""
    verb = verbal.pieces[0]
    forms = (form for base in verb.words for form in (base, *_forms(base)))
    return replace(verbal, pieces=(replace(verb, words=frozenset(forms)), *verbal.pieces[1:]))


def _forms(base: str) -> Iterator[str]:
    """Give the forms of a verb as a rule spells them, and harmless others."""
    yield from (f"{base}ing", f"{base}{base[-1]}ing", f"{base}s", f"{base}es")
    if base.endswith("e"):
        yield f"{base[:-1]}ing"
