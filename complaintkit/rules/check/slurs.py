"""Does a hard word for somebody hit the company or its people?

“Your agent is a thief” does; “A thief used my card” and “Your agent called me a thief” do not.
"""

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.speech import is_meant
from complaintkit.rules.check.subjects import Scene
from complaintkit.rules.check.tone_words import ToneWords

_ARTICLES = frozenset({"a", "an", "the", "of", "common", "real"})
_POINTING = frozenset({"your", "these", "those", "such", "this", "that"})
_SUFFERED = frozenset({"me", "us", "him", "her", "them", "feel", "felt", "customers"})


def slur(draft: Draft, words: ToneWords, at: int) -> Remark | None:
    """Return a remark on the hard word at a place, or None where it tells of somebody else."""
    scene = Scene(draft=draft, words=words)
    first = _head(scene, at)
    before = scene.word(first - 1, at)
    is_report = scene.word(at + 1, at) in words.lists["slur-after"]
    if (is_report and before not in words.lists["you"]) or not is_meant(draft, at, at):
        return None
    if before in words.lists["be"]:
        return _said_of(scene, first, at)
    if before in ("like", "than", "as"):
        return _compared(scene, first, at)
    return _standing(scene, first, at, before)


def _said_of(scene: Scene, first: int, at: int) -> Remark | None:
    """“You are a thief”: what is said of the company gives way to what it did."""
    subject = scene.subject(first - 1)
    if not scene.is_ours(subject):
        return None
    fault, aims = scene.words.faults["slur"], scene.words.aims
    last = to_end_of_clause(scene.draft, at)
    return reworded(scene.draft, fault, first - 1, last, aims["done"])


def _compared(scene: Scene, first: int, at: int) -> Remark | None:
    """“You behave like thieves”, but not “you treated me like a thief”."""
    if not _SUFFERED.isdisjoint(scene.around(first - 4, first - 1, near=at)):
        return None
    if not scene.names_company(at):
        return None
    fault, aims = scene.words.faults["slur"], scene.words.aims
    return reworded(scene.draft, fault, first - 1, at, aims["like"])


def _standing(scene: Scene, first: int, at: int, before: str) -> Remark | None:
    """“You thieves”, “those crooks”, “only a thief would”, “a bunch of clowns”, “Liars.”"""
    draft, lists, aims = scene.draft, scene.words.lists, scene.words.aims
    fault = scene.words.faults["slur"]
    after = scene.word(at + 1, at)
    if before in lists["you"]:
        return reworded(draft, fault, first, at, "")
    if not before and not after:
        return reworded(draft, fault, first, at, aims["alone"])
    if before in _POINTING:
        return reworded(draft, fault, first, at, aims["staff"])
    nouns = scene.around(first, at - 1, near=at)
    if nouns & {"only", "even", "just"} and after in ("would", "could", "can", "will"):
        return reworded(draft, fault, first, at + 1, aims["only"])
    if not lists["bunch"].isdisjoint(nouns):
        return reworded(draft, fault, first, at, aims["many"])
    return None


def _head(scene: Scene, at: int) -> int:
    """Return the first word of “a bunch of thieving crooks”, by its last."""
    lists = scene.words.lists
    allowed = lists["adv"] | lists["contempt"] | lists["bunch"] | lists["slur"] | _ARTICLES
    first = at
    while scene.word(first - 1, at) in allowed:
        first -= 1
    return first
