"""Finished pages a worker keeps: least recently used out first, bounded in bytes."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace

from dashboard.web.encodings import Encoding

_OVERHEAD = 1_000  # bytes an entry takes beside its body, about


@dataclass(frozen=True, slots=True)
class Stored:
    """A response as it goes out: status line, headers, body in one encoding, validator."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    etag: str
    encoding: Encoding = "identity"

    def with_headers(self, headers: list[tuple[str, str]]) -> "Stored":
        """Return the same with other headers."""
        return replace(self, headers=headers)

    def header(self, name: str) -> str:
        """Return the value of a header, or nothing."""
        return next((value for one, value in self.headers if one == name), "")


class PageCache:
    """A bounded store of responses, safe to use from several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._stored: OrderedDict[Hashable, Stored] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Stored | None:
        """Return what is stored under a key, now the most recently used, or None."""
        with self._lock:
            stored = self._stored.get(key)
            if stored is not None:
                self._stored.move_to_end(key)
            return stored

    def put(self, key: Hashable, stored: Stored) -> None:
        """Store a response, and let the least recently used go until all fit. Too large ones are not kept."""
        cost = len(stored.body) + _OVERHEAD
        if cost > self._limit:
            return
        with self._lock:
            old = self._stored.pop(key, None)
            self._size += cost - (len(old.body) + _OVERHEAD if old else 0)
            self._stored[key] = stored
            while self._size > self._limit:
                _, gone = self._stored.popitem(last=False)
                self._size -= len(gone.body) + _OVERHEAD

    @property
    def size(self) -> int:
        """Bytes held, about."""
        return self._size
