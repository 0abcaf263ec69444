"""Tables as the publisher lays them out: the real wordings, groups and overviews, and what is like them."""

from tests.imports.torture.by_hand import written
from tests.imports.torture.cases import refused, right, right_or_refused, values

TABLES = (
    written(
        "received, as published",
        "headings as published",
        """\
Complaints and enquiries received by category,,,,,,,,,,
Local Government and Social Care Ombudsman 2025-26,,,,,,,,,,
,,,,,,,,,,
Authority Name,Adult Care Services,Benefits & Tax,Corporate & Other Services,Education & Childrens Services,\
Environment Services,Highways & Transport,Housing,Planning & Development,Other,Total
Birmingham City Council,52,96,17,50,92,30,101,14,3,455
"Bristol, City of",20,13,5,41,12,9,33,16,2,151
""",
        right(
            "birmingham-city-council: received:adult_care_services 52, received:benefits_and_tax 96,"
            " received:corporate_and_other_services 17, received:education_and_childrens_services 50,"
            " received:environmental_services_and_public_protection_and_regulation 92,"
            " received:highways_and_transport 30, received:housing 101, received:planning_and_development 14,"
            " received:other 3, received:total 455",
            "bristol-city-council: received:adult_care_services 20, received:benefits_and_tax 13,"
            " received:corporate_and_other_services 5, received:education_and_childrens_services 41,"
            " received:environmental_services_and_public_protection_and_regulation 12,"
            " received:highways_and_transport 9, received:housing 33, received:planning_and_development 16,"
            " received:other 2, received:total 151",
        ),
    ),
    written(
        "decided, as published",
        "headings as published",
        """\
Complaints decided 2025-26
Authority,Invalid or Incomplete,Advice Given,Referred back for Local Resolution,\
Closed after initial enquiries,Not Upheld,Upheld,Total,Uphold rate (%),\
Average uphold rate (%) of similar authorities
Sheffield City Council,12,5,50,41,9,31,148,78%,80%
Rutland County Council,1,0,4,6,1,3,15,75%,77%
""",
        right(
            "sheffield-city-council: decided:invalid_or_incomplete 12, decided:advice_given 5,"
            " decided:referred_back_for_local_resolution 50, decided:closed_after_initial_enquiries 41,"
            " decided:not_upheld 9, upheld 31, dealt_with 148, upheld_pct 78",
            "rutland-county-council: decided:invalid_or_incomplete 1, decided:advice_given 0,"
            " decided:referred_back_for_local_resolution 4, decided:closed_after_initial_enquiries 6,"
            " decided:not_upheld 1, upheld 3, dealt_with 15, upheld_pct 75",
            "metropolitan: average:upheld_pct 80",
            "unitary: average:upheld_pct 77",
        ),
    ),
    written(
        "remedies of 2023-24, the real headings",
        "headings as published",
        """\
Remedies and compliance 2023-24
Authority Name,Upheld,\
Upheld complaints where the authority provided a satisfactory remedy before the complaint reached \
the Ombudsman,\
Complaints where compliance with the recommended remedy was recorded during the year,\
Complaints where the authority complied with our recommendations on-time,\
Complaints where the authority complied with our recommendations late,\
Complaints where the authority has not complied with our recommendations,\
Compliance rate (%)
Coventry City Council,21,4,19,15,3,1,95%
Wiltshire Council,17,1,16,16,0,0,100%
""",
        right(
            "coventry-city-council 2023-24: satisfactory_remedy_base 21, satisfactory_remedies 4,"
            " compliance_outcomes 19, complied 18, compliance_pct 95",
            "wiltshire-council 2023-24: satisfactory_remedy_base 17, satisfactory_remedies 1,"
            " compliance_outcomes 16, complied 16, compliance_pct 100",
        ),
        year="2023-24",
    ),
    written(
        "the overview of today’s pages",
        "headings as published",
        """\
Statistics 2025-26
Authority,Complaints dealt with,Not for us,Assessed and closed,Investigated,Complaints upheld,\
Complaints upheld (%)
Salford City Council,92,40,30,22,17,77%
""",
        right(
            "salford-city-council: dealt_with 92, not_for_us_or_not_ready 40, assessed_and_closed 30,"
            " investigated 22, upheld 17, upheld_pct 77"
        ),
    ),
    written(
        "the rate for every 100,000",
        "headings as published",
        """\
Authority,Upheld,Not upheld,"Upheld per 100,000 residents"
Salford City Council,17,5,6.1
Rutland County Council,3,1,7
""",
        right(
            "salford-city-council: upheld 17, decided:not_upheld 5, upheld_per_100k 6.1",
            "rutland-county-council: upheld 3, decided:not_upheld 1, upheld_per_100k 7",
        ),
    ),
    written(
        "received under the group that names them",
        "groups as published",
        """\
Figures 2025-26,,,,
,Complaints received,,,
Authority Name,Adult Care Services,Housing,Other,Total
Gateshead Council,9,4,1,14
""",
        right(
            "gateshead-metropolitan-borough-council: received:adult_care_services 9, received:housing 4,"
            " received:other 1, received:total 14"
        ),
    ),
    written(
        "an average under the group of its heading",
        "groups of another body",
        """\
,Uphold rate (%),,,
Authority,This authority,Average of similar authorities,Upheld,Not upheld
Luton Borough Council,80%,78%,16,4
""",
        right_or_refused(
            values(
                "luton-borough-council: upheld_pct 80, upheld 16, decided:not_upheld 4",
                "unitary: average:upheld_pct 78",
            ),
            words=("Average of similar authorities",),
        ),
    ),
    written(
        "last year’s rate beside this year’s, by a group",
        "groups of another year",
        """\
,2025-26,,,2024-25
Authority,Upheld,Not upheld,Uphold rate (%),Uphold rate (%)
Luton Borough Council,16,4,80%,71%
""",
        right_or_refused(
            values(
                "luton-borough-council: upheld 16, decided:not_upheld 4, upheld_pct 80",
                "luton-borough-council 2024-25: upheld_pct 71",
            ),
            words=("Uphold rate (%)",),
        ),
    ),
    written(
        "last year’s compliance in a bracket",
        "brackets with another year",
        """\
Remedies 2025-26
Authority Name,Upheld,Satisfactory remedies,Compliance outcomes,Compliance rate (%) [2024-25]
Luton Borough Council,16,2,12,92%
""",
        right_or_refused(
            values(
                "luton-borough-council: satisfactory_remedy_base 16, satisfactory_remedies 2,"
                " compliance_outcomes 12",
                "luton-borough-council 2024-25: compliance_pct 92",
            ),
            words=("Compliance rate (%) [2024-25]",),
        ),
    ),
    written(
        "a note’s mark in a bracket",
        "headings with marks",
        """\
Remedies 2025-26
Authority Name,Upheld [r],Satisfactory remedies [note 2],Compliance outcomes,Compliance rate (%) [a]
Luton Borough Council,16,2,12,92%
""",
        right(
            "luton-borough-council: satisfactory_remedy_base 16, satisfactory_remedies 2,"
            " compliance_outcomes 12, compliance_pct 92"
        ),
    ),
    written(
        "an outcome that nobody knows",
        "Total and Other",
        """\
Decided 2025-26
Authority,Upheld,Not upheld,Other
Arun District Council,3,2,4
""",
        refused("Other"),
    ),
    written(
        "a total of what the title says first",
        "Total and Other",
        """\
Complaints received and upheld 2025-26
Authority,Total,Upheld,Not upheld,Uphold rate (%)
Arun District Council,14,3,2,60%
Luton Borough Council,61,16,4,80%
""",
        refused("Total"),
        checked=True,
    ),
    written(
        "a total that is larger than its outcomes",
        "Total and Other",
        """\
Decided 2025-26
Authority,Invalid or Incomplete,Advice Given,Referred back for Local Resolution,\
Closed after initial enquiries,Not Upheld,Upheld,Total
Arun District Council,1,2,3,4,2,3,19
""",
        refused("19", "15"),
        checked=True,
    ),
    written(
        "a total larger than its categories",
        "Total and Other",
        """\
Received 2025-26
Authority,Adult Care Services,Benefits & Tax,Corporate & Other Services,Education & Childrens Services,\
Environment Services,Highways & Transport,Housing,Planning & Development,Other,Total
Arun District Council,0,3,1,0,4,0,5,6,1,21
""",
        refused("21", "20"),
        checked=True,
    ),
    written(
        "a rate that its counts do not give",
        "percentages",
        """\
Authority,Upheld,Not upheld,Uphold rate (%)
Luton Borough Council,16,4,71%
""",
        refused("71", "16 of 20"),
        checked=True,
    ),
    written(
        "upheld and not upheld under each other’s heading",
        "columns swapped in a small table",
        """\
Authority,Not upheld,Upheld,Uphold rate (%)
Luton Borough Council,16,4,80%
Salford City Council,17,5,77%
""",
        refused("Luton", "80"),
        checked=True,
    ),
    written(
        "more remedies than were upheld",
        "columns swapped in a small table",
        """\
Authority,Satisfactory remedies,Upheld,Compliance outcomes
Luton Borough Council,16,2,12
""",
        refused("16", "2"),
        checked=True,
    ),
    written(
        "more complied than were due",
        "columns swapped in a small table",
        """\
Authority,Upheld,Complied,Compliance outcomes,Compliance rate (%)
Luton Borough Council,16,12,11,92%
""",
        refused("12", "11"),
        checked=True,
    ),
)
