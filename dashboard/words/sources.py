"""Where the figures and outlines come from, as it stands at the foot of every page, map and file."""

SOURCE_LINE = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right 2025. "
    "Complaints data © Commission for Local Administration in England; "
    "derived figures are labelled as derived."
)
