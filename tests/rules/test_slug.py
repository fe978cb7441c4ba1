from hypothesis import example, given
from hypothesis import strategies as st

from complaintkit.rules.slug import (
    LONGEST,
    case_slug,
    is_reserved,
    safe_file_name,
    same_key,
    slug,
    unique_names,
)

FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
NASTY = ("", ".", "..", "CON", "com¹.txt", "../../etc/passwd", "C:\\x", "a" * 300, "é" * 200, "-rf")


def is_valid_on_windows(name: str) -> bool:
    return (
        bool(name)
        and not FORBIDDEN & set(name)
        and name == name.rstrip(". ")
        and not is_reserved(name)
        and len(name.encode()) <= 255
    )


def test_a_slug_is_small_letters_digits_and_hyphens():
    assert slug("Card: 24,000 Points!") == "card-24-000-points"
    assert slug("Ọlátúnjí & Söhne") == "ọlátúnjí-söhne"
    assert slug("…") == "case"
    assert slug("CON") == "case-con"


@given(st.text(max_size=200))
@example("COM¹")
@example("a" * 79 + "é")
def test_every_slug_is_a_name_on_every_system(name: str):
    made = slug(name)
    assert is_valid_on_windows(made)
    assert len(made.encode()) <= LONGEST
    assert not made.startswith("-")


def test_two_cases_never_share_a_folder():
    assert case_slug("Card points", "0a1b2c3d", ["card-points"]) == "card-points-0a1b2c"
    assert case_slug("Card points", "0a1b2c3d", ["other"]) == "card-points"


def test_a_file_name_stays_as_near_as_possible_to_what_it_was():
    assert safe_file_name("Jane's bill (März).pdf") == "Jane's bill (März).pdf"
    assert safe_file_name("../../etc/passwd") == "etc-passwd"
    assert safe_file_name("a\u202egpj.exe") == "a-gpj.exe"
    assert safe_file_name("CON.png") == "file-CON.png"
    assert safe_file_name("a:b?.txt. ") == "a-b-.txt"
    assert safe_file_name("x" * 300 + ".pdf") == "x" * 80 + ".pdf"


@given(st.one_of(st.text(max_size=120), st.sampled_from(NASTY)))
@example("x" * 79 + " .txt" + "y" * 30)
@example("0. .")
def test_every_file_name_is_valid_everywhere_and_stays_when_made_safe_again(name: str):
    made = safe_file_name(name)
    assert is_valid_on_windows(made)
    assert safe_file_name(made) == made


@given(st.lists(st.one_of(st.text(max_size=6), st.sampled_from(["a.png", "A.PNG", "a-2.png"]))))
def test_no_two_names_are_alike_and_a_second_round_changes_nothing(names: list[str]):
    made = unique_names(names, taken=["case.yaml"])
    keys = [same_key(name) for name in made]
    assert len(set(keys)) == len(keys) == len(names)
    assert "case.yaml" not in keys
    assert all(map(is_valid_on_windows, made))
    assert unique_names(made, taken=["case.yaml"]) == made
