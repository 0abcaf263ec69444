"""Print the table: ``python -m tests.finding``."""

import sys
import tempfile
from pathlib import Path

from tests.finding.all_asked import all_asked
from tests.finding.england import finder
from tests.finding.table import told

with tempfile.TemporaryDirectory() as folder:
    counted = told(all_asked(), finder(Path(folder)))
    sys.stdout.write("\n".join([*counted.wrong, str(counted)]) + "\n")
