"""What the classroom says when something cannot be done."""


class ClassroomError(ValueError):
    """A room that cannot be opened; the message is one line that says what to do."""


class Denied(Exception):  # noqa: N818 - it is an answer, not a fault
    """What a student or the teacher asked cannot be done now: `key` is the text that says why."""

    def __init__(self, key: str, **args: str | int | float) -> None:
        super().__init__(key)
        self.key, self.args_of_text = key, args
