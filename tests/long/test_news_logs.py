"""Four personalities are told apart by their news alone: by a reader who only counts, taught by games on other seeds.

By hand: `python -m pytest tests/long/test_news_logs.py`, about half a minute of a core.
"""

import re
from collections import Counter
from math import fsum, log
from pathlib import Path

from game.lab import newslog
from levels import loader

MINDS_MD = Path(__file__).parents[2] / "docs" / "minds.md"
LEVEL, FIRM, MINDS, SEED = newslog.LEVEL, newslog.FIRM, newslog.MINDS, newslog.SEED
TAUGHT_BY = (2, 3, 4, 5)


def logs_of(text: str) -> dict[str, Counter[str]]:
    """How often each kind of news came, by the letter of the log, as its last line tells."""
    found = {}
    for part in text.split("### Log ")[1:]:
        in_all = re.search(r"^- In all: (.+)\.$", part, re.MULTILINE)
        assert in_all is not None
        found[part[0]] = Counter({kind: int(count) for kind, count in re.findall(r"([a-z-]+) (\d+)", in_all[1])})
    return found


def test_who_only_counts_tells_the_four_apart() -> None:
    """By the likelihood of each kind of news under each personality, one more of each kind counted than was seen."""
    text = MINDS_MD.read_text(encoding="utf-8")
    asked = logs_of(text)
    key = dict(re.findall(r"([A-Z]) is `(\w+)`", text.partition("### Key")[2]))
    assert sorted(key.values()) == sorted(MINDS)
    resolved = loader.load(LEVEL)
    taught = {mind: Counter[str]() for mind in MINDS}
    for mind in MINDS:
        for seed in TAUGHT_BY:
            counts = newslog.watch(resolved, FIRM, mind, seed).counts
            taught[mind].update({kind.removeprefix("news-"): count for kind, count in counts.items()})
    kinds = sorted({kind for counts in (*taught.values(), *asked.values()) for kind in counts})

    def likelihood(counts: Counter[str], mind: str) -> float:
        in_all = sum(taught[mind].values()) + len(kinds)
        return fsum(counts[kind] * log((taught[mind][kind] + 1) / in_all) for kind in kinds)

    found = {letter: max(MINDS, key=lambda mind: likelihood(counts, mind)) for letter, counts in asked.items()}
    assert found == key
