"""What each check of a draft looks at, by its id, in the order in which they are told."""

CHECK_TITLES = {
    "corrections": "Corrections that no longer fit",
    "schema": "Values that cannot be",
    "keys": "Councils, averages or cases that stand twice",
    "cases": "Cases of the register that cannot be",
    "whole": "Years the case register is said to be whole for",
    "councils": "Councils missing, or not there in that year",
    "lineage": "Councils and those that took their place",
    "sums": "Totals and the sum of their parts",
    "parts": "Parts larger than their whole",
    "percentages": "Printed percentages and rates, and what the counts give",
    "columns": "Columns under the heading of another",
    "gaps": "Cells that are blank where others are not",
    "repeated": "Tables that say what another year’s says",
    "averages": "Printed averages, and what the councils give",
    "last-year": "Changes since last year beyond what is usual",
    "type": "Figures unlike those of the council’s type",
    "register": "The case register and the tables",
    "held": "Figures held already",
    "rows": "Number of councils in each table",
    "letters": "Official letters that cannot be read",
}
