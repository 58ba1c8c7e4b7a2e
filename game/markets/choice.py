"""Few people choose among many places, group after group, in the time of the few.

Each group is split as `by_largest_remainder` would split it over all places that are open to it: most places get
nobody, and only those that could get somebody are looked at.
"""

from collections.abc import Sequence

from game.exact import ExactSum


class Places:
    """Places with a weight each, some of them open; groups come one after another, and places close as they fill."""

    def __init__(self, weights: Sequence[float], keys: Sequence[str], rooms: Sequence[int]) -> None:
        self._weights = weights
        self._keys = keys
        self._rooms = list(rooms)
        opened = [i for i, room in enumerate(rooms) if room > 0]
        self._best_first = sorted(opened, key=lambda i: (-weights[i], keys[i]))
        self._total = ExactSum([weights[i] for i in opened])

    def take_in(self, people: int, origin: int) -> list[tuple[int, int]]:
        """Places and how many go to each; a group does not stay at its origin, and who finds no room stays away."""
        taken = []
        for i, chosen in self._split(people, origin):
            room = self._rooms[i]
            coming = chosen if chosen < room else room
            self._rooms[i] = room - coming
            if coming == room:
                self._best_first.remove(i)
                self._total.add(-self._weights[i])
            taken.append((i, coming))
        return taken

    def _split(self, people: int, origin: int) -> list[tuple[int, int]]:
        weights = self._weights
        whole = self._total.value(without=weights[origin] if self._rooms[origin] > 0 else 0.0)
        if people <= 0 or whole <= 0.0:
            return []
        shares: list[tuple[int, int]] = []
        rests: list[tuple[float, str, int]] = []
        left, least = people, 0.0
        for i in self._best_first:
            if i == origin:
                continue
            exact = people * weights[i] / whole
            share = int(exact)
            if share:
                shares.append((i, share))
                left -= share
            elif len(rests) - len(shares) >= left and exact < least:
                break
            else:
                least = exact
            rests.append((share - exact, self._keys[i], i))
        found = dict(shares)
        for _, _, i in sorted(rests)[:left]:
            found[i] = found.get(i, 0) + 1
        return sorted(found.items())
