"""Are the words to sort contacts by plain, distinct, and counted once a contact?"""

import pytest

from complaintkit.model.encounter import Encounter
from complaintkit.model.moment import Moment
from complaintkit.rules.taxonomy import counted, is_sorted, near_tags, offered, tag_named
from complaintkit.store.replies import load_replies, load_taxonomy

SETS = load_taxonomy()
ALL = [tag for one in SETS for tag in one.tags]


def met(*tags):
    from datetime import datetime

    moment = Moment(wall=datetime(2026, 5, 4, 10))  # noqa: DTZ001 - a wall clock
    return Encounter(seq=2, entry_id="a", moment=moment, tags=tags)


def test_the_seven_sets_are_there_and_say_where_they_come_from():
    names = [one.name for one in SETS]
    assert names == ["stage", "failure", "reason", "need", "cause", "conduct", "remedy"]
    assert all(one.title and one.source and one.checked for one in SETS)


def test_there_are_ten_reasons_four_failures_six_stages_and_five_ways_to_act():
    sizes = {one.name: len(one.tags) for one in SETS}
    assert (sizes["reason"], sizes["failure"], sizes["stage"], sizes["conduct"]) == (10, 4, 6, 5)


def test_a_slug_stands_once_and_is_no_kind_of_answer():
    slugs = [tag.slug for tag in ALL] + [kind.slug for kind in load_replies()]
    assert len(slugs) == len(set(slugs))


def test_every_way_to_act_has_a_move_and_every_kind_of_answer_one_of_them():
    conduct = next(one for one in SETS if one.name == "conduct")
    assert all(tag.move for tag in conduct.tags)
    shown = {kind.conduct for kind in load_replies()} - {""}
    assert shown == {tag.slug for tag in conduct.tags}


def test_the_person_never_sees_the_label_of_a_way_to_act():
    conduct = next(one for one in SETS if one.name == "conduct")
    seen = [tag.words + tag.move for tag in conduct.tags] + [kind.shows for kind in load_replies()]
    assert not any(tag.slug in text.casefold() for tag in conduct.tags for text in seen)


@pytest.mark.parametrize("tag", ALL, ids=lambda tag: tag.slug)
def test_a_tag_is_found_by_slug_words_and_other_words(tag):
    for typed in (tag.slug, tag.slug.upper(), tag.slug.replace("-", " "), tag.words, *tag.also):
        assert tag_named(typed, SETS) == tag


def test_an_unknown_word_has_near_ones_or_none():
    assert tag_named("rude stuff", SETS) is None
    assert "rude-staff" in near_tags("rude stuff", SETS)
    assert near_tags("qqqq", SETS) == ()


def test_tags_are_counted_once_a_contact_the_most_frequent_first():
    contacts = [met("ignored", "Time wasting"), met("time-wasting"), met("own word"), met()]
    told = counted("reason", contacts, SETS)
    assert [(one.tag.slug, one.contacts) for one in told] == [("time-wasting", 2), ("ignored", 1)]
    assert counted("stage", contacts, SETS) == []


def test_a_case_is_sorted_once_any_contact_has_a_word_of_the_sets():
    assert not is_sorted([met("own word", "holding"), met()], SETS)
    assert is_sorted([met(), met("late")], SETS)


def test_what_is_offered_are_failures_and_reasons():
    assert len(offered(SETS)) == 14
