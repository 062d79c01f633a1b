"""What an assigner may claim 声明性质; the suite searches each claim for a counterexample."""

from __future__ import annotations

from enum import StrEnum


class DutyClaim(StrEnum):
    """A property of every mandate that the assigner gives.

    Attributes
    ----------
    CONSENTED
        Nobody is given a duty that they did not offer, nor an hour beyond their capacity.
    MAXIMAL
        No plan fills more hours.
    FIRST_DUTIES_FIRST
        Where hours lack, no plan of as many hours fills an earlier duty better without taking from one before it.
    EVEN
        No plan that fills the same hours of the same duties has a smaller sum of squared loads.
    ORDER_FREE
        The hours filled of each duty, and the loads without the names, do not depend on the order of the offers.
    """

    CONSENTED = "consented"
    MAXIMAL = "maximal"
    FIRST_DUTIES_FIRST = "first-duties-first"
    EVEN = "even"
    ORDER_FREE = "order-free"
