"""The news of one firm without its name: what the log has, what it leaves out, and what its command refuses."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import main
from game.lab import commands, newslog
from game.lab.trouble import LabError
from game.session import Session
from game.telling.motives import DEEDS
from levels import loader
from levels.calendar import month_of

LEVEL = loader.load("september_2024_halves")
TURNS = 8
DOCUMENT = Path(__file__).parents[2] / "docs" / "minds.md"


@pytest.fixture(scope="module")
def session() -> Session:
    found = Session.new(LEVEL, 3, {"xai": "greedy"}, "operator")
    for _ in range(TURNS):
        found.advance()
    return found


def test_a_log_tells_deeds_of_one_firm_with_reasons_and_without_its_name(session: Session) -> None:
    lines = newslog.lines_of(session, "xai")
    assert len(lines) > 12
    assert sum(line.endswith(".*") for line in lines) > 6
    for line in lines:
        assert not re.search(r"xai|grok|tesla", line, re.IGNORECASE), line
        assert "the firm" in line.lower() or "affiliate" in line
    assert len(newslog.deeds(session, "xai")) > len(lines)
    assert all(item.firm == "xai" and item.text.key in DEEDS for item in newslog.deeds(session, "xai"))


def test_a_year_has_so_many_kinds_and_counts_the_rest(session: Session) -> None:
    lines = newslog.lines_of(session, "xai", 3)
    years = [re.match(r"\w+ (\d{4}):", line).group(1) for line in lines]  # type: ignore[union-attr]
    assert years == sorted(years)
    assert max(years.count(year) for year in years) == 3
    everything = newslog.lines_of(session, "xai", 99)
    more = sum(int(count) for line in everything for count in re.findall(r"\((\d+) more in this year\)", line))
    assert len(everything) + more == len(newslog.deeds(session, "xai"))


def test_what_is_rare_goes_before_what_is_common(session: Session) -> None:
    often = newslog.counts_of(session, "xai")
    everything, few = newslog.chosen(session, "xai", 99), newslog.chosen(session, "xai", 2)
    start = session.resolved.level.start
    left_out = 0
    for kinds in everything:
        year = month_of(kinds[0].month, start)[:4]
        told = {newslog.kind_of(each[0]) for each in few if month_of(each[0].month, start)[:4] == year}
        if newslog.kind_of(kinds[0]) not in told:
            left_out += 1
            assert all(often[kind] <= often[newslog.kind_of(kinds[0])] for kind in told)
    assert left_out > 3
    assert sum(map(len, everything)) == sum(often.values())


def test_the_command_tells_what_the_document_has() -> None:
    usual = {name: each.default for name, each in inspect.signature(main.news).parameters.items()}
    assert (usual["level"], usual["firm"], usual["seed"]) == (newslog.LEVEL, newslog.FIRM, newslog.SEED)
    assert usual["minds"].split(",") == list(newslog.MINDS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"firm": "yai"}, "--firm yai: no such firm"),
        ({"minds": ["scholr"]}, "--minds scholr: no such mind"),
        ({"minds": []}, "--minds: name one to 8 minds"),
    ],
)
def test_wrong_words_are_told_in_one_line(given: dict[str, Any], said: str) -> None:
    with pytest.raises(LabError, match=re.escape(said)) as told:
        commands.news("september_2024", **{"firm": "xai", "minds": ["tenant"], "seed": 1, **given})
    assert "\n" not in str(told.value)


def test_the_document_has_four_logs_and_its_key_at_the_end() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    logs = text[text.index(newslog.BEGIN) : text.index(newslog.END)]
    assert re.findall(r"^### (.+)$", logs, re.MULTILINE) == ["Log A", "Log B", "Log C", "Log D", "Key"]
    bodies = [part.partition("\n")[2] for part in logs.split("### Log ")[1:]]
    assert all(24 <= body.count("\n- ") + 1 <= 42 for body in bodies)
    key = logs.partition("### Key")[2]
    assert sorted(re.findall(r"is `(\w+)`", key)) == sorted(newslog.MINDS)
    before_key = logs.partition("### Key")[0]
    assert not any(re.search(rf"\b{mind}\b", before_key) for mind in newslog.MINDS)
    assert newslog.renewed(text, "x").count(newslog.BEGIN) == 1


def test_a_document_without_marks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LabError, match="lost the marks"):
        newslog.renewed("nothing", "x")
    (tmp_path / "bare.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(LabError, match="lost the marks"):
        newslog.write(tmp_path / "bare.md", "x")
    assert (tmp_path / "bare.md").read_text(encoding="utf-8") == "nothing"


def test_the_logs_of_the_document_are_those_of_todays_rules() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    made = newslog.section(loader.load(newslog.LEVEL), newslog.FIRM, newslog.MINDS, newslog.SEED)
    is_current = newslog.renewed(text, made) == text  # no diff of four logs when it is not
    assert is_current, "docs/minds.md: write its logs anew with `python main.py news --write`"
