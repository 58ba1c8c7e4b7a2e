"""How numbers are written everywhere: money, cards, power, shares, FLOP, months. Pure functions."""

from __future__ import annotations

MINUS = "-"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


def money(usd: float, *, signed: bool = False) -> str:
    """Three significant figures: "$4.21B", "-$120M", "$950", with `signed` also "+$320M"."""
    return _sign(usd, signed) + "$" + _short(abs(usd))


def cards(count: float, *, signed: bool = False) -> str:
    """GPUs, people, customers: "412k", "1.5M", "850", with `signed` also "+40k"."""
    return _sign(count, signed) + _short(abs(count), keep_zeros=False)


def whole(count: float, *, signed: bool = False) -> str:
    """In full: "24,000"."""
    return _sign(count, signed) + f"{abs(round(count)):,}"


def power(kw: float, *, signed: bool = False) -> str:
    """Kilowatts as megawatts: "1,320 MW", below ten "8.5 MW"; "0 MW"."""
    mw = abs(kw) / 1000
    text = f"{mw:.1f}".removesuffix(".0") if mw < 9.95 else f"{mw:,.0f}"
    return f"{_sign(kw, signed)}{text} MW"


def percent(share: float, *, signed: bool = False, digits: int = 0) -> str:
    """A share of one: 0.37 is "37%"."""
    return f"{_sign(share, signed)}{abs(share) * 100:,.{digits}f}%"


def flop(operations: float) -> str:
    """Training compute: "1.8e26"."""
    if operations == 0:
        return "0"
    mantissa, exponent = f"{operations:.1e}".split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def told(value: str | float, unit: str, *, signed: bool = False) -> str:
    """A value in its unit, for whoever does not know beforehand which it is: "$4.21B", "90 MW", "1,316.2 Elo"."""
    if isinstance(value, str):
        return value
    head, _, per = unit.partition("/")
    after = f" a {per}" if per else ""
    if head == "USD":
        return (money(value, signed=signed) if abs(value) >= 100 or not value else f"${value:,.4g}") + after
    if head == "kW":
        return power(value, signed=signed) + after
    if head == "FLOP":
        return flop(value) + " FLOP"
    if abs(value) >= 1e6:
        number = cards(value, signed=signed)
    elif float(value).is_integer():
        number = whole(value, signed=signed)
    else:
        number = _sign(value, signed) + (f"{abs(value):,.4g}" if abs(value) < 1000 else f"{abs(value):,.1f}")
    return f"{number} {head}".rstrip() + after


def month(year_month: str) -> str:
    """ "2024-10" is "Oct 2024"."""
    year, number = year_month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def _sign(value: float, signed: bool) -> str:
    return MINUS if value < 0 else "+" if signed and value > 0 else ""


def _short(size: float, *, keep_zeros: bool = True) -> str:
    for position, (step, letter) in enumerate(_STEPS):
        scaled = float(f"{size / step:.3g}")
        if scaled >= 1:
            if scaled >= 1000 and position:
                step, letter = _STEPS[position - 1]
                scaled /= 1000
            text = f"{scaled:.2f}" if scaled < 10 else f"{scaled:.1f}" if scaled < 100 else f"{scaled:.0f}"
            return (text if keep_zeros and scaled < 10 else _trim(text)) + letter
    return f"{size:.0f}"


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
