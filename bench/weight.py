"""How many bytes a first visit transfers, header and body, under each compression."""

from collections.abc import Iterable, Iterator
from http.client import HTTPConnection

from bench.browser import Traffic
from bench.servers import HOST, Server


def first_load_kilobytes(server: Server, traffic: Traffic, encoding: str) -> float:
    """Return the kB of a first visit's requests when only ``encoding`` (gzip or br) is accepted.

    Requests are repeated one by one; what is posted is posted again.
    """
    gets = [("GET", path, b"") for path in dict.fromkeys(traffic.own)]
    posts = [("POST", path, body) for path, body in traffic.posted]
    return sum(_sizes(server, [*gets, *posts], encoding)) / 1000


def _sizes(server: Server, requests: Iterable[tuple[str, str, bytes]], encoding: str) -> Iterator[int]:
    connection = HTTPConnection(HOST, server.port, timeout=30)
    for method, path, body in requests:
        headers = {"Accept-Encoding": encoding} | ({"Content-Type": "application/json"} if body else {})
        connection.request(method, path, body=body or None, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        yield len(content) + sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 17
    connection.close()
