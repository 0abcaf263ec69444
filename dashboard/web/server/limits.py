"""What a client may ask of the server, and how long it may take over it. Beyond it, it is let go."""

from dataclasses import dataclass

LONGEST_ADDRESS = 131_072
"""Bytes of a request line: ten thousand characters of any script typed into a search, twelve bytes each."""
LONGEST_HEADERS = 32_768
"""Bytes of all other lines of a request's head."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one worker.

    ``head_seconds``: from the first byte of a request, or from connecting, to the end of its head.
    ``idle_seconds``: a connection kept open between requests. ``pace`` bytes a second, over any
    ``pace_seconds`` while there is something to send, must be taken. ``connections`` are open at most: of
    more, one that nothing is owed to is closed for the new one. ``unsent_bytes`` wait to be sent at most,
    in memory and temporary files together; those who take least are closed first. ``answer_bytes`` of one
    answer are written ahead of its reader.
    """

    head_seconds: float = 10.0
    idle_seconds: float = 15.0
    pace: int = 1_000
    pace_seconds: float = 20.0
    connections: int = 2_000
    unsent_bytes: int = 128_000_000
    answer_bytes: int = 64_000_000
    head_bytes: int = LONGEST_ADDRESS + LONGEST_HEADERS
    body_bytes: int = 1_000


def connections_within(open_files: int, limits: Limits) -> int:
    """Return how many connections a process may hold that may open so many files: some are for its own."""
    own = 100  # databases, files being sent, processes that set papers
    return max(min(limits.connections, (open_files - own) // 2), 20)  # half: an answer may wait in a file
