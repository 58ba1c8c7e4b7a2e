"""Elements of HTML and SVG. All text is data: the serializer escapes it, so no name of a level can become markup."""

import re
from xml.etree import ElementTree

Element = ElementTree.Element
Child = Element | str | None

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def node(tag: str, *children: Child, **attributes: str | float | None) -> Element:
    """An element with its text and elements; `class_` and `stroke_width` are `class` and `stroke-width`."""
    made = Element(tag)
    for name, value in attributes.items():
        if value is not None:
            told = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
            made.set(name.rstrip("_").replace("_", "-"), _clean(told))
    add(made, *children)
    return made


def add(parent: Element, *children: Child) -> Element:
    """Put more into an element; what is None is left out."""
    for child in children:
        if isinstance(child, str):
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + _clean(child)
            else:
                parent.text = (parent.text or "") + _clean(child)
        elif child is not None:
            parent.append(child)
    return parent


def text_of(page: Element) -> str:
    """The whole document as text."""
    return "<!DOCTYPE html>\n" + ElementTree.tostring(page, encoding="unicode", method="html") + "\n"


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text)
