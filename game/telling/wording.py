"""How orders, options, fields, quotes and news are said: names filled in, every word by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec

from assets.text import Texts
from levels.calendar import month_of

if TYPE_CHECKING:
    from agents.desk import Line
    from agents.orders import AnyOrder
    from agents.view import News, Text, View
    from assets.figures import Figures
    from game.door.options import Option
    from levels.schema import Level

DESKS = ("capital", "chips", "power", "compute", "deals")
DESK_ICONS = {"capital": "landmark", "chips": "cpu", "power": "zap", "compute": "brain-circuit", "deals": "handshake"}
ICONS = {
    "raise_equity": "coins",
    "tender_offer": "users",
    "pitch_sovereigns": "globe",
    "open_to_strategics": "handshake",
    "ask_affiliate_money": "gavel",
    "ask_parent": "landmark",
    "hand_back": "undo-2",
    "gpu_loan": "cpu",
    "ask_lenders": "scale",
    "borrow": "banknote",
    "repay": "receipt",
    "order_cards": "cpu",
    "cancel_cards": "ban",
    "offer_cards": "package",
    "take_cards": "truck",
    "divert_cards": "layers",
    "port_lease": "refresh-cw",
    "reserve_capacity": "factory",
    "fund_chip": "brain-circuit",
    "lease_compute": "server",
    "ask_waiver": "key-round",
    "renegotiate": "scale",
    "request_grid": "plug",
    "leave_queue": "unplug",
    "bid_site": "gavel",
    "sell_site": "receipt",
    "bring_turbines": "flame",
    "remove_turbines": "truck",
    "build_plant": "factory",
    "sign_power": "lock",
    "fund_community": "leaf",
    "settle_suit": "gavel",
    "set_tariff": "file-text",
    "set_permit": "shield",
    "set_wires": "scale",
    "petition": "megaphone",
    "accept_fund": "handshake",
    "build_hall": "hard-hat",
    "anchor_site": "landmark",
    "step_in": "key-round",
    "pledge_giant": "handshake",
    "build_giant": "building-2",
    "pause_hall": "pause",
    "resume_hall": "play",
    "retrofit_hall": "wrench",
    "start_run": "brain",
    "stop_run": "circle-x",
    "release_model": "rocket",
    "license_data": "book-open",
    "announce_product": "sparkles",
    "launch_product": "package",
    "set_policy": "settings",
    "announce": "megaphone",
    "promise_model": "target",
    "lobby": "landmark",
    "join_pact": "shield",
    "leave_pact": "log-out",
    "borrow_cards": "layers",
    "poach": "user",
    "acquihire": "users",
    "ask_affiliate": "layers",
    "declare_agi": "sparkles",
}
POLICY_ICONS = {
    "free_tier": "users",
    "price_level": "percent",
    "hiring": "graduation-cap",
    "pay": "banknote",
    "campaign": "megaphone",
    "guidance": "trending-up",
    "sublease": "package",
    "colocate": "building-2",
    "safety": "shield",
    "synthetic": "file-text",
}
BINDING_ICONS = {
    "cash": "banknote",
    "chips": "cpu",
    "hall": "building-2",
    "power": "zap",
    "data": "book-open",
    "talent": "users",
    "demand": "chart-column",
    "none": "circle-check",
}
SETS = {"set_policy": "value", "set_permit": "strictness", "set_wires": "households", "petition": "opposition"}
"""The field that an order moves from what it is now."""
Shape = Literal["money", "power", "percent", "growth", "ratio", "times", "months", "guidance", "whole"]
SHAPES: dict[str, Shape] = {
    "kw": "power",
    **dict.fromkeys(("minimum_take", "households", "share", "prepay", "promise", "damages"), "percent"),
    **dict.fromkeys(("strictness", "speed", "opposition"), "ratio"),
    **dict.fromkeys(("months", "collateral_months", "wait"), "months"),
    **dict.fromkeys(("price", "haste"), "times"),
}
POLICY_SHAPES: dict[str, Shape] = {"guidance": "guidance", "price_level": "times", "pay": "times", "hiring": "growth"}
"""How the numbers of a field or of a standing order are written; money is told by its unit, all others in full."""
TONES = {-1: "bad", 0: "muted", 1: "good"}


class Named(Protocol):
    """What a level lists under a key."""

    @property
    def name(self) -> str: ...


def short(name: str) -> str:
    """A name without what stands in brackets after it."""
    return name.split(" (")[0]


def parameter(texts: Texts, path: str) -> str:
    """The name of a parameter of the rules by its path in a level; empty for what is none."""
    kind, _, rest = path.partition(".")
    group, _, field = rest.partition(".")
    return texts.say(f"parameter-{group}-{field}") if kind == "rules" and field else ""


class Words:
    """Says what the engine speaks of, in the names of one level."""

    def __init__(self, texts: Texts, level: Level) -> None:
        self.texts, self.level = texts, level
        self.places: dict[str, str] = {key: site.name for key, site in level.sites.items()}
        self.places |= {key: region.name for key, region in level.regions.items()}
        self.places |= {key: plant.name for key, plant in level.plants.items()}
        self.startups: dict[str, str] = {key: startup.name for key, startup in level.startups.items()}

    def say(self, key: str, **args: Any) -> str:
        return self.texts.say(key, **args)

    def name(self, english: str) -> str:
        """A name of the level, or of what was opened in the game, as the language has it."""
        return self.texts.name(english)

    @property
    def figures(self) -> Figures:
        """How the language of the texts writes numbers."""
        return self.texts.figures

    def learn_places(self, view: View) -> None:
        """Sites that were opened in the game have names too."""
        self.places |= {key: site.name for key, site in view.sites.items()}
        self.places |= {anchor.key: anchor.name for anchor in view.anchors}
        self.places |= {giant.key: giant.name for giant in view.giants.values()}
        self.places |= {lot.lot: lot.name for lot in view.offers.sites}
        self.places |= {project.key: self.places[project.site] for project in view.projects}

    def learn_startups(self, view: View) -> None:
        """Start-ups are founded in the game."""
        self.startups |= {startup.key: startup.name for startup in view.startups}

    def place(self, key: str) -> str:
        """A site, region or project, without what stands in brackets after its name."""
        return short(self.name(self.places.get(key, key)))

    def firm(self, key: str) -> str:
        return self.name(self.level.firms[key].name) if key in self.level.firms else key

    def parameter(self, path: str) -> str:
        """What a figure of the level is called by its path: "rules.capital.burn_months"; others by their last step."""
        return parameter(self.texts, path) or path.rpartition(".")[2].replace("_", " ")

    def parameters(self, group: str) -> str:
        """What a group of the rules' parameters is called."""
        return self.say(f"parameters-{group}")

    def colour(self, key: str) -> str:
        return self.level.firms[key].colour if key in self.level.firms else "silver"

    def month(self, number: int) -> str:
        """ "Oct 2024" of a month counted from the opening."""
        return self.figures.month(month_of(number, self.level.start))

    def chip(self, key: str) -> str:
        return self.name(self.level.chips[key].name) if key in self.level.chips else key

    # --- what the engine says --------------------------------------------------------------------------

    def text(self, text: Text, firm: str = "") -> str:
        args = dict(text.args)
        if firm:
            args.setdefault("firm", self.firm(firm))
        if "chip" in args:
            args["chip"] = self.chip(str(args["chip"]))
        for name in ("site", "operator", "buyer"):
            if name in args:
                args[name] = self.place(str(args[name]))
        return self.texts.say(text.key, **args)

    def news(self, item: News) -> str:
        return self.text(item.text, item.firm)

    def line(self, line: Line) -> tuple[str, str, str]:
        """Name, figure and tone of a quote's line."""
        words = self.text(line.text)
        if line.usd:
            name = words.split(": ")[0] if line.text.args.get("money") else words
            return name, self.figures.money(abs(line.usd), signed=line.usd < 0), "good" if line.usd < 0 else "text"
        name, _, value = words.partition(": ")
        return name, value, "text"

    # --- orders ----------------------------------------------------------------------------------------

    def order(self, order: AnyOrder) -> str:
        """An order in a line: "Raise $3.8B from Gulf funds"."""
        args: dict[str, Any] = msgspec.to_builtins(order)
        kind = str(args.pop("order"))
        for name, value in args.items():
            args[name] = self.named(name, value)
        key = f"order-{kind}-{args['policy']}" if kind == "set_policy" else f"order-{kind}"
        if kind == "build_hall":
            key += "-crash" if args["haste"] > 1.0 else ""
        if kind == "start_run":
            key += "-below" if args["below"] else ""
        if kind == "release_model":
            key += "-open" if args["open_weights"] else ""
        args = {name: int(value) if isinstance(value, bool) else value for name, value in args.items()}
        return self.texts.say(key, **args)

    def named(self, field: str, value: Any) -> Any:
        """The value of a field as people call it."""
        level = self.level
        match field:
            case "investor":
                return self._name_in(level.investors, value)
            case "site" | "project" | "lot" | "giant" | "anchor" | "region":
                return self.place(value)
            case "chip":
                return self.chip(value)
            case "plant":
                return self._name_in(level.generators, value)
            case "source":
                return self._name_in(level.sources, value)
            case "publisher":
                return self._name_in(level.publishers, value)
            case "product":
                return self._name_in(level.products, value)
            case "below":
                return self._name_in(level.duties, value) if value else ""
            case "partner" if value in level.partners:
                return self._name_in(level.partners, value)
            case "operator" | "partner" | "affiliate" | "rival":
                return short(self.firm(value))
            case "ask" | "what":
                return self.say(f"ask-{value}")
            case "startup":
                return self.name(self.startups.get(value, value))
        return value

    def _name_in(self, table: Mapping[str, Named], key: str) -> str:
        """The name of what the level lists under a key; the key itself where an order names what is not there."""
        return self.name(table[key].name) if key in table else key

    def order_icon(self, order: AnyOrder) -> str:
        kind = order.kind
        return POLICY_ICONS[order.policy] if kind == "set_policy" else ICONS[kind]  # type: ignore[union-attr]

    # --- options ---------------------------------------------------------------------------------------

    def option_icon(self, option: Option) -> str:
        return POLICY_ICONS.get(option.group) or ICONS[option.kind]

    def option(self, option: Option) -> str:
        if option.kind == "set_policy":
            return self.say(f"option-set_policy-{option.group}")
        if option.kind == "renegotiate":
            return self.say("option-renegotiate", partner=short(self.firm(option.group)))
        if option.kind == "raise_equity":
            return self.say("option-raise_equity", investor=self.level.investors[option.group].name)
        if option.kind == "license_data":
            return self.say("option-license_data", publisher=self.level.publishers[option.group].name)
        return self.say(f"option-{option.kind}")

    def about(self, option: Option) -> str:
        """What the order does, in a sentence or two."""
        return self.say(f"about-{option.kind}" + (f"-{option.group}" if option.kind == "set_policy" else ""))

    def field(self, option: Option, name: str) -> str:
        if name == "value":
            return self.say(f"field-value-{option.group}")
        special = f"field-{option.kind}-{name}"
        return self.say(special if self.texts.has(special) else f"field-{name}")

    def choice(self, field: str, key: str, words: str) -> str:
        """A value that can be chosen, as people call it."""
        if field in ("ask", "what"):
            return self.say(f"ask-{key}")
        if field == "below" and not key:
            return self.say("below-none")
        return self.say(f"terms-{key}") if field == "terms" else self.name(words)

    def shape(self, option: Option, name: str) -> Shape:
        """In which way a field's numbers are written."""
        if name == "value":
            return POLICY_SHAPES.get(option.group, "percent")
        return "money" if "usd" in name else SHAPES.get(name, "whole")

    def shower(self, option: Option, name: str) -> Callable[[float], str]:
        """How a field's numbers are written."""
        figures = self.figures
        match self.shape(option, name):
            case "money":
                return figures.money
            case "power":
                return figures.power
            case "percent":
                return figures.percent
            case "growth":
                return lambda value: figures.percent(value, signed=True, digits=1)
            case "ratio":
                return lambda value: f"{value:.2f}"
            case "times":
                return lambda value: f"{value:.2f} ×"
            case "months":
                return lambda months: self.say("months", months=round(months))
            case "guidance":
                return lambda value: self.say(f"guidance-{('down', 'flat', 'up')[round(value) + 1]}")
        return figures.whole

    def change(self, option: Option, line: Line) -> tuple[str, str, str]:
        """What is set now and then, as the control of the form writes it."""
        show = self.shower(option, SETS[option.kind])
        args = {name: show(float(value)) for name, value in line.text.args.items() if name in ("before", "after")}
        return self.say("quote-policy", **args), "", "text"
