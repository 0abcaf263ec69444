"""A made-up county, Wessex, of four districts; a unitary city beside it; a second county."""

from datetime import date

from dashboard.domain.authority_types import AuthorityType
from dashboard.domain.reorganisation import NewCouncil
from dashboard.imports.problems import ImportRefusedError
from dashboard.reference.councils import CodeSpan
from dashboard.reference.load import Reference
from dashboard.reorganise.checking import checked
from dashboard.reorganise.reading import read_rows
from dashboard.repository.records import Council, FormerName, LineageLink

PAST = date(2025, 4, 1)
START = date(2027, 4, 1)
HEAD = "name,code,type,start,predecessors\n"
FILE = "wessex-2027.csv"
EAST_AND_WEST = (
    HEAD
    + "East Wessex Council,,unitary,2027-04-01,Alton Borough Council|Bere District Council\n"
    + "West Wessex Council,E06000090,unitary,2027-04-01,Corfe Borough Council|Durston District Council\n"
)
_RESIDENTS = {"alton": 90_000, "bere": 60_000, "corfe": 110_000, "durston": 70_000}


def _council(slug: str, name: str, kind: str, code: str, upper: str | None = None, **more: object) -> Council:
    told: dict[str, object] = {
        **{"other_names": (), "region": "South West", "start": None, "end": None, "ombudsman_slug": None},
        **more,
    }
    return Council(
        slug=slug,
        code=code,
        codes=(code,),
        name=name,
        short_name=name.split(" ", 1)[0],
        type=AuthorityType(kind),
        upper_tier=upper,
        **told,  # type: ignore[arg-type]
    )


COUNCILS = (
    _council("wessex-county-council", "Wessex County Council", "county", "E10000090"),
    _council(
        "alton-borough-council", "Alton Borough Council", "district", "E07000090", "wessex-county-council"
    ),
    _council(
        "bere-district-council",
        "Bere District Council",
        "district",
        "E07000091",
        "wessex-county-council",
        former_names=(FormerName("Bere and Wool District Council", "2017-18"),),
        other_names=("Bere Regis",),
    ),
    _council(
        "corfe-borough-council", "Corfe Borough Council", "district", "E07000092", "wessex-county-council"
    ),
    _council(
        "durston-district-council",
        "Durston District Council",
        "district",
        "E07000093",
        "wessex-county-council",
    ),
    _council("melcombe-city-council", "Melcombe City Council", "unitary", "E06000091"),
    _council("mercia-county-council", "Mercia County Council", "county", "E10000091", region="West Midlands"),
    _council(
        *(
            "eaton-district-council",
            "Eaton District Council",
            "district",
            "E07000094",
            "mercia-county-council",
        ),
        region="West Midlands",
    ),
    _council(
        "ham-metropolitan-borough-council", "Ham Metropolitan Borough Council", "metropolitan", "E08000090"
    ),
    _council(
        "old-sarum-district-council",
        "Old Sarum District Council",
        "district",
        "E07000095",
        "wessex-county-council",
        end=date(2025, 3, 31),
    ),
)
"""Old Sarum went into Bere when the data were made."""


def england() -> Reference:
    """Return the councils with residents at mid-2023 and mid-2024, a hundredth more in the later."""
    residents = {
        c.slug: next((n for name, n in _RESIDENTS.items() if c.slug.startswith(name)), 200_000)
        for c in COUNCILS
    }
    residents["wessex-county-council"] = sum(_RESIDENTS.values())
    populations = {
        (slug, year): number + number // 100 * (year - 2023)
        for slug, number in residents.items()
        for year in (2023, 2024)
    }
    return Reference(
        councils={c.slug: c for c in sorted(COUNCILS, key=lambda c: c.slug)},
        code_spans=tuple(CodeSpan(c.slug, c.code, None, None) for c in COUNCILS),
        lineage=(LineageLink("old-sarum-district-council", "bere-district-council", "merged", PAST),),
        populations=populations,
        population_sources=dict.fromkeys(populations, "estimate"),
    )


def taken(text: str, reference: Reference | None = None) -> tuple[NewCouncil, ...]:
    """Read and check a file's text, as the command does."""
    return checked(read_rows(text.encode(), FILE), reference or england(), PAST)


def refusal(text: str, reference: Reference | None = None) -> str:
    """Return what is said where a file is refused."""
    try:
        taken(text, reference)
    except ImportRefusedError as error:
        return str(error)
    raise AssertionError("it was taken")
