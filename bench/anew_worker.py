"""Make pages of a checkout of the product, none of them kept, and say what each cost the processor.

Run as a file, from within the checkout, which may be of another version: it takes a release and the folder it
is in, reads a path a line, and answers each with a line of status, CPU milliseconds and bytes.
"""

import sys
import time
from pathlib import Path
from typing import Any

from dashboard.web.application import create_app
from dashboard.web.opened import open_releases
from dashboard.web.settings import Settings

READY = "ready"


def main() -> None:
    folder, release = sys.argv[1:3]
    releases = open_releases(release, demo_allowed=True, directory=Path(folder), environment={})
    site = create_app(releases, Settings(page_cache_bytes=0)).server.wsgi_app
    print(READY, flush=True)
    for line in sys.stdin:
        status: list[str] = []
        environment = _asked(line.strip())
        began = time.process_time()
        size = sum(len(part) for part in site(environment, lambda said, _: status.append(said)))  # noqa: B023
        print(status[0][:3], 1000 * (time.process_time() - began), size, flush=True)


def _asked(address: str) -> dict[str, Any]:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT_ENCODING": "br, gzip",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": None,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


if __name__ == "__main__":
    main()
