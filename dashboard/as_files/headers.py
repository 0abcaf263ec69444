"""What a file server says with the files: for hosts that read ``_headers`` and ``_redirects``, and nginx."""

from collections.abc import Iterable, Sequence

from dashboard.as_files.kept import Entry
from dashboard.feeds.atom import SERVED_AS
from dashboard.web.answer import Keep
from dashboard.web.headers import SECURITY, cache_control

HEADERS, REDIRECTS, NGINX = "_headers", "_redirects", "nginx.conf"
Said = Sequence[tuple[str, str]]

_TYPES = {"atom": SERVED_AS, "webmanifest": "application/manifest+json"}


def for_all(status: str, *, public: bool, page_seconds: int) -> Said:
    """Return what every answer says; ``status`` is the release's."""
    if public:
        return (*SECURITY, ("Cache-Control", cache_control(Keep.PAGE, page_seconds)))
    return (
        *SECURITY,
        ("Cache-Control", "private, no-store"),
        ("X-Robots-Tag", "noindex, nofollow, noarchive"),
        ("X-Release", status),
    )


def headers_file(all_say: Said, entries: Iterable[Entry]) -> str:
    """Return ``_headers``, as Netlify and Cloudflare Pages read it."""
    blocks = [("/*", all_say)]
    if dict(all_say).get("Cache-Control", "").startswith("public"):
        blocks.append(("/static/*", (("Cache-Control", cache_control(Keep.FOREVER, 0)),)))
    blocks += [(f"/*.{ending}", (("Content-Type", kind),)) for ending, kind in _TYPES.items()]
    blocks += [(f"/{entry.file}", entry.headers) for entry in _saying(entries)]
    return "\n".join(
        "\n".join([path, *(f"  {name}: {value}" for name, value in said)]) + "\n" for path, said in blocks
    )


def redirects_file(old: Sequence[tuple[str, str]]) -> str:
    """Return ``_redirects``: every old address of a council, and those below it."""
    return "".join(f"{path} {to} 301\n{path}/* {to}/:splat 301\n" for path, to in old)


def nginx_file(all_say: Said, entries: Iterable[Entry], old: Sequence[tuple[str, str]]) -> str:
    """Return what belongs into a ``server`` of nginx whose ``root`` is the export."""
    own = "".join(f"    {_add(name, value)}\n" for name, value in all_say if name != "Cache-Control")
    control = _add("Cache-Control", dict(all_say)["Cache-Control"])
    forever = dict(all_say)["Cache-Control"].startswith("public")
    static = _add("Cache-Control", cache_control(Keep.FOREVER, 0)) if forever else control
    downloads = "".join(
        f"location = /{entry.file} {{\n{own}    {control}\n"
        + "".join(f"    {_add(name, value)}\n" for name, value in entry.headers)
        + "}\n"
        for entry in _saying(entries)
    )
    types = "".join(f"    {kind} {ending};\n" for ending, kind in _TYPES.items())
    moved = "".join(f"rewrite ^{path}(/.*)?$ {to}$1 permanent;\n" for path, to in old)
    return (
        "# Include this in a server whose root is this folder.\n"
        f"include /etc/nginx/mime.types;\ntypes {{\n{types}}}\n"
        "charset utf-8;\nerror_page 404 /404.html;\ngzip on;\n"
        "gzip_types text/css text/javascript application/json application/xml text/csv image/svg+xml;\n"
        f"{moved}"
        f"location / {{\n{own}    {control}\n    try_files $uri $uri/index.html =404;\n}}\n"
        f"location /static/ {{\n{own}    {static}\n}}\n"
        "location ~ /(\\.|_headers|_redirects|nginx\\.conf) {\n    return 404;\n}\n"
        f"{downloads}"
    )


def _saying(entries: Iterable[Entry]) -> list[Entry]:
    return sorted((entry for entry in entries if entry.headers), key=lambda entry: entry.file)


def _add(name: str, value: str) -> str:
    told = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'add_header {name} "{told}" always;'
