"""LibreOffice without a window: a file written as another kind beside itself."""

import subprocess
from pathlib import Path


def convert(source: Path, to: str, profile: Path, *options: str, seconds: float) -> None:
    """Write a file as ``to`` (``xlsx``, or an export filter with its options) into its own folder.

    ``profile`` is a folder of the program's own settings: one profile is used by one conversion at a time.
    Raises CalledProcessError, and TimeoutExpired after so many ``seconds``.
    """
    command = [
        *("soffice", f"-env:UserInstallation=file://{profile}", "--headless", *options),
        *("--convert-to", to, "--outdir", str(source.parent), str(source)),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=seconds)
