"""Minds: how a firm that no person steers decides. All use the same desk as a person."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from agents.desk import Mind
from agents.minds.cloud import CloudMind
from agents.minds.passive import PassiveMind
from agents.minds.playbook import PlaybookMind

if TYPE_CHECKING:
    from levels.schema import Style

BUILT_IN = ("passive", "cloud")
"""Minds that need no style of the level."""


def make_mind(name: str, styles: "Mapping[str, Style]") -> Mind:
    """The mind of this name: a built-in one, or the playbook in one of the level's styles.

    Raises KeyError if there is none.
    """
    if name == "passive":
        return PassiveMind()
    if name == "cloud":
        return CloudMind()
    return PlaybookMind(name, styles[name])
