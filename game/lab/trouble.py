"""What the lab says when it cannot do what it was asked."""


class LabError(ValueError):
    """A request that cannot be carried out; the message is one line that says what to do."""
