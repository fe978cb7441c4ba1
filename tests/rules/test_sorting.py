"""Is an urgent problem known by its words, and a plain one left in peace?"""

import pytest

from complaintkit.rules.sorting import FIRST_STEPS, MOVES_ON, SORTINGS, needs_sorting
from complaintkit.store.reference import load_guide


@pytest.mark.parametrize(
    "problem",
    [
        "I was tricked into a transfer.",
        "There is a payment that I never made.",
        "It was not me who paid this.",
        "Somebody used my card in Spain.",
        "A man pretended to be my bank and I paid him.",
        "My bank told me to move my money to a safe account.",
        "I paid on a fake website.",
        "My card was stolen and used.",
        "An unauthorised debit of £40.",
        "I did not authorize this withdrawal.",
        "I sent it to the wrong account.",
        "The money went to the wrong person.",
        "The transfer has not arrived.",
        "My cash machine withdrawal failed.",
        "My account was debited but nothing came out.",
        "The kettle caught fire.",
        "I smell gas near the boiler.",
        "The carbon monoxide alarm went off.",
        "The plug sparked when I pulled it.",
        "The cot broke and the baby was hurt.",
        "We were ill after eating their chicken.",
        "The brakes failed on the motorway.",
        "The toaster gave me an electric shock.",
    ],
)
def test_urgent_words_are_asked_about(problem):
    assert needs_sorting(problem)


@pytest.mark.parametrize(
    "problem",
    [
        "They charged me twice on 3 May.",
        "The parcel was stolen from my doorstep.",
        "He burned my CD of photos wrongly.",
        "The scammers at the phone company overcharged me.",
        "The washing machine leaks.",
        "My flight was cancelled and the refund is late.",
        "The parcel has not arrived.",
        "They sent the wrong number of chairs, and the wrong colour.",
        "The kitchen was not delivered.",
        "The sauce burned on their hob because the thermostat is weak.",
    ],
)
def test_plain_problems_are_not(problem):
    assert not needs_sorting(problem)


def test_every_kind_has_its_words_and_its_step_in_the_guide():
    guide = load_guide()
    for kind in SORTINGS:
        step = FIRST_STEPS.get(kind)
        assert (step is None) == (kind == "none")
        if step:
            assert guide.step(step).do
            assert f"why-{kind}" in guide.sentences
            for event in MOVES_ON[step]:
                assert guide.sentences[f"do-{step}-{event}"]
                assert event in guide.sentences[f"command-{event}"]
