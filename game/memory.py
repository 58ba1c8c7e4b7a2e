"""Gives the memory of a finished game back, which Mesa would keep."""

import mesa


def give_back(model: mesa.Model) -> None:
    """Let a model and its agents go: Mesa 3.3 keeps every model that ever was in a class attribute."""
    model.remove_all_agents()
    ids = getattr(mesa.Agent, "_ids", None)
    if ids is not None and hasattr(ids, "pop"):
        ids.pop(model, None)
