"""The fourth page, the honesty card: what is fact, what is assumed, what is left out, and how far it can be trusted."""

import re

from game.classroom.lessons.reference import lesson_of
from game.classroom.lessons.writer import Writer, bullets, element, escape, table
from levels import checked, facts
from levels import texts as keys
from levels.leaves import Source
from levels.loader import Resolved
from levels.schema import Shown

FACTS_MOST = 6
ROWS_MOST = 15
"""Facts, assumptions and measured claims that a card has room for."""
LEFT_OUT_MOST = 7
CLAIMS_MOST = 5
OFF = "switched off"
"""How the note of a parameter begins that a lesson does without."""
_PATH = re.compile(r"\b[a-z_]\w*(?:\.\w+)+")


def card(resolved: Resolved, write: Writer) -> str:
    """The page as HTML."""
    level = resolved.level
    told = write.texts.say(keys.key(level.text, "honest"))
    more = write.texts.say(keys.key(level.text, "extend"))
    return "".join(
        (
            element("p", element("b", write.say("lesson-not-a-forecast")), kind="banner"),
            element("p", write.say(keys.key(level.text, "honest"))),
            element("h2", write.say("lesson-facts-title")),
            _facts(resolved, told, write),
            element("h2", write.say("lesson-assumed-title")),
            _assumed(resolved, told + more, write),
            _left_out(resolved, write),
            element("h2", write.say("lesson-trust-title")),
            bullets(_trust(resolved, write)),
            element("h2", write.say("lesson-yourself-title")),
            bullets(write.lines("lesson-yourself", level=resolved.name)),
        )
    )


def named_facts(resolved: Resolved, told: str) -> list[str]:
    """The facts that the card lists: those that the level's text names, then those behind its figures."""
    listed = facts.ids_in(told)
    used = [each for source in resolved.sources.values() if source.fact for each in facts.ids_in(source.fact)]
    return list(dict.fromkeys([*listed, *used]))


def _facts(resolved: Resolved, told: str, write: Writer) -> str:
    known, named = facts.known(), named_facts(resolved, told)
    rows = []
    for each in _first_facts(resolved, told):
        fact = known[each]
        value = " ".join(part for part in (fact.value, fact.unit) if part)
        rows.append([each, escape(f"{fact.subject}: {fact.what}"), escape(value), escape(fact.date)])
    head = [write.say(f"lesson-fact-{name}") for name in ("id", "what", "value", "date")]
    return table(head, rows, "facts-used") + element(
        "p", write.say("lesson-facts-more", count=len(named)), kind="small"
    )


def _first_facts(resolved: Resolved, told: str) -> list[str]:
    return (lesson_of(resolved).facts or named_facts(resolved, told))[:FACTS_MOST]


def named_parameters(resolved: Resolved, told: str) -> dict[str, Source]:
    """The parameters that the level's text names, with where they come from; then its own assumptions, each once."""
    wanted = lesson_of(resolved).assumed
    if wanted:
        return {path: resolved.sources[path] for path in wanted}
    named = {path: resolved.sources[path] for path in _PATH.findall(told) if path in resolved.sources}
    seen = set()
    for path, source in resolved.sources.items():
        alike = (path.rpartition(".")[2], source.note)
        if (source.note or "").startswith("lesson") and path not in named and alike not in seen:
            named[path] = source
        seen.add(alike)
    return named


def _assumed(resolved: Resolved, told: str, write: Writer) -> str:
    rows = []
    claims = min(CLAIMS_MOST, len(checked.load().claims.get(resolved.name, {})))
    room = ROWS_MOST - len(_first_facts(resolved, told)) - claims
    for path, source in list(named_parameters(resolved, told).items())[:room]:
        band = "–" if source.low is None or source.high is None else f"{_plain(source.low)} – {_plain(source.high)}"
        reason = (source.note or source.fact or "").removeprefix("lesson: ")
        rows.append([element("code", escape(path)), _plain(_value(resolved, path)), band, escape(reason)])
    head = [write.say(f"lesson-assumed-{name}") for name in ("path", "value", "range", "why")]
    count = sum(source.fact is None for source in resolved.sources.values())
    return table(head, rows, "assumed") + element(
        "p", write.say("lesson-assumed-more", count=count, of=len(resolved.sources)), kind="small"
    )


def _value(resolved: Resolved, path: str) -> float:
    """A figure of the merged tree by its path."""
    found = resolved.tree
    for part in path.split("."):
        found = found[int(part)] if isinstance(found, list) else found[part]
    return float(found["value"])


def _plain(value: float) -> str:
    """A figure as a level file has it: whole numbers with separators, others with four digits."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:.4g}"


def _left_out(resolved: Resolved, write: Writer) -> str:
    """What the level does without; the reasons stand in the level file, in English."""
    off = [source.note or "" for source in resolved.sources.values() if (source.note or "").startswith(OFF)]
    told = list(dict.fromkeys(note.partition(": ")[2] or note for note in off))
    if not told:
        return ""
    some = "; ".join(told[:LEFT_OUT_MOST])
    return element("p", element("b", write.say("lesson-left-out")), " ", escape(some) + ".")


def _trust(resolved: Resolved, write: Writer) -> list[str]:
    figures = checked.load()
    rows = [write.say("lesson-trust-hindcast", held=figures.hindcast.held, of=figures.hindcast.series)]
    level = resolved.level
    measured = figures.claims.get(resolved.name, {})
    for name in level.shows:
        seen = measured.get(name)
        if seen is not None and len(rows) <= CLAIMS_MOST:
            rows.append(_claim(level.shows[name], write.say(keys.shown_key(level.text, name)), seen, write))
    left = len(level.shows) - (len(rows) - 1)
    if left:
        rows.append(write.say("lesson-trust-claims", count=left, level=resolved.name))
    return [*rows, *write.lines("lesson-trust-weak")]


def _claim(shown: Shown, told: str, seen: "checked.Measured", write: Writer) -> str:
    """A claim, what was asked of it, and what was measured."""
    if shown.share is not None:
        percent = write.texts.figures.percent
        figure = percent(seen.value)
        asked = percent(shown.share.least) if shown.share.least > 0.0 else percent(shown.share.most)
        kind = "lesson-measured-least" if shown.share.least > 0.0 else "lesson-measured-most"
        return told + " " + write.say(kind, figure=figure, asked=asked, seeds=seen.seeds)
    assert shown.mean is not None
    band = " – ".join(f"{each:.3g}" for each in (shown.mean.low, shown.mean.high) if each is not None)
    open_end = "≥ " if shown.mean.high is None else "≤ " if shown.mean.low is None else ""
    return (
        told
        + " "
        + write.say("lesson-measured-mean", figure=f"{seen.value:.3g}", asked=open_end + band, seeds=seen.seeds)
    )
