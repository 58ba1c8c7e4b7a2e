"""How often somebody may do something: buckets that fill with time. The time is passed in, in seconds."""

from collections import OrderedDict


class Bucket:
    """`burst` at once, `rate` a second after."""

    __slots__ = ("burst", "last", "left", "rate")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self.rate, self.burst, self.left, self.last = rate, burst, burst, now

    def take(self, now: float, amount: float = 1.0) -> bool:
        """Whether there was enough; if so it is taken."""
        self.left = min(self.burst, self.left + self.rate * max(0.0, now - self.last))
        self.last = now
        if self.left < amount:
            return False
        self.left -= amount
        return True

    def has(self, now: float, amount: float = 1.0) -> bool:
        return min(self.burst, self.left + self.rate * max(0.0, now - self.last)) >= amount


class Guesses:
    """Wrong codes: so many at once from one address and in all, then one at a time as time goes by."""

    MOST_ADDRESSES = 2000

    EACH, EACH_RATE = 8.0, 0.1
    ALL, ALL_RATE = 120.0, 2.0

    def __init__(self, now: float) -> None:
        self._all = Bucket(self.ALL_RATE, self.ALL, now)
        self._by: OrderedDict[str, Bucket] = OrderedDict()

    def may_try(self, address: str, now: float) -> bool:
        """Whether a code of this address is looked at; it costs nothing."""
        bucket = self._by.get(address)
        return self._all.has(now) and (bucket is None or bucket.has(now))

    def missed(self, address: str, now: float) -> None:
        """A code was wrong."""
        bucket = self._by.setdefault(address, Bucket(self.EACH_RATE, self.EACH, now))
        self._by.move_to_end(address)
        bucket.take(now)
        self._all.take(now)
        while len(self._by) > self.MOST_ADDRESSES:
            self._by.popitem(last=False)
