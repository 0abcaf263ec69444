"""What was decided where the sources leave a choice, in the words of the provenance page."""

JUDGEMENTS = (
    "A council's end is its last day, 31 March. mySociety's dates must agree; some name the day after.",
    "A council that existed before April 2014 has no start. One whose area and name changed is a new "
    "council.",
    "Barnsley and Sheffield, recoded in April 2025, are one council each, with two codes.",
    "Six codes were given up before April 2014; their dates are those of the boundary change orders of "
    "2012 (St Albans and Welwyn Hatfield) and 2013 (East Hertfordshire and Stevenage; Gateshead and "
    "Northumberland).",
    "A county that became one unitary council merged whole. Dorset, Northamptonshire and Cumbria were split.",
    "Somerset West and Taunton has no estimate for mid-2018, the year before it began: it is given the "
    "sum of its two predecessors, and marked. Councils abolished since 2019 have no estimate for "
    "mid-2013.",
    "Figures stand as printed, without the “.0” that collecting them added. A row that states no value "
    "is not held.",
    "Where the figures and the counts state a value differently, the figures are kept; the other is a "
    "conflict.",
    "A value is published when it was read on the Ombudsman's site, and reported when read anywhere else.",
    "The total decided is what was dealt with. A council's own count of its complaints is left out.",
    "Conflicts also list printed percentages and rates that do not follow from their counts.",
    "A name holds for dates: a letter bears the name its council had on 31 March. Southend-on-Sea is "
    "a city from 2021-22, Milton Keynes, Colchester and Doncaster from 2022-23; Shepway was renamed 2018-19.",
    "Of the list of decisions, those about bodies that are no council are left out, counted and not named: "
    "care providers may be private persons. It is a small part of all decisions, and no figure follows "
    "from it.",
    "Postcodes just beyond the border keep their rows, so that a sector that straddles it claims none "
    "of them.",
    "A sector in which postcodes of several councils lie is told apart from one that lies in one council.",
    "A town or village lies in the council that holds its point in GeoNames, or is nearest to it within "
    "1,500 m. London is left out, as no one council answers for it. “Saint” and “St.” are written “St”.",
    "Statistical neighbours keep their publisher's ranks; those that are no council of England are left out.",
)
