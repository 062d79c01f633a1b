"""Real elections stand beside the project, in ``../shared/data``; each folder has a README with its source."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def data():
    """The folder of the real data; where it is promised (``DELIBERATE_DATA``, ``CI``) its absence is a failure."""
    folder = Path(os.environ.get("DELIBERATE_DATA") or BESIDE)
    if folder.is_dir():
        return folder
    if os.environ.get("DELIBERATE_DATA") or os.environ.get("CI"):
        pytest.fail(f"the real data is not at {folder}")
    return pytest.skip(f"the real data is not at {folder}; set DELIBERATE_DATA to where it is")
