"""What should be looked at in the areas of new councils, in sentences: holes, parts that lie apart, and
official outlines that are of other councils."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from dashboard.domain.formats import thousands
from dashboard.reshape.reshaping import Oddity
from dashboard.words.wording import listed


def oddity_words(oddities: Iterable[Oddity], names: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each oddity; ``names`` are the councils' by slug."""
    for oddity in oddities:
        name, of = (
            listed([names.get(slug, slug) for slug in slugs]) for slugs in ((oddity.slug,), oddity.of)
        )
        lie = "lies" if len(oddity.of) == 1 else "lie"
        size = f"{thousands(max(1, round(oddity.square_km)))} square km"
        if oddity.kind == "hole":
            yield f"{name} has a hole of {size}: {of} {lie} in it."
        else:
            yield f"A part of {name} of {size} lies apart from the rest: what was {of}."


def left_aside(year: int, differing: Collection[str], names: Mapping[str, str]) -> str:
    """Say that official outlines of a year are held and not drawn, since their councils are not the same."""
    told = sorted(names.get(slug, slug) for slug in differing)
    return (
        f"The official outlines of {year} are not of the councils that there will be then, so that the map "
        f"is made of the councils before. They differ in {listed(told)}."
    )
