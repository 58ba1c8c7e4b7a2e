"""How numbers are written, by language: money, cards, power, shares, FLOP, months.

`Figures` is English, `JapaneseFigures` counts in steps of ten thousand; `of(language)` gives the right one. Texts carry
theirs as `texts.figures`. Nothing here keeps a state.
"""

from __future__ import annotations

MINUS = "-"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {
    "USD a month": "ドル/月",
    "USD an H100e-hour": "ドル/H100e時",
    "kW a year": "kW/年",
    "month": "か月",
    "months": "か月",
    "cards": "枚",
    "people": "人",
    "points": "点",
    "share": "",
}
_PER = {"month": "月", "hour": "時間", "year": "年", "quarter": "四半期", "turn": "ターン", "H100e hour": "H100e時"}


class Figures:
    """Numbers as English readers expect them."""

    steps: tuple[tuple[float, str], ...] = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
    """What a large number is counted in, and its sign."""
    apart = 1_000
    """How far one step is from the next."""

    def money(self, usd: float, *, signed: bool = False) -> str:
        """Three significant figures: "$4.21B", "-$120M", "$950", with `signed` also "+$320M"."""
        return _sign(usd, signed) + "$" + self._short(abs(usd))

    def cards(self, count: float, *, signed: bool = False) -> str:
        """GPUs, people, customers: "412k", "1.5M", "850", with `signed` also "+40k"."""
        return _sign(count, signed) + self._short(abs(count), keep_zeros=False)

    def whole(self, count: float, *, signed: bool = False) -> str:
        """In full: "24,000"."""
        return _sign(count, signed) + f"{abs(round(count)):,}"

    def months(self, count: float) -> str:
        """A length of time: "1 month", "18 months"."""
        return f"{count:,.0f} month{'' if round(count) == 1 else 's'}"

    def power(self, kw: float, *, signed: bool = False) -> str:
        """Kilowatts as megawatts: "1,320 MW", below ten "8.5 MW"; "0 MW"."""
        mw = abs(kw) / 1000
        text = f"{mw:.1f}".removesuffix(".0") if mw < 9.95 else f"{mw:,.0f}"
        return f"{_sign(kw, signed)}{text} MW"

    def column(self, name: str, value: float | str) -> str:
        """A figure of the record by the name of its column; what customers pay as a yearly rate."""
        if isinstance(value, str):
            return value
        if name == "revenue_usd":
            return self.money(12 * value)
        if name.endswith("_usd"):
            return self.money(value)
        if name == "mw_online":
            return self.power(value * 1000)
        return self.cards(value) if name.startswith("h100e") else self.whole(value)

    def percent(self, share: float, *, signed: bool = False, digits: int = 0) -> str:
        """A share of one: 0.37 is "37%"."""
        return f"{_sign(share, signed)}{abs(share) * 100:,.{digits}f}%"

    def flop(self, operations: float) -> str:
        """Training compute: "1.8e26"."""
        if operations == 0:
            return "0"
        mantissa, exponent = f"{operations:.1e}".split("e")
        return f"{mantissa.removesuffix('.0')}e{int(exponent)}"

    def told(self, value: str | float, unit: str, *, signed: bool = False) -> str:
        """A value in its unit, for whoever does not know beforehand which it is: "$4.21B", "90 MW", "1,316.2 Elo"."""
        if isinstance(value, str):
            return value
        head, _, per = unit.partition("/")
        after = self._per(per) if per else ""
        if head == "USD":
            return (self.money(value, signed=signed) if abs(value) >= 100 or not value else f"${value:,.4g}") + after
        if head == "kW":
            return self.power(value, signed=signed) + after
        if head == "FLOP":
            return self.flop(value) + " FLOP" + after
        if abs(value) >= 1e6:
            number = self.cards(value, signed=signed)
        elif float(value).is_integer():
            number = self.whole(value, signed=signed)
        else:
            number = _sign(value, signed) + (f"{abs(value):,.4g}" if abs(value) < 1000 else f"{abs(value):,.1f}")
        return self._in_unit(number, head) + after

    def month(self, year_month: str) -> str:
        """ "2024-10" is "Oct 2024"."""
        year, number = year_month.split("-")
        return f"{MONTHS[int(number) - 1]} {year}"

    def short_month(self, year_month: str) -> str:
        """ "2024-10" is "Oct '24"."""
        year, number = year_month.split("-")
        return f"{MONTHS[int(number) - 1]} '{year[2:]}"

    def _per(self, unit: str) -> str:
        return f" a {unit}"

    def _in_unit(self, number: str, unit: str) -> str:
        return f"{number} {unit}".rstrip()

    def _short(self, size: float, *, keep_zeros: bool = True) -> str:
        for position, (step, letter) in enumerate(self.steps):
            scaled = float(f"{size / step:.3g}")
            if scaled >= 1:
                if scaled >= self.apart and position:
                    step, letter = self.steps[position - 1]
                    scaled /= self.apart
                return _three(scaled, keep_zeros) + letter
        return f"{size:,.0f}"


class JapaneseFigures(Figures):
    """Numbers as Japanese readers expect them: a name for every four digits, the year before the month."""

    steps = ((1e12, "兆"), (1e8, "億"), (1e4, "万"))
    apart = 10_000

    def money(self, usd: float, *, signed: bool = False) -> str:
        """ "$42.1億", "-$1.20億", "$950"."""
        return super().money(usd, signed=signed)

    def cards(self, count: float, *, signed: bool = False) -> str:
        """ "41.2万", "150万", "850"."""
        return super().cards(count, signed=signed)

    def months(self, count: float) -> str:
        """ "18か月"."""
        return f"{count:,.0f}か月"

    def month(self, year_month: str) -> str:
        """ "2024-10" is "2024年10月"."""
        year, number = year_month.split("-")
        return f"{year}年{int(number)}月"

    def short_month(self, year_month: str) -> str:
        """ "2024-10" is "24年10月"."""
        return self.month(year_month)[2:]

    def _per(self, unit: str) -> str:
        return f"/{_PER.get(unit, unit)}"

    def _in_unit(self, number: str, unit: str) -> str:
        said = _UNITS.get(unit)
        return super()._in_unit(number, unit) if said is None else number + said


ENGLISH, JAPANESE = Figures(), JapaneseFigures()


def of(language: str) -> Figures:
    """The way of writing numbers of a language; English where there is none of its own."""
    return JAPANESE if language == "ja" else ENGLISH


def _sign(value: float, signed: bool) -> str:
    return MINUS if value < 0 else "+" if signed and value > 0 else ""


def _three(scaled: float, keep_zeros: bool) -> str:
    """Three significant figures of a number from 1."""
    text = f"{scaled:.2f}" if scaled < 10 else f"{scaled:.1f}" if scaled < 100 else f"{scaled:,.0f}"
    return text if keep_zeros and scaled < 10 else _trim(text)


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
