"""What stands in the way of a printed lesson."""


class LessonError(ValueError):
    """A lesson cannot be printed; the message is one line that says what to do."""
