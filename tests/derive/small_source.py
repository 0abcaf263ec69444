"""A source folder of five imagined councils: two districts merge with their county, a city is recoded."""

import gzip
from pathlib import Path

from derive import councils, decisions, held, neighbours, population, postcodes

FIGURE_COLUMNS = (
    "dealt_with",
    "not_for_us_or_not_ready",
    "assessed_and_closed",
    "investigated",
    "upheld",
    "upheld_pct",
    "upheld_per_100k",
    "compliance_outcomes",
    "compliance_pct",
    "satisfactory_remedies",
    "satisfactory_remedy_base",
    "satisfactory_remedy_pct",
)
MYSOCIETY_COLUMNS = (
    "local-authority-code",
    "official-name",
    "nice-name",
    "gss-code",
    "start-date",
    "end-date",
    "former-gss-codes",
)

FILES = {
    councils.BY_YEAR: """year,ltlacd,ltlanm,utlacd,utlanm,rgnnm
{years}""",
    councils.SUCCESSORS: """old_cd,old_nm,new_cd,new_nm,change,effective_date
E07000001,Nether,E06000009,Wold,merged,2019-04-01
E07000002,Over,E06000009,Wold,merged,2019-04-01
E10000001,Wold,E06000009,Wold,county abolished,2019-04-01
E08000001,Steel,E08000002,Steel,recoded,2025-04-01
""",
    councils.MYSOCIETY: """{mysociety}
NET,Nether District Council,Nether,E07000001,,2019-03-31,
OVE,Over & Under Borough Council,Over and Under,E07000002,,2019-04-01,E07000097
WOC,Wold County Council,Wold County,E10000001,,2019-04-01,
WOL,Wold Council,Wold Council,E06000009,2019-04-01,,
STE,Steel City Council,Steel,E08000001,,,
""",
    councils.MYSOCIETY_NAMES: """la-name,local-authority-code
over under,OVE
Steel UA,STE
the city of steel,STE
""",
    councils.OMBUDSMAN_SLUGS: """authority_code,name_on_lgsco_site,slug
E08000001,Steel Metropolitan Council,steel-metropolitan-council
""",
    population.POPULATION: """areacd,areanm,year,population,source
E07000001,Nether,2018,100,estimate
E07000002,Over,2018,200,estimate
E10000001,Wold,2018,300,sum of districts
E08000001,Steel,2018,500,ONS mid-year estimate
E08000002,Steel,2018,500,same area as E08000001
E08000002,Steel,2008,490,ONS mid-year estimate
E12000003,Yorkshire,2018,900,ONS mid-year estimate
""",
    postcodes.POSTCODES.removesuffix(".gz"): """prefix,ladcd,level
ZZ1,E08000002,outcode
ZZ2 1,E06000009,sector_majority
ZZ2 1AA,E08000002,unit
ZZ2 1AB,E06000009,unit
ZZ2 1AC,S12000001,unit
""",
    neighbours.TOUCHING: """tier,areacd,neighbour_cd,shared_km,from_year,to_year
ltla,E07000001,E08000001,2.5,2014,2018
ltla,E07000001,E07000002,9,2014,2018
ltla,E06000009,E08000001,4,2019,2024
ltla,E06000009,E08000002,4,2025,
utla,E06000009,E08000001,4,2019,2024
utla,E06000009,E08000002,4,2025,
""",
    neighbours.DFE: """utlacd,rank,neighbour_utlacd
E08000001,1,E06000009
""",
    held.FIGURES: """authority_code,authority,authority_type,year,{columns},source,source_url
E08000001,Steel City Council,Metropolitan borough,2023-24,10,,,4,3,75.0,4.0,,,,,,LGSCO council page,https://lgo.org.uk/steel
E07000001,Nether District Council,District,2019-20,,,,1,,,,,,,,,council paper or press,https://paper.example/nether
""",
    held.COUNTS: """authority_code,authority,year,kind,label,count,source_url
E08000001,Steel City Council,2023-24,decided,upheld,2,https://paper.example/steel
E08000001,Steel City Council,2023-24,decided,total,10,https://paper.example/steel
E08000001,Steel City Council,2023-24,received,education and children's services,7,https://www.lgo.org.uk/steel-counts
E08000001,Steel City Council,2023-24,received,total (council's own count),99,https://paper.example/steel
""",
    held.AVERAGES: """authority_type,year,measure,value,source,source_url
Metropolitan borough,2023-24,upheld_pct,80.0,LGSCO council page,https://lgo.org.uk/steel
County,2021-22,upheld_pct,71.0,council paper or press,
""",
    decisions.PUBLISHED: """reference,authority,category,sub_category,outcome,decided,url
17 002 402b,Steel Metropolitan Council,Children's care services,Friends and family carers,Upheld,2018-07-03,http://lgo.org.uk/decisions/children-s-care-services/friends-and-family-carers/17-002-402b?displaypref=0
19 001 001,Over & Under Borough Council,Other Categories,Councillor conduct and standards,,,
19 001 002,Anna Example t/a Kindly Care Limited,Adult care services,Domiciliary care,Upheld,2020-01-02,https://www.lgo.org.uk/decisions/adult-care-services/domiciliary-care/19-001-002
19 001 003,NHS Nether and Over ICB,Health,Other,Not upheld,2020-01-03,
19 001 004,The Wold National Park Authority,Planning,COVID-19,Closed after initial enquiries,2020-01-04,
""",
    held.NATIONAL: """year,metric,value,numerator,denominator,source_url
2024-25,upheld_pct,83.0,3665.0,4441.0,https://paper.example/england
""",
}


def _years() -> str:
    lines = []
    for year in range(2014, 2026):
        steel = "E08000002" if year == 2025 else "E08000001"
        lines.append(f"{year},{steel},Steel,{steel},Steel,Yorkshire")
        if year < 2019:
            lines += [
                f"{year},E0700000{n},{name},E10000001,Wold,East" for n, name in ((1, "Nether"), (2, "Over"))
            ]
        else:
            lines.append(f"{year},E06000009,Wold,E06000009,Wold,East")
    return "\n".join(lines) + "\n"


def write_small_source(root: Path, changed: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write the folder; ``changed`` replaces one text by another in the files it names."""
    ranks = ",".join(neighbours.ONS_RANKS)
    ons = dict.fromkeys(
        neighbours.ONS.values(),
        f"AREACD,{ranks}\nE08000002,W06000001,E06000009,E07000001{',S12000001' * 17}\n",
    )
    columns = ",".join(FIGURE_COLUMNS)
    for path, text in {**FILES, **ons}.items():
        content = text.replace("{years}", _years()).replace("{columns}", columns)
        content = content.replace("{mysociety}", ",".join(MYSOCIETY_COLUMNS))
        for name, (old, new) in (changed or {}).items():
            if name == path:
                assert old in content, f"{old} is not in {path}"
                content = content.replace(old, new)
        _write(root, path, content)
    return root


def _write(root: Path, path: str, content: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if path == postcodes.POSTCODES.removesuffix(".gz"):
        (root / postcodes.POSTCODES).write_bytes(gzip.compress(content.encode()))
    else:
        target.write_text(content, "utf-8")
