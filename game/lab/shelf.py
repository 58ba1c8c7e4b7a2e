"""What the lab prints of levels: which there are, that one is sound, and the facts that they stand on."""

from collections.abc import Sequence

import msgspec

from assets.text import Texts, asked_language
from game.lab.console import console, plain_table
from game.lab.trouble import LabError
from levels import facts as fact_list
from levels import loader
from levels import texts as level_texts
from levels.faults import near
from levels.lesson_checks import check_whole
from levels.loader import Resolved


def show_levels() -> None:
    """The levels that come with the game: what each teaches, how long it takes, and who can be steered."""
    texts = Texts(asked_language())
    table = plain_table("level", "title", "minutes", "turns", "firms to steer", "objective")
    for each in loader.available():
        turns = str(each.months // each.months_per_turn)
        key = level_texts.key(each.text, "objective")
        told = texts.say(key) if texts.has(key) else ""
        table.add_row(each.name, texts.name(each.title), str(each.minutes), turns, ", ".join(each.seats), told)
    console().print(table)


def show_check(resolved: Resolved) -> None:
    """That a level is sound, its claims' arms and its lesson too, and what is in it. Raises LevelError, LabError."""
    from game.lab.claims import arms_of

    level, sources = resolved.level, resolved.sources.values()
    arms_of(resolved)
    check_whole(resolved)
    facts = sum(each.fact is not None for each in sources)
    console().print(
        f"{resolved.origin}: sound; {len(level.firms)} firms ({len(level.seats)} to steer), {len(level.sites)} sites, "
        f"{len(level.chips)} chips; {len(resolved.sources)} figures, {facts} from facts, "
        f"{len(resolved.sources) - facts} assumed; {len(level.shows)} claims",
        soft_wrap=True,
    )


def facts(ids: Sequence[str], *, unused: bool, as_json: bool) -> None:
    """Where each fact is used: in which level or catalogue file, by which path, or in which entry of the almanac.

    Raises LabError for an id that is not listed.
    """
    known, used = fact_list.load(), fact_list.uses()
    for each in ids:
        if each not in known:
            raise LabError(f"{each}: no such fact{near(each, known)}; there are S001 to S134 and K01 to K87")
    idle = {fact.id for fact in fact_list.unused()}
    shown = [fact for key, fact in known.items() if (not ids or key in ids) and (not unused or key in idle)]
    if as_json:
        told = [{**msgspec.to_builtins(fact), "left_out": fact.left_out, "uses": used[fact.id]} for fact in shown]
        print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return
    table = plain_table("fact", "what", "used as", "where")
    for fact in shown:
        table.add_row(fact.id, f"{fact.subject}: {fact.what}", *_uses(fact, used[fact.id], whole=bool(ids)))
    if shown:
        console().print(table)
    marked = [fact.id for fact in known.values() if fact.left_out]
    console().print(
        f"{len(known)} facts, {len(known) - len(idle) - len(marked)} used, {len(idle)} unused, {len(marked)} left out",
        soft_wrap=True,
    )


def _uses(fact: "fact_list.Fact", uses: "list[fact_list.Use]", *, whole: bool) -> tuple[str, str]:
    if not uses:
        return ("left out", f"the list marks it: {fact.meaning}") if fact.left_out else ("unused", "")
    kinds = ", ".join(dict.fromkeys(each.kind for each in uses))
    if whole:
        return kinds, "\n".join(str(each) for each in uses)
    more = f" and {len(uses) - 1} more" if len(uses) > 1 else ""
    return kinds, f"{uses[0]}{more}"
