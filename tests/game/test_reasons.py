"""Why a rival ordered what it did is kept for the debrief, and nobody's but a mind's."""

from game.session import Session
from levels import loader


def test_a_session_tells_why_minds_ordered_what_they_did() -> None:
    session = Session.new(loader.load("september_2024"), 3, {"openai": "person", "xai": "analyst", "meta": "steady"})
    assert session.reasons("xai") == []
    session.submit("openai", [])
    session.advance()
    told = session.reasons("xai")
    assert [each.order for each in told] != []
    assert all(each.reasons for each in told)
    assert any(len(each.reasons) == 3 for each in told)
    assert session.reasons("openai") == []
    assert all(each.reasons for each in session.reasons("meta"))
