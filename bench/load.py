"""A small load generator on loopback: so many connections, kept alive, for so many seconds."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

from bench.servers import HOST, BenchError


@dataclass(frozen=True, slots=True)
class Load:
    """What a server bore: answers a second, percentiles of their times in ms, and how many failed."""

    per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    failed: int


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, sent again and again."""

    path: str
    method: str = "GET"
    body: bytes = b""
    accept_encoding: str = "br, gzip"

    def wire(self) -> bytes:
        """Return the request as it goes over the wire."""
        head = f"{self.method} {self.path} HTTP/1.1\r\nHost: {HOST}\r\n"
        head += f"Accept-Encoding: {self.accept_encoding}\r\n"
        if self.body:
            head += f"Content-Type: application/json\r\nContent-Length: {len(self.body)}\r\n"
        return head.encode() + b"\r\n" + self.body


def run_load(port: int, asks: Sequence[Ask], connections: int, seconds: float) -> Load:
    """Ask one after the other, and from the first again, on so many connections.

    Raises BenchError when nothing is answered.
    """
    times, failed = asyncio.run(_run(port, asks, connections, seconds))
    if not times:
        raise BenchError(f"{asks[0].method} {asks[0].path} was never answered")
    times.sort()
    p50, p95, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.95, 0.99))
    return Load(len(times) / seconds, p50, p95, p99, failed)


async def _run(port: int, asks: Sequence[Ask], connections: int, seconds: float) -> tuple[list[float], int]:
    until = time.perf_counter() + seconds
    wires = cycle([ask.wire() for ask in asks])
    results = await asyncio.gather(*(_one_client(port, wires, until) for _ in range(connections)))
    return [t for times, _ in results for t in times], sum(failed for _, failed in results)


async def _one_client(port: int, wires: Iterator[bytes], until: float) -> tuple[list[float], int]:
    times, failed = [], 0
    writer: asyncio.StreamWriter | None = None
    while time.perf_counter() < until:
        wire = next(wires)
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection(HOST, port, limit=2**22)
            began = time.perf_counter()
            writer.write(wire)
            ok, keep = await asyncio.wait_for(_answer(reader), 30)
            times.append(time.perf_counter() - began)
            failed += not ok
            if not keep:
                writer.close()
                writer = None
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            failed += 1
            writer = None
    if writer is not None:
        writer.close()
    return times, failed


async def _answer(reader: asyncio.StreamReader) -> tuple[bool, bool]:
    """Read one answer; return whether its status is 200 and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    ok = head.split(b" ", 2)[1] == b"200"
    keep = b"connection: close" not in head
    if b"transfer-encoding: chunked" in head:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        length = head.split(b"content-length:")[1].split(b"\r\n")[0]
        await reader.readexactly(int(length))
    return ok, keep
