"""The room's code, the tokens of phones, and the secrets of console and projector."""

import hashlib
import hmac
import secrets

LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"
"""No two of them look alike."""
CODE_LENGTH = 6


def new_code() -> str:
    """Six letters: some 244 million codes."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    return secrets.token_urlsafe(16)


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def is_same(given: str, kept: str) -> bool:
    """Compared in the same time whatever they share."""
    return hmac.compare_digest(given.encode(), kept.encode())


def as_code(text: str) -> str:
    """A code as it was typed, without blanks and in capitals."""
    return "".join(text.split()).replace("-", "").upper()
