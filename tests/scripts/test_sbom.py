"""The bill of materials names everything that serves and everything of others that a browser is sent."""

import hashlib
import json
import re
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

from dashboard.web.dash_client import scripts
from dashboard.web.settings import Settings
from scripts.sbom import PINS, VENDOR, Told, bill, licences, main, pins, vendored
from tests.support.requirement_parts import normal, pinned

SERVE = pinned("serve")


@pytest.fixture(scope="module")
def components() -> dict[str, Told]:
    told = bill()["components"]
    known = {one["bom-ref"]: one for one in told}
    assert len(known) == len(told)
    return known


@pytest.mark.parametrize("name", sorted(SERVE))
def test_it_names_each_pinned_package_with_its_version_its_hashes_and_a_licence(
    components: dict[str, Told], name: str
) -> None:
    pin, hashes = SERVE[name]
    told = components[f"pkg:pypi/{name}@{pin}"]
    assert (normal(told["name"]), told["version"]) == (name, pin)
    (files,) = told["externalReferences"]
    assert {f"sha256:{one['content']}" for one in files["hashes"]} == hashes
    for one in told["licenses"]:
        licence = one.get("expression") or one["license"]["name"]
        assert licence == licence.strip() != ""
        assert "\n" not in licence


def test_it_names_each_script_of_others_that_stands_here(components: dict[str, Told]) -> None:
    files = sorted(VENDOR.glob("*.js"))
    assert files
    for file in files:
        (told,) = [one for one in components.values() if file.name in one.get("description", "")]
        assert told["version"] in file.name
        assert told["hashes"][0]["content"] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert told["licenses"] == [{"license": {"name": "MIT License"}}]
    assert "pkg:npm/plotly.js-basic-dist-min@4.1.1" in components


def test_it_names_what_dash_brings_to_browsers_by_the_versions_it_has(components: dict[str, Told]) -> None:
    sent = b"\n".join(scripts(Settings().assets).values()).decode()
    version_of_react = one(r'[a-z]+\.version="(18[^"-]+)"', sent)
    react = components[f"pkg:npm/react@{version_of_react}"]
    assert react["licenses"] == [{"license": {"id": "MIT"}}]
    brought = {ref.partition("@")[0] for ref in components if ref.startswith("pkg:npm/")}
    assert brought >= {
        "pkg:npm/react",
        "pkg:npm/react-dom",
        "pkg:npm/prop-types",
        "pkg:npm/%40babel/polyfill",
    }


def one(pattern: str, text: str) -> str:
    found = set(re.findall(pattern, text))
    assert len(found) == 1, found
    return str(found.pop())


def test_it_says_nothing_of_what_only_builds_or_tests(components: dict[str, Told]) -> None:
    others = set(pinned("development")) - set(SERVE)
    assert {ref for ref in components if ref.startswith("pkg:pypi/")} == {
        f"pkg:pypi/{name}@{pin}" for name, (pin, _) in SERVE.items()
    }
    assert others


def test_it_is_of_the_form_and_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    written = []
    for _ in range(2):
        assert main() == 0
        out, err = capsys.readouterr()
        written.append(out)
        assert err.endswith("no licence is known of none\n")
    assert written[0] == written[1]
    told = json.loads(written[0])
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["licenses"] == [{"license": {"id": "MIT"}}]


def test_a_pin_is_read_with_its_marker_and_its_hashes() -> None:
    text = (
        "# made\nOne_a==1.0 ; python_full_version < '3.15' \\\n    --hash=sha256:" + "a" * 64 + " \\\n"
        "    --hash=sha256:" + "b" * 64 + "\n    # via two\ntwo==2.0 \\\n    --hash=sha256:" + "c" * 64 + "\n"
    )
    assert [(pin.name, pin.version, [h[0] for h in pin.hashes]) for pin in pins(text)] == [
        ("One_a", "1.0", ["a", "b"]),
        ("two", "2.0", ["c"]),
    ]


def test_of_what_is_not_installed_no_licence_is_said() -> None:
    assert licences("not-a-package-of-this-project") == []


def test_a_script_that_names_no_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^plotly\.min\.js does not say which version of what it is\.$"):
        vendored(tmp_path / "plotly.min.js")


def test_what_is_installed_is_what_is_pinned() -> None:
    """Licences are read from what is installed: of another version they might be others."""
    installed = {normal(name) for names in packages_distributions().values() for name in names}
    assert {name for name, (pin, _) in SERVE.items() if name in installed and version(name) != pin} == set()
    assert PINS.name == "serve.txt"
