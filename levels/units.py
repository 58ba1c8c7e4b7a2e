"""The units of a level's figures: each numeric type carries its unit, and asks for a source.

A field annotated with one of these must be written in TOML as a table with its provenance,
`{ value = 24_000_000_000, fact = "S030" }` or `{ value = 3, low = 1, high = 5, assumption = "why" }`.
"""

from typing import Annotated

from msgspec import Meta


def _unit(name: str, *, ge: float | None = None, le: float | None = None, gt: float | None = None) -> Meta:
    if gt is not None:
        return Meta(extra={"unit": name}, gt=gt)
    return Meta(extra={"unit": name}, ge=ge, le=le)


Usd = Annotated[int, _unit("USD", ge=0)]
Cards = Annotated[int, _unit("cards", ge=0)]
H100e = Annotated[int, _unit("H100e", ge=0)]
Kw = Annotated[int, _unit("kW", ge=0)]
People = Annotated[int, _unit("people", ge=0)]
Users = Annotated[int, _unit("users", ge=0)]
Seats = Annotated[int, _unit("seats", ge=0)]
MonthsInt = Annotated[int, _unit("months", ge=0)]
Count = Annotated[int, _unit("count", ge=0)]
Wafers = Annotated[int, _unit("wafers/month", ge=0)]
Stacks = Annotated[int, _unit("HBM stacks", ge=0)]
CardsPerMonth = Annotated[int, _unit("cards/month", ge=0)]

Share = Annotated[float, _unit("share", ge=0.0, le=1.0)]
Ratio = Annotated[float, _unit("ratio", ge=0.0)]
LogOdds = Annotated[float, _unit("log odds")]
Rate = Annotated[float, _unit("1/month", ge=0.0)]
YearlyRate = Annotated[float, _unit("1/year", ge=0.0)]
Months = Annotated[float, _unit("months", ge=0.0)]
Elo = Annotated[float, _unit("Elo")]
Flop = Annotated[float, _unit("FLOP", ge=0.0)]
FlopPerSecond = Annotated[float, _unit("FLOP/s", ge=0.0)]
Tokens = Annotated[float, _unit("tokens", ge=0.0)]
KwPerCard = Annotated[float, _unit("kW/card", gt=0.0)]
UsdPerKwh = Annotated[float, _unit("USD/kWh", ge=0.0)]
UsdPerHour = Annotated[float, _unit("USD/H100e-hour", ge=0.0)]
UsdPerKw = Annotated[int, _unit("USD/kW", ge=0)]
Degrees = Annotated[float, _unit("degrees")]
Observed = Annotated[float, _unit("as its series", ge=0.0)]

Month = Annotated[str, Meta(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
"""A calendar month, "2024-09"."""
