"""How hard hypothesis looks where a whole shelf is walked: a part of the profile's examples for each of many."""

from hypothesis import settings


def a_part(part: int) -> settings:
    """Settings for one in so many of the active profile's examples.

    A whole walk through a procedure takes ``a_part(10)``: a few at every push, a thousand with ``make nightly``.
    """
    return settings(max_examples=max(1, settings().max_examples // part))
