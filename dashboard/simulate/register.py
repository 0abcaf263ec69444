"""Makes the demonstration's case register: simulated cases behind every figure held."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.reference.held import Held
from dashboard.reference.load import Reference
from dashboard.simulate.breakdown import draw_enquiries
from dashboard.simulate.compliance import compliance_outcomes
from dashboard.simulate.expand import case_table, expand
from dashboard.simulate.expectations import expectations
from dashboard.simulate.flows import plan_flows
from dashboard.simulate.inputs import read_inputs
from dashboard.simulate.propensities import propensities
from dashboard.simulate.reconcile import reconcile
from dashboard.simulate.targets import pin
from dashboard.simulate.working_days import calendar

SEED = 20250716


@dataclass(frozen=True)
class Register:
    """A case register, sorted by reference: see "The case register" in docs/architecture.md.

    ``cases``: reference, slug, category, received, decided (NaT while pending), outcome (NA while
    pending), satisfactory_remedy. ``compliance``: reference of the case, slug, due, met (NaT when not
    complied with), outcome. Dates are ``datetime64[s]`` at midnight, ids are ``str``.
    """

    cases: pd.DataFrame
    compliance: pd.DataFrame


def simulate_register(reference: Reference, held: Held, seed: int = SEED) -> Register:
    """Return the register of 2018-19 to 2024-25: the same for the same inputs and seed, to the byte.

    It also has the upheld cases of 2017-18 whose recommendations fell due in 2018-19, and nothing else of
    that year. Raises ValueError when what is held contradicts itself.
    """
    inputs = read_inputs(reference, held)
    expected = expectations(inputs)
    drawn = propensities(inputs, expected, seed)
    found = reconcile(inputs, expected, drawn, pin(inputs, drawn, seed), seed)
    enquiries = draw_enquiries(inputs, drawn, found.investigated, seed)
    flows = plan_flows(inputs, found.investigated, enquiries, seed)
    days = calendar()
    cases = expand(inputs, found, enquiries, flows, calendar=days, seed=seed)
    table = case_table(inputs, cases, days, seed)
    outcomes = compliance_outcomes(inputs, cases, days, seed)
    compliance = pd.DataFrame(
        {
            "reference": table["reference"].to_numpy()[outcomes.case],
            "slug": table["slug"].to_numpy()[outcomes.case],
            "due": days.dates(outcomes.due),
            "met": days.dates(outcomes.met),
            "outcome": outcomes.outcome,
        }
    ).astype({"reference": "str", "slug": "str", "outcome": "str"})
    return Register(_sorted(table), _sorted(compliance))


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    return table.iloc[np.argsort(table["reference"].to_numpy(), kind="stable")].reset_index(drop=True)
