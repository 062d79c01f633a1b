"""What stands on a shelf by name: classes of the house, each by where it stands, and those of plug-ins."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points


def on_shelf(menu: Mapping[str, str], group: str) -> Mapping[str, type]:
    """The classes of a menu by name, those of plug-ins included; a broken plug-in is named and skipped.

    Parameters
    ----------
    menu
        By name, a module and a class: ``deliberate.decision.rules.ranked.irv:IRV``.
    group
        The entry points through which plug-ins join.

    Examples
    --------
    >>> on_shelf({"date": "datetime:date"}, "deliberate.nothing")
    {'date': <class 'datetime.date'>}
    """
    known = {name: _load(path) for name, path in menu.items()}
    for point in entry_points(group=group):
        try:
            known.setdefault(point.name, point.load())
        except Exception as error:
            warnings.warn(f"the plug-in {point.name!r} of {group} cannot be loaded: {error}", stacklevel=3)
    return known


def by_class(classes: Mapping[str, type], name: str) -> type:
    """The class of this name, whatever it is called on the menu.

    Raises
    ------
    AttributeError
        Where there is none, as a module asked for a name that it does not have.
    """
    for one in classes.values():
        if one.__name__ == name:
            return one
    raise AttributeError(name)


def _load(path: str) -> type:
    module, _, name = path.partition(":")
    found: type = getattr(import_module(module), name)
    return found
