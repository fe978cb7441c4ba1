import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.shape import flatten, unflatten

NAMES = st.one_of(
    st.text(max_size=6),
    st.text(alphabet="%.#0123456789²٣25E", max_size=6),
    st.sampled_from(["", "0", "10", "%23", "%2E", "%25", ".", "..", "a.b", "set", "²", "٣"]),
)
LEAVES = st.text(max_size=8)
NESTED = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.dictionaries(NAMES, inner, min_size=1, max_size=4),
        st.lists(inner, min_size=1, max_size=12),
    ),
    max_leaves=20,
)
PLAIN = st.dictionaries(NAMES, NESTED, max_size=4)


@given(PLAIN)
def test_flat_fields_give_the_nested_form_back(plain: dict):
    assert unflatten(flatten(plain)) == plain


@given(PLAIN)
def test_the_order_of_fields_does_not_matter(plain: dict):
    assert unflatten(dict(sorted(flatten(plain).items()))) == plain


@given(PLAIN, PLAIN)
def test_two_different_things_never_have_the_same_fields(one: dict, other: dict):
    assert (flatten(one) == flatten(other)) is (one == other)


def test_paths_join_names_and_list_places():
    assert flatten({"promised": [{"what": "refund", "by": "2026-01-02"}, {"what": "call"}]}) == {
        "promised.0.what": "refund",
        "promised.0.by": "2026-01-02",
        "promised.1.what": "call",
    }


def test_names_with_dots_and_digits_stay_names():
    assert flatten({"a.b": "1", "7": "2", "50%": "3", "": "4"}) == {
        "a%2Eb": "1",
        "%237": "2",
        "50%25": "3",
        "%23": "4",
    }


def test_nothing_known_leaves_no_field():
    assert flatten({"a": None, "b": [], "c": {}, "d": [None, {}]}) == {}


def test_a_gap_in_a_list_closes_up():
    assert unflatten({"a.0": "x", "a.2": "z", "a.10": "last"}) == {"a": ["x", "z", "last"]}


def test_a_number_is_no_text():
    with pytest.raises(TypeError, match="minutes"):
        flatten({"minutes": 5})
