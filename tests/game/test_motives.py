"""Why rivals did what the news tell: in general words while persons play, in full when nothing is hidden any more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.orders import Announce, LeaseCompute, OrderCards
from agents.view import News, Text
from assets.text import Texts
from game.session import Session
from game.telling.history import History
from game.telling.moments import moment_why, moments
from game.telling.motives import DEEDS, in_words, motive_of, nothing_to_hide, why
from game.telling.report import entries_of, news_since
from game.telling.wording import Words
from levels import loader

LEVEL = "september_2024_halves"
TURNS = 5
KEPT = {
    "affiliate-money", "announce", "below", "bids", "binds-not", "campaign", "colocate", "cycle", "declare",
    "free-tier", "fund", "guidance", "hand-back", "hiring", "late", "leads", "leads-rating", "lend", "lend-less",
    "lenders", "lenient", "mend", "no-more-waiting", "open", "orders", "own-chip-rest", "pay", "petition",
    "power", "price", "price-bad", "purse", "repay", "risk-neighbours", "risk-users", "risk-word", "safety",
    "safety-law", "strict", "synthetic", "tariff", "too-late", "wires",
}  # fmt: skip
"""Reasons that a firm keeps to itself: weaknesses, tricks, and those of what it does behind closed doors."""
NAMED = {"rival", "partner", "product", "model", "startup", "site", "region", "chip", "leg"}
"""What a reason may name in public: nothing that is counted."""
FTL = Path(__file__).parents[2] / "assets" / "texts"


class Eyes:
    """One firm in a session, as the faces' seats are."""

    def __init__(self, session: Session, firm: str) -> None:
        self.session, self.firm, self.level = session, firm, session.resolved.level
        self.words = Words(Texts(strict=True), self.level)
        self.view = session.view(firm)
        self.words.learn_places(self.view)
        self.words.learn_startups(self.view)
        self.history, self.given = History(session, firm, self.view), {}

    @property
    def knows_all(self) -> bool:
        return nothing_to_hide(self.session)


@pytest.fixture(scope="module")
def eyes() -> Iterator[Eyes]:
    """A person's, after a few turns against minds that weigh."""
    level = loader.load(LEVEL)
    minds = dict.fromkeys(level.level.seats, "operator")
    session = Session.new(level, 2, {**minds, "openai": "person"})
    for _ in range(TURNS):
        session.submit("openai", [advice.order for advice in session.advice("openai")])
        session.advance()
    assert not nothing_to_hide(session)
    yield Eyes(session, "openai")
    session.dispose()


def deeds(eyes: Eyes) -> list[News]:
    return [item for item in eyes.session.news() if why(eyes, item) is not None]


def test_a_rivals_public_deeds_are_told_with_its_reasons(eyes: Eyes) -> None:
    told = deeds(eyes)
    assert len(told) > 20
    assert {item.firm for item in told} >= set(eyes.level.seats) - {"openai"}
    assert not any(item.firm == "openai" for item in told), "a person's reasons are not known"
    for item in told:
        motive = motive_of(eyes.session, eyes.words, item)
        assert motive is not None
        assert motive.order in [each.order for each in eyes.session.reasons(item.firm, motive.turn)]


def test_what_a_person_hears_in_play_has_no_private_figure(eyes: Eyes) -> None:
    for item in deeds(eyes):
        motive = motive_of(eyes.session, eyes.words, item)
        because = why(eyes, item)
        assert motive is not None
        assert because is not None
        public = [{k: v for k, v in reason.args.items() if k in NAMED} for reason in motive.reasons]
        bare = " ".join(because.reasons)
        for args in public:
            for name in map(str, args.values()):
                bare = bare.replace(eyes.words.place(name), "").replace(eyes.words.name(name), "")
        assert not re.search(r"\d", bare), bare


def test_public_reasons_name_nothing_that_is_counted() -> None:
    for language in ("en", "ja"):
        said = (FTL / language / "reasons.ftl").read_text(encoding="utf-8")
        press = re.findall(r"^press-[\w-]+ =.*(?:\n .*|\n})*", said, re.MULTILINE)
        assert len(press) > 50
        for text in press:
            assert set(re.findall(r"\$(\w+)", text)) <= NAMED, text


def test_every_reason_is_public_or_kept_by_decision() -> None:
    keys = set[str]()
    for file in (FTL / "en").glob("*.ftl"):
        keys |= set(re.findall(r"^why-([\w-]+) =", file.read_text(encoding="utf-8"), re.MULTILINE))
    keys -= {"line", "line-then"}
    texts = Texts(strict=True)
    public = {key for key in keys if texts.has(f"press-{key}")}
    assert keys - public == KEPT


