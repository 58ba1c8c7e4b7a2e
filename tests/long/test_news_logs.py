"""Four personalities are told apart by their news alone: by a reader who only counts words, taught by other games.

By hand: `python -m pytest tests/long/test_news_logs.py`, about half a minute of a core.
"""

import re
from collections import Counter
from collections.abc import Iterable
from math import fsum, log
from pathlib import Path

from game.lab import newslog
from levels import loader

MINDS_MD = Path(__file__).parents[2] / "docs" / "minds.md"
LEVEL, FIRM, MINDS, SEED = newslog.LEVEL, newslog.FIRM, newslog.MINDS, newslog.SEED
TAUGHT_BY = (2, 3, 4, 5)


def words_of(lines: Iterable[str]) -> Counter[str]:
    """The words of a log's lines, without the one that counts the whole game."""
    return Counter(
        word for line in lines if not line.startswith("In all:") for word in re.findall(r"[a-z]+", line.lower())
    )


def test_who_counts_words_tells_the_four_apart() -> None:
    resolved = loader.load(LEVEL)
    asked = {mind: words_of(newslog.watch(resolved, FIRM, mind, SEED).lines) for mind in MINDS}
    taught = {
        mind: sum((words_of(newslog.watch(resolved, FIRM, mind, seed).lines) for seed in TAUGHT_BY), Counter[str]())
        for mind in MINDS
    }
    known = sorted(set().union(*taught.values()))

    def likelihood(words: Counter[str], mind: str) -> float:
        in_all = sum(taught[mind].values()) + len(known)
        return fsum(words[word] * log((taught[mind][word] + 1) / in_all) for word in known)

    found = {mind: max(MINDS, key=lambda guess: likelihood(words, guess)) for mind, words in asked.items()}
    assert found == {mind: mind for mind in MINDS}


def test_the_document_has_the_logs_that_the_command_makes() -> None:
    text = MINDS_MD.read_text(encoding="utf-8")
    made = newslog.section(loader.load(LEVEL), FIRM, MINDS, SEED)
    is_current = newslog.renewed(text, made) == text  # no diff of four logs when it is not
    assert is_current, "docs/minds.md: write its logs anew with `python main.py news --write`"
