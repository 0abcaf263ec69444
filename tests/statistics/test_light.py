"""The library is light enough to serve: it loads nothing but the standard library."""

import subprocess
import sys
from pathlib import Path

import dashboard.statistics

MODULES = sorted(path.stem for path in Path(dashboard.statistics.__file__).parent.glob("[a-z]*.py"))


def test_no_module_loads_numpy_scipy_or_pandas() -> None:
    code = "import sys\n" + "\n".join(f"import dashboard.statistics.{module}" for module in MODULES)
    code += "\nprint(sorted({'numpy', 'scipy', 'pandas'} & set(sys.modules)))"
    root = Path(dashboard.statistics.__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30, cwd=root
    )
    assert len(MODULES) >= 10
    assert told.stdout.strip() == "[]"
