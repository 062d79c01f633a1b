"""The menu: every rule by name, one line each; plug-ins join through entry points ``deliberate.rules``."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, cast

import attrs

from deliberate.errors import DeliberateError, RuleError
from deliberate.records.shelf import on_shelf

if TYPE_CHECKING:
    from deliberate.decision.rule import AnyRule

MENU: Mapping[str, str] = {
    "majority": "deliberate.decision.rules.majority.majority:Majority",
    "consent": "deliberate.decision.rules.majority.consent:Consent",
    "plurality": "deliberate.decision.rules.ranked.plurality:Plurality",
    "borda": "deliberate.decision.rules.ranked.borda:Borda",
    "irv": "deliberate.decision.rules.ranked.irv:IRV",
    "schulze": "deliberate.decision.rules.ranked.schulze:Schulze",
    "approval": "deliberate.decision.rules.rated.approval:ApprovalVoting",
}


@cache
def classes() -> Mapping[str, type[AnyRule]]:
    """Every rule's class by name, those of plug-ins included; a broken plug-in is named and skipped."""
    return on_shelf(MENU, "deliberate.rules")


def rule(name: str, **parameters: object) -> AnyRule:
    """Give the rule of this name with these parameters.

    Parameters
    ----------
    name
        As on the menu: ``irv``, ``schulze``, ...
    **parameters
        The rule's fields; those left out keep their defaults.

    Raises
    ------
    RuleError
        ``unknown-rule``, ``unknown-parameter``, ``bad-parameter``: with the nearest name.

    Examples
    --------
    >>> rule("irv", elimination="batch")
    IRV(overvote='exhaust', elimination='batch')
    """
    known = classes()
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5) or tuple(known)
        raise RuleError("unknown-rule", rule=name, near=tuple(near))
    one = known[name]
    names = tuple(each.name for each in attrs.fields(cast("type[attrs.AttrsInstance]", one)))
    for parameter in parameters:
        if parameter not in names:
            raise RuleError("unknown-parameter", where=name, parameter=parameter, known=names)
    try:
        return one(**parameters)
    except DeliberateError:
        raise
    except (TypeError, ValueError) as error:
        # attrs names the field, the allowed values and the one given, in this order.
        field, allowed, given = (*error.args, "", "", "")[1:4] if len(error.args) > 3 else ("", "", "")
        raise RuleError(
            "bad-parameter",
            where=name,
            parameter=getattr(field, "name", ""),
            value=str(given or error),
            known=tuple(map(str, allowed)) if allowed else (),
        ) from error
