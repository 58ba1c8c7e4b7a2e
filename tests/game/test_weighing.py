"""What minds weigh, as it is shown to who watches: nothing is changed by looking, and nobody is asked twice."""

from collections.abc import Iterator

import pytest

from agents.minds.own import OwnMind
from assets.text import Texts
from game.session import Session
from game.telling.weighing import weighed
from game.telling.wording import Words
from levels import loader

RESOLVED = loader.load("september_2024_halves")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    minds = {"openai": "operator", "xai": "operator", "meta": "steady", "google": "person"}
    found = Session.new(RESOLVED, 4, minds, "analyst")
    for _ in range(2):
        found.submit("google", [])
        found.advance()
    yield found
    found.dispose()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_orders_are_told_with_scores_and_with_what_speaks_against(session: Session, language: str) -> None:
    words, before = Words(Texts(language, strict=True), RESOLVED.level), session.race.digest()
    entries = weighed(session, words, "xai")
    assert session.race.digest() == before
    taken = [entry for entry in entries if entry.strong]
    assert [entry.text for entry in taken] == [words.order(each.order) for each in session.intent("xai")]
    left = entries[len(taken) :]
    assert left
    assert all(entry.faint and not entry.strong for entry in left)
    assert all(float(entry.tag) == pytest.approx(float(entry.tag)) and 0.0 <= entry.bar <= 1.0 for entry in entries)
    assert max(entry.bar for entry in entries) == 1.0
    assert any(words.say("mind-but", reason="").strip() in entry.detail for entry in left)
    assert all(entry.detail for entry in taken)


def test_a_checklist_is_told_without_scores(session: Session) -> None:
    words = Words(Texts(strict=True), RESOLVED.level)
    entries = weighed(session, words, "meta")
    assert [entry.text for entry in entries] == [words.order(each.order) for each in session.intent("meta")]
    assert all(entry.bar < 0 and not entry.tag and entry.detail for entry in entries)


def test_nothing_is_told_of_a_person(session: Session) -> None:
    assert weighed(session, Words(Texts(), RESOLVED.level), "google") == []


def test_what_is_shown_is_what_is_ordered_next() -> None:
    session = Session.new(RESOLVED, 6, {}, "operator")
    for _ in range(3):
        shown = {seat: [each.order for each in session.weighing(seat) if each.taken] for seat in RESOLVED.level.seats}
        session.advance()
        assert {seat: [each.order for each in session.reasons(seat)] for seat in shown} == shown
    session.dispose()


def test_a_mind_from_outside_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Its last orders are shown: it may draw lots, or take its time."""
    monkeypatch.syspath_prepend(str(tmp_path))
    text = (
        "from agents.desk import Advice\nfrom agents.orders import StartRun\nfrom agents.view import Text\n\n\n"
        'class Mine:\n    name = "mine"\n    asked = 0\n\n    def advise(self, desk):\n        Mine.asked += 1\n'
        '        return [Advice(StartRun(3, 0.3), (Text("why-run", {"months": 3}),))]\n'
    )
    with open(f"{tmp_path}/mine_weighed.py", "w", encoding="utf-8") as file:
        file.write(text)
    session = Session.new(RESOLVED, 4, {"xai": "mine_weighed:Mine"})
    session.advance()
    mind = session.race.mind_of("xai")
    assert isinstance(mind, OwnMind)
    from mine_weighed import Mine  # type: ignore[import-not-found]

    asked, words = Mine.asked, Words(Texts(strict=True), RESOLVED.level)
    assert [entry.text for entry in weighed(session, words, "xai")] == ["Train for 3 months on 30%"]
    assert Mine.asked == asked
    session.dispose()