def test_what_a_rival_does_behind_closed_doors_is_not_told(eyes: Eyes) -> None:
    """A trick that is public is told without its reason; an order that makes no news is not told at all."""
    trick = Text("why-announce", {})
    assert in_words(eyes.words, (trick,), openly=False) == ()
    assert in_words(eyes.words, (trick,), openly=True) != ()
    public = {kind for kinds in DEEDS.values() for kind in kinds}
    assert not public & {"set_policy", "borrow", "repay", "sign_power", "leave_queue", "cancel_cards"}
    assert Announce(1).kind in public


def test_reasons_speak_of_a_third() -> None:
    """What the advisor says to its reader has another form where it is told of a rival."""
    for language, you in (("en", r"\b(you|your|yours)\b"), ("ja", "自社より|あなた")):
        said = "".join(file.read_text(encoding="utf-8") for file in sorted((FTL / language).glob("*.ftl")))
        texts = dict(re.findall(r"^((?:why|their|press)-[\w-]+) = (.*(?:\n .*|\n})*)", said, re.MULTILINE))
        assert len(texts) > 150
        to_reader = {key for key, text in texts.items() if re.search(you, text, re.IGNORECASE)}
        assert to_reader
        assert {key.replace("why-", "their-") for key in to_reader} <= set(texts)
        assert all(key.startswith("why-") for key in to_reader)


def test_an_order_that_took_long_is_told_with_its_month(eyes: Eyes) -> None:
    late = [because for item in deeds(eyes) if (because := why(eyes, item)) is not None and because.month]
    assert late
    assert all(because.lines(eyes.words)[0].startswith(f"Ordered {because.month}") for because in late)


def test_a_deed_finds_the_order_that_names_the_same(eyes: Eyes) -> None:
    for item in deeds(eyes):
        motive = motive_of(eyes.session, eyes.words, item)
        assert motive is not None
        if isinstance(motive.order, LeaseCompute):
            assert eyes.words.named("operator", motive.order.operator) in eyes.words.news(item)
        if isinstance(motive.order, OrderCards):
            assert eyes.words.place(motive.order.site) in eyes.words.news(item)


def test_a_line_does_not_repeat_what_stands_above_it(eyes: Eyes) -> None:
    items = news_since(eyes, 3 * TURNS)
    entries = entries_of(eyes, items)
    assert any(entry.detail for entry in entries)
    for item in items:
        of_month = [
            e.detail for e, i in zip(entries, items, strict=True) if (i.firm, i.month) == (item.firm, item.month)
        ]
        told = [reason for detail in of_month for reason in detail.partition(": ")[2].split("; ") if detail]
        assert len(told) == len(set(told))
    assert all(len(each.split("\n")) == 1 for entry in entries for each in (entry.detail, *entry.briefer))


def test_reasons_are_in_the_save_and_in_the_past(eyes: Eyes, tmp_path: Path) -> None:
    path = tmp_path / "game.race"
    eyes.session.save(path)
    again = Session.load(path)
    for turn in range(1, TURNS + 1):
        for firm in eyes.session.seats:
            assert again.decided(firm, turn) == eyes.session.decided(firm, turn)
    item = deeds(eyes)[-1]
    assert why(Eyes(again, "openai"), item) == why(eyes, item)  # type: ignore[arg-type]
    past = eyes.session.as_of(2, eyes.session.snapshots()[0][1])
    assert past.reasons("xai", 2) == eyes.session.reasons("xai", 2)
    assert past.decided("xai", 3) is None
    past.dispose()
    again.dispose()


def test_the_debrief_tells_all_three() -> None:
    level = loader.load(LEVEL)
    session = Session.new(level, 2, dict.fromkeys(level.level.seats, "operator"))
    for _ in range(12):
        session.advance()
    seat = Eyes(session, "xai")
    assert seat.knows_all
    found = moments(session, "xai")
    told = [moment_why(seat, moment) for moment in found]  # type: ignore[arg-type]
    assert len([lines for lines in told if lines]) > 3
    assert any(len(lines) == 3 for lines in told)
    for moment, lines in zip(found, told, strict=True):
        of_news = why(seat, moment.cause) if moment.cause is not None else None  # type: ignore[arg-type]
        assert bool(lines) is (of_news is not None or moment.gained > 0.0), moment
        about = moment.cause.firm if moment.cause is not None else ""
        assert about in ("", "xai", moment.rival, moment.rival_before)
    session.dispose()
