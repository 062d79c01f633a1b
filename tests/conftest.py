"""How long hypothesis searches: ``HYPOTHESIS_PROFILE`` is dev (default), ci or nightly; ``CI`` means ci."""

import os

from hypothesis import HealthCheck, settings

QUIET = [HealthCheck.too_slow, HealthCheck.differing_executors]

settings.register_profile("dev", max_examples=200, deadline=None, suppress_health_check=QUIET)
# The same examples each time: a red gate is somebody's change, never the weather.
settings.register_profile(
    "ci", max_examples=250, deadline=None, derandomize=True, database=None, suppress_health_check=QUIET
)
settings.register_profile("nightly", max_examples=10_000, deadline=None, suppress_health_check=QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
