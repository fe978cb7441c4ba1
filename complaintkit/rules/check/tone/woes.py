"""How much that is bad for the writer stands beside a phrase, and did anybody help?"""

from collections.abc import Iterator

from complaintkit.rules.check.tone.opened import SOFTENERS, TURNS, Opened
from complaintkit.rules.phrase_pieces import NEGATIONS

NEVER = -99
"""The weight of a phrase beside which real help or a turn to the complaint stands."""
LEAST_ALONE = 2
"""What plain thanks must be followed by, which say nothing alone."""
_SHORT = 2
"""Words with which a sentence ends so soon that the next one tells what is meant."""
_SOON = 4
"""Words within which a quoted word must come, or a bad thing that is itself thanked for."""
_LONG = 40
"""Words in which a request or a name is looked for."""
_EVERY = 5
"""Words between “every” and “but” in “every flood but ours”."""
_BACK = 3
"""Words before another by which it is denied."""
_BAD, _CHARGED_TO_ME = 2, 3

CHEERS = frozenset({"mock-exclamation", "mock-praise", "mock-cheer", "mock-gladness"})
"""Real joy turns to the complaint: “I love the phone, but it does not charge”."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "sister", "nurse"})
_SO = frozenset({"soon", "kind", "much", "many", "nice", "good", "very", "far", "long"})
_AFTER_CHEER = frozenset(
    {"from", "by", "at", "in", "on", "with", "of", "to", "and", "i", "we", "that", "thank",
     "thanks", "please", "it", "let", "see", "if"}
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "my", "our", "your", "this"})
_ASKS = frozenset(
    {
        ("i", "ask"),
        ("thank", "you"),
        ("we", "ask"),
        ("would", "like"),
        ("i", "thank"),
        ("i", "accept"),
    }
)
_ASIDES = frozenset({"when", "while", "during", "because", "since", "which", "if", "as", "all"})
_DAYS = frozenset({"day", "afternoon", "evening", "hour", "morning"})
_ALL = frozenset({"every", "all", "everything", "everyone", "everywhere", "anything", "nothing"})
_WORDS = ("wordplay", "meaning")
_MINE = frozenset({"me", "us", "my", "our"})
_WISHING = frozenset({"would", "could", "should", "will", "shall", "if"})
_AGAIN = frozenset({"another", "same", "yet", "more", "wrong", "second", "third"})
_AMISS = frozenset({"only", "one", "wrong"})
"""“Thank you for finding the only puddle”."""
_SENDING = frozenset({"sending", "taking", "giving", "letting", "passing", "making", "putting"})


class Known:
    """Whole words and beginnings of words, as the data write them: `lost`, `delay*`."""

    def __init__(self, words: frozenset[str]) -> None:
        self.whole = frozenset(word for word in words if not word.endswith("*"))
        self.begun = tuple(word[:-1] for word in words if word.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.begun)


def weight(one: Opened) -> int:
    """Return what speaks for mockery: a bad thing two, a sign of one one; NEVER for real joy."""
    wording = one.wording
    if wording.proof != "woe":
        return _count(one, Known(one.scene.words.lists[wording.proof]))
    stands_alone = not wording.least and not wording.shape.at_head
    if wording.detector == "mock-remark" or (stands_alone and wording.detector not in CHEERS):
        return 0
    if one.for_at:
        return _thanked(one)
    if one.is_thanks and wording.least == LEAST_ALONE:
        return NEVER
    if one.to_at:
        return _dared(one)
    begin = one.past if wording.shape.at_head and not one.is_tag else one.start
    return woe(one, begin, skip=range(one.first, one.past)) + _ease(one)


def woe(one: Opened, first: int, *, skip: range = range(0)) -> int:
    """Count the bad things from a place to the end of the sentence, or of the next one.

    `skip`: the words of the phrase itself.
    """
    if one.wording.detector in CHEERS and (_asks(one) or _names_somebody(one, first)):
        return NEVER
    total, is_aside = 0, False
    signs = _Signs(one)
    for at in _reach(one, first):
        if at in skip:
            continue
        if not one.is_tag and _turns(one, at):
            return NEVER if at < one.first or one.wording.detector in CHEERS else total
        is_aside = is_aside or (one.is_thanks and _is_aside(one, at))
        found = signs.of(at)
        is_object = (one.is_thanks or one.is_felt) and at > first + _SOON
        if found == NEVER:
            return NEVER
        if found > 0 and is_aside:
            continue
        if found == _BAD and is_object and _before(one, at)[:1] in _AFTER_ARTICLE:
            continue
        total += found
    return total


_AFTER_ARTICLE = frozenset((word,) for word in _ARTICLES)


class _Signs:
    """What each word says: good or bad for the writer."""

    def __init__(self, one: Opened) -> None:
        lists = one.scene.words.lists
        self.one = one
        acts = lists["bad-base"] | lists["bad-ing"] | lists["bad-past"]
        self.bad = Known(lists["woe"] | acts)
        self.some = Known(lists["some"] | lists["absurd"])
        self.help = Known(lists["help"])
        self.relief, self.kindly = lists["relief"], lists["kindly-past"]

    def of(self, at: int) -> int:
        """Return two for a bad thing, one for a sign of it, less for relief, NEVER for help."""
        word, after = self.one.scene.draft.tokens[at].word, _next(self.one, at)
        before = _before(self.one, at)
        is_denied = not NEGATIONS.isdisjoint(before)
        is_help = word in self.help or (word == "who" and after in self.kindly)
        if is_help or (word == "same" and after in _DAYS):
            return _BAD if is_denied else NEVER
        is_ours = word in ("asked", "requested") and before[:1] in (("i",), ("we",))
        if word in self.relief or is_ours:
            less = -_BAD if self.one.is_felt else -1
            return 0 if before[:1] == ("how",) else _BAD if is_denied else less
        if word in self.bad:
            return 0 if before[:1] in (("no",), ("without",)) else _BAD
        return int(word in self.some)


def _thanked(one: Opened) -> int:
    """Weigh what somebody is thanked or praised for."""
    if _is_wished(one) or "advance" in one.scene.around(one.last, one.for_at, near=one.first):
        return NEVER
    aim = _aimed(one, one.for_at + 1)
    aim = -1 if aim == NEVER and not one.is_thanks else aim
    if aim == NEVER or _names_somebody(one, one.last + 1, one.for_at):
        return NEVER
    return aim + woe(one, one.for_at + 1)


def _is_wished(one: Opened) -> bool:
    """Whether it is no thanks yet: “I would be most grateful for a copy”."""
    return not _WISHING.isdisjoint(one.scene.around(one.first - _BACK, one.last, near=one.first))


def _aimed(one: Opened, at: int) -> int:
    """Weigh the first words behind “for”: “losing” two, “helping” and “your letter” never."""
    lists = one.scene.words.lists
    while one.word(at) in SOFTENERS:
        at += 1
    head, after = one.word(at), one.word(at + 1)
    near = one.scene.around(at + 1, at + 3, near=one.first)
    if head == "not":
        is_bad = after in lists["bad-ing"] or after in ("charging", "leaving", "sending")
        return NEVER if is_bad else 3 * after.endswith("ing")
    if head == "telling" and one.word(at + 2) == "to":
        return _CHARGED_TO_ME
    is_given = head in _OWNERS or (head in _SENDING and near.isdisjoint(_AGAIN))
    is_kindly = head in lists["kindly-ing"] and near.isdisjoint(_AMISS)
    if is_kindly or (is_given and near & lists["polite"]):
        return NEVER
    if head == "letting" and "know" in near:
        return NEVER
    is_mine = after in _MINE or after[:1].isdigit()
    return _BAD * (head in lists["bad-ing"]) + (head in lists["mixed-ing"] and is_mine)


_OWNERS = frozenset({"your", "the", "his", "her", "their", "all"})


def _dared(one: Opened) -> int:
    """Weigh “to leave me” behind “how kind of you”."""
    lists, at = one.scene.words.lists, one.to_at + 1
    verb = one.word(at)
    if _names_somebody(one, one.last + 1, one.to_at):
        return NEVER
    if verb in lists["kindly-base"] and "which" in one.scene.around(at, at + 6, near=one.first):
        return NEVER
    is_kind = "of" in one.own and verb in lists["kindly-base"]
    aim = _BAD * (verb in lists["bad-base"]) - is_kind
    is_mine = one.word(at + 1) in _MINE
    return aim + (verb in lists["mixed-base"] and is_mine) + woe(one, at + 1)


def _ease(one: Opened) -> int:
    """Return one where a fact comes straight after a cheer: “Great, the lift …”, not “Great, I”."""
    after = one.scene.clause_word(one.past, one.last) or one.word(one.past)
    is_cry = one.wording.detector == "mock-cheer" and one.wording.shape.at_head
    goes_on = bool(one.scene.clause_word(one.past, one.last))
    return int(is_cry and bool(after) and not goes_on and after not in _AFTER_CHEER)


def _count(one: Opened, known: Known) -> int:
    """Count the words of a list that follow; a quoted word counts as a play on words."""
    at, found = one.past, int(one.wording.proof in _WORDS and _is_quoting(one))
    while (word := one.word(at)) and word not in TURNS and word != "or":
        found += word in known
        at += 1
    return found


def _is_quoting(one: Opened) -> bool:
    """Whether a word in quotation marks comes soon: “"fresh" was your word for green”."""
    tokens = one.scene.draft.tokens[one.past : one.past + _SOON]
    return any(one.scene.draft.is_quoted(token.start, token.end) for token in tokens)


def _asks(one: Opened) -> bool:
    """Whether the sentence goes on to ask for something, as a real letter does."""
    places = range(one.past, one.past + _LONG)
    return any((one.word(at), one.word(at + 1)) in _ASKS for at in places)


def _names_somebody(one: Opened, first: int, last: int = 0) -> bool:
    """Whether “Mr Obi” or “Sister Agnes” stands there."""
    places = range(first, (last or first + _LONG) + 1)
    return any(one.word(at) in _TITLES and one.scene.has_capital(at + 1) for at in places)


def _is_aside(one: Opened, at: int) -> bool:
    """Whether a word begins what is told beside the thanks: “after I wrote”, “who worked on”."""
    word, after = one.word(at), _next(one, at)
    bad = one.scene.words.lists["bad-past"] | one.scene.words.lists["mixed-past"]
    is_told = (word == "after" and after in ("i", "we")) or (word == "who" and after not in bad)
    return word in _ASIDES or is_told


def _next(one: Opened, at: int) -> str:
    tokens = one.scene.draft.tokens
    return tokens[at + 1].word if at + 1 < len(tokens) else ""


def _before(one: Opened, at: int) -> tuple[str, ...]:
    """Return the words before one in its sentence, the nearest first."""
    words = (one.scene.word(back, at) for back in range(at - 1, at - 1 - _BACK, -1))
    return tuple(_while_there(words))


def _while_there(words: Iterator[str]) -> Iterator[str]:
    for word in words:
        if not word:
            return
        yield word


def _reach(one: Opened, first: int) -> range:
    tokens = one.scene.draft.tokens
    sentence, past = tokens[one.first].sentence, first
    while past < len(tokens) and tokens[past].sentence == sentence:
        past += 1
    if past - first <= _SHORT and not one.is_thanks:
        while past < len(tokens) and tokens[past].sentence == sentence + 1:
            past += 1
    return range(first, past)


def _turns(one: Opened, at: int) -> bool:
    """Whether the sentence turns to something else: “…, but the lamp is broken”."""
    tokens = one.scene.draft.tokens
    word, after, before = tokens[at].word, _next(one, at), _before(one, at)[:1]
    opens = at > 0 and tokens[at].clause != tokens[at - 1].clause
    if word in ("no", "nobody", "nothing"):
        return before == ("that",)
    if word == "so":
        return opens and after not in _SO
    if word == "only":
        return one.is_felt and (opens or before == ("and",))
    if word == "and" and one.is_felt and opens:
        return after in ("i", "we", "even")
    if word == "but":
        return not _ALL & frozenset(one.word(back) for back in range(at - _EVERY, at))
    is_yet = word == "yet" and after != "another" and opens
    return word in TURNS or is_yet or (word == "and" and after == "yet")
