"""The time that a build says of itself."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime


def built_at(environment: Mapping[str, str] | None = None) -> str:
    """Return the time of the build, UTC, to the second: ``SOURCE_DATE_EPOCH`` where it is set, else now."""
    environment = os.environ if environment is None else environment
    epoch = environment.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
