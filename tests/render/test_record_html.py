import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from letter_views import HOSTILE
from pages import Page, browsed, needs_browser, printed
from record_cases import EXAMPLES, ROOT, file_of, imported, record_in

from complaintkit.model.audience import Audience
from complaintkit.store.journal import Log
from complaintkit.tasks import html_record
from complaintkit.tasks.html_record import html_page

EVIL = (
    *HOSTILE,
    "<script>document.title = 'owned'</script>",
    "</script><script>document.title = 'owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "</style><svg onload=\"document.title='owned'\">",
    '"><a href="javascript:document.title=\'owned\'">x</a>',
    "' onmouseover='document.title=1",
    "{{ 7 * 7 }}{% include 'letter.html' %}",
    "&lt;b&gt; &amp;amp; \u202egnp.exe \u2066 \x1b[31m \x00",
    "--><iframe src='https://example.org'></iframe>",
    "]]><object data=x></object>",
)


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return imported(tmp_path, ROOT / "examples" / "washing-machine" / "case.yaml")


def page_of(log: Log, audience: Audience = Audience.COURT, *, beside: bool = False) -> str:
    def find(file):
        return file_of(log, file.recorded)

    return html_page(record_in(log, audience), find, beside=beside).decode()


def hostile_page(tmp_path: Path, evil: str) -> str:
    import yaml

    source = ROOT / "examples" / "phone-bill"
    plain = yaml.load((source / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    folder = tmp_path / "hostile"
    folder.mkdir()
    for file in source.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    evil = re.sub("[\x00\ud800-\udfff\ufffe\uffff]", "", evil)
    plain["case"]["title"] = plain["case"]["problem"] = evil
    plain["case"]["company"]["name"] = plain["case"]["consumer"]["name"] = evil
    for row in plain["encounters"]:
        row |= {"said": evil, "quote": evil, "reference": evil}
    for row in plain["exhibits"]:
        row |= {"title": evil, "from": evil}
    (folder / "chat-2026-04-06.txt").write_text(evil, "utf-8")
    (folder / "case.yaml").write_text(yaml.safe_dump(plain, allow_unicode=True), "utf-8")
    return page_of(imported(tmp_path, folder / "case.yaml"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_is_sound_and_every_link_leads_somewhere(name: str, tmp_path: Path):
    page = Page(page_of(imported(tmp_path, ROOT / "examples" / name / "case.yaml")))
    assert page.faults == []
    assert len(page.ids) == len(set(page.ids))
    links = [attrs["href"] or "" for attrs in page.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(page.ids)
    assert all(link.startswith(("#", "data:")) for link in links)


def test_from_the_top_an_exhibit_is_at_most_two_clicks_away(log: Log):
    made = page_of(log)
    page, numbers = Page(made), re.findall('<article id="exhibit-([0-9]+)"', made)
    links = [attrs["href"] for attrs in page.all("a")]
    assert numbers
    assert "#exhibits" in links
    assert all(links.count(f"#exhibit-{number}") >= 1 for number in numbers)


def test_the_first_section_says_who_what_when_how_much_and_what_is_asked(log: Log):
    first = page_of(log).partition('id="figures"')[0]
    for label in ("Customer", "Company", "What happened", "When", "How much", "What is asked"):
        assert f"<dt>{label}</dt>" in first


def test_the_page_loads_nothing_and_only_its_own_style_and_script_may_run(log: Log):
    made = page_of(log)
    page = Page(made)
    (policy,) = [a["content"] for a in page.all("meta") if "http-equiv" in a]
    for tag in ("style", "script"):
        part = made.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert not [attrs for _, attrs in page.tags if "style" in attrs]
    assert all((attrs["src"] or "").startswith("data:image/") for attrs in page.all("img"))
    assert "https:" not in made.replace("https://example", "")


def test_files_that_a_browser_would_open_are_only_offered_as_bytes(log: Log, monkeypatch):
    kinds = {
        attrs["href"].split(";")[0] for attrs in Page(page_of(log)).all("a") if "download" in attrs
    }
    assert kinds <= {
        "data:application/pdf",
        "data:image/jpeg",
        "data:image/png",
        "data:application/octet-stream",
    }
    assert "data:application/octet-stream" in kinds


def test_beside_the_pack_files_are_led_to_and_pictures_are_shown(log: Log):
    page = Page(page_of(log, beside=True))
    saved = [attrs["href"] for attrs in page.all("a") if "download" in attrs]
    assert saved
    assert not any((one or "").startswith("data:") for one in saved)
    assert page.all("img")


def test_files_beyond_the_room_are_named_and_not_put_in(log: Log, monkeypatch):
    monkeypatch.setattr(html_record, "MOST_BYTES", 0)
    made = page_of(log)
    assert "data:" not in made.replace("img-src data:", "")
    assert "The file is not in this page." in made


def test_the_company_gets_no_figures_and_no_gaps(log: Log):
    made = page_of(log, Audience.COMPANY)
    assert 'id="figures"' not in made
    assert 'id="gaps"' not in made
    assert 'id="gaps"' in page_of(log)


def test_the_same_log_gives_the_same_page(log: Log):
    assert page_of(log) == page_of(log)


def test_headings_come_in_order_and_every_control_has_a_name(log: Log):
    made = page_of(log)
    page = Page(made)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.all("html") == [{"lang": "en"}]
    assert all(attrs.get("alt") for attrs in page.all("img"))
    assert {attrs["for"] for attrs in page.all("label") if "for" in attrs} == {"search"}
    assert len(page.all("th")) > 6
    assert all(attrs.get("scope") in ("col", "row") for attrs in page.all("th"))


def test_colours_can_be_read_in_light_and_dark():
    style = (ROOT / "templates/html/record.css").read_text("utf-8")
    themes = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", block))
        for block in style.split(":root")[1:3]
    ]
    for theme in themes:
        for ink in ("ink", "soft", "link", "out", "in"):
            for paper in ("page", "box"):
                assert contrast(theme[ink], theme[paper]) >= 4.5, (ink, paper)
        assert contrast(theme["ink"], theme["mark"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.1."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_text_adds_no_tag_and_no_attribute(evil: str, tmp_path: Path):
    page = Page(hostile_page(tmp_path, evil))
    harmless = Page(page_of(imported(tmp_path / "b", ROOT / "examples/phone-bill/case.yaml")))
    assert page.faults == []
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in harmless.tags}
    names = {name for _, attrs in page.tags for name in attrs}
    assert names <= {name for _, attrs in harmless.tags for name in attrs}
    assert not any((a.get("href") or "").startswith("javascript") for a in page.all("a"))
    shown = "".join(page.texts)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", shown)


@needs_browser
def test_the_page_can_be_searched_where_scripts_run_and_has_no_dead_controls_elsewhere(
    log: Log, tmp_path: Path
):
    file = tmp_path / "record.html"
    file.write_text(page_of(log), "utf-8")
    with_scripts, without = Page(browsed(file)), Page(page_of(log))
    (tools,) = [a for a in with_scripts.all("form") if a.get("id") == "tools"]
    assert "hidden" not in tools
    assert re.search("[0-9]+ of [0-9]+ shown", "".join(with_scripts.texts))
    assert "hidden" in next(a for a in without.all("form") if a.get("id") == "tools")


@needs_browser
def test_in_a_browser_hostile_text_runs_nowhere(tmp_path: Path):
    file = tmp_path / "record.html"
    file.write_text(hostile_page(tmp_path, " ".join(EVIL)), "utf-8")
    after = browsed(file)
    title = after.partition("<title>")[2].partition("</title>")[0]
    assert title.startswith("Record of a complaint")


@needs_browser
def test_it_prints_with_all_rows_and_the_summary_on_the_first_page(log: Log, tmp_path: Path):
    file = tmp_path / "record.html"
    file.write_text(page_of(log), "utf-8")
    pages = [
        page.extract_text() for page in pypdf.PdfReader(printed(file, tmp_path / "p.pdf")).pages
    ]
    for label in ("Customer", "What happened", "How much", "What is asked", "Where it stands"):
        assert label in pages[0]
    assert "What this can show" in "".join(pages)
