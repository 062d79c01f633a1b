"""What the house forbids, as functions of a project's root: each returns its problems, none where all is well."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house.source import Function, Module, bare, dotted, imported, modules

MOST_LINES = 400
MOST_BODY = 60
MOST_PARAMETERS = 5

ROOMS = {
    "community", "assembly", "decision", "duty", "evaluation", "hall", "io", "scenarios", "report", "testing",
    "requirement", "records", "words", "cli",
}  # fmt: skip
LATER = {"simulation"}
FILES = {"quantities.py", "identity.py", "lot.py", "errors.py", "__main__.py", "__init__.py", "py.typed"}
NO_NAMES = {"core", "utils", "util", "common", "helpers", "helper", "misc", "shared"}
# Beside the mirror of src.
TEST_ROOMS = {"laws", "worked", "oracles", "golden", "house", "real", "peers", "wheel", "browser", "examples"}

EXACT = {"decision", "duty", "quantities", "lot", "requirement"}
NO_IMPORTS = {
    "random": "a rule draws nothing: ties go to the lot, experiments get a Generator",
    "secrets": "a rule draws nothing: ties go to the lot",
    "pickle": "a file must not be able to run code",
    "shelve": "a file must not be able to run code",
    "marshal": "a file must not be able to run code",
    "logging": "a count tells itself by its steps",
    "time": "no clock below the command line: now is an argument",
    "typing.Any": "say what it is",
}
NO_CALLS = {
    "eval": "text must not become code",
    "exec": "text must not become code",
    "yaml.load": "text must not become code",
    "yaml.unsafe_load": "text must not become code",
    "os.system": "text must not become code",
}
CLOCKS = re.compile(r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|monotonic|perf_counter))$")
EXTRAS = {"jinja2", "hypothesis", "matplotlib", "scipy", "rich", "playwright", "pandas", "polars", "psycopg"}


def long_files(root: Path) -> list[str]:
    """Files of more than 400 lines."""
    found = [file for folder in ("src", "tests", "examples", "benchmarks", "tools") for file in _python(root / folder)]
    sizes = {file: len(file.read_text("utf-8").splitlines()) for file in found}
    return [f"{file.relative_to(root)}: {size} lines" for file, size in sizes.items() if size > MOST_LINES]


def long_bodies(root: Path) -> list[str]:
    """Functions whose body is longer than 60 lines, the docstring apart."""
    problems = []
    for module, function, _ in _functions(root):
        body = bare(function)
        lines = (body[-1].end_lineno or 0) - body[0].lineno + 1
        if lines > MOST_BODY:
            problems.append(f"{module.at(function)}: {function.name} has {lines} lines")
    return problems


def many_parameters(root: Path) -> list[str]:
    """Functions of more than five parameters, ``self`` apart."""
    problems = []
    for module, function, is_method in _functions(root):
        given = function.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        count = len(named) + bool(given.vararg) + bool(given.kwarg)
        static = any(dotted(each) == "staticmethod" for each in function.decorator_list)
        count -= is_method and not static
        if count > MOST_PARAMETERS:
            problems.append(f"{module.at(function)}: {function.name} takes {count} parameters")
    return problems


def strange_folders(root: Path) -> list[str]:
    """Rooms that DESIGN does not know, rooms that are missing, and names that say nothing."""
    package = root / "src" / "deliberate"
    # What an older checkout left behind, folders of nothing but caches, is not there.
    kept = [each for each in package.rglob("*") if each.is_file() and "__pycache__" not in each.parts]
    there = {each.relative_to(package).parts[0] for each in kept}
    problems = [f"src/deliberate/{name}: no room of the house" for name in sorted(there - ROOMS - LATER - FILES)]
    problems += [f"src/deliberate/{name}: missing" for name in sorted((ROOMS | FILES) - there)]
    inside = {path for each in kept for path in (each, *each.parents) if path.is_relative_to(package)}
    nouns = "shared code moves down a layer and gets a noun"
    problems += [f"{path.relative_to(root)}: {nouns}" for path in sorted(inside) if path.stem in NO_NAMES]
    return problems


def strange_test_folders(root: Path) -> list[str]:
    """Test folders that mirror no room and are none of the kinds that STYLE names."""
    there = {each.name for each in (root / "tests").iterdir() if each.is_dir() and each.name != "__pycache__"}
    return [f"tests/{name}: mirrors no room" for name in sorted(there - TEST_ROOMS - ROOMS - LATER)]


def prints(root: Path) -> list[str]:
    """Calls of ``print`` outside the command line."""
    return [
        f"{module.at(node)}: print stands only in cli"
        for module in modules(root)
        for node in module.nodes()
        if module.room not in {"cli", "__main__"} and isinstance(node, ast.Call) and dotted(node.func) == "print"
    ]


def forbidden_imports(root: Path) -> list[str]:
    """Imports and calls that a count, or anything that reads a file, must not make."""
    problems = []
    for module in modules(root):
        for node in module.nodes():
            for name in imported(node):
                for banned, why in NO_IMPORTS.items():
                    if f"{name}.".startswith(f"{banned}.") and not (banned == "time" and module.room == "cli"):
                        problems.append(f"{module.at(node)}: imports {banned}: {why}")
            if isinstance(node, ast.Call) and dotted(node.func) in NO_CALLS:
                problems.append(f"{module.at(node)}: calls {dotted(node.func)}: {NO_CALLS[dotted(node.func)]}")
            if isinstance(node, ast.Attribute) and dotted(node) in {"np.random", "numpy.random"}:
                problems += [] if module.room in LATER else [f"{module.at(node)}: draws: ties go to the lot"]
    return problems


def clocks(root: Path) -> list[str]:
    """Readings of a clock below the command line."""
    return [
        f"{module.at(node)}: reads the clock: now is an argument"
        for module in modules(root)
        for node in module.nodes()
        if module.room != "cli" and isinstance(node, ast.Attribute) and CLOCKS.search(dotted(node))
    ]


def floats(root: Path) -> list[str]:
    """Float literals, and ``float(...)``, where integers and fractions decide."""
    return [
        f"{module.at(node)}: a float: integers and Fraction decide"
        for module in modules(root)
        if module.room in EXACT
        for node in _deciding(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Call) and dotted(node.func) == "float")
    ]


def early_extras(root: Path) -> list[str]:
    """Extras imported when a module is, not inside the function that needs one."""
    problems = []
    for module in modules(root):
        for node in _eager(module.tree):
            names = {name.split(".")[0] for name in imported(node)} & EXTRAS
            problems += [f"{module.at(node)}: imports the extra {name} on import" for name in sorted(names)]
    return problems


def mutable_fields(root: Path) -> list[str]:
    """Fields of records that hold a list, a dict or a set."""
    return [
        f"{module.at(field)}: {dotted(field.target)} can be changed: tuple, frozenset or Mapping"
        for module in modules(root)
        for node in module.nodes()
        if isinstance(node, ast.ClassDef) and any(dotted(each) in {"frozen", "kind"} for each in node.decorator_list)
        for field in node.body
        # A private field is derived and never leaves the record: a cache.
        if isinstance(field, ast.AnnAssign) and not dotted(field.target).startswith("_")
        if {"list", "dict", "set"} & {dotted(part) for part in ast.walk(field.annotation)}
    ]


def own_doors(root: Path) -> list[str]:
    """Imports inside a room from an ``__init__`` of that room, instead of from the file."""
    every = modules(root)
    doors, files = {each.name for each in every if each.is_door}, {each.name for each in every}
    problems = []
    for module in every:
        for node in module.nodes() if not module.is_door else ():
            if not isinstance(node, ast.ImportFrom) or node.module not in doors:
                continue
            inside = f"{node.module}.".startswith(f"deliberate.{module.room}.")
            found = [name for name in imported(node) if inside and name not in files]
            problems += [f"{module.at(node)}: imports {name} from the room's door, not from its file" for name in found]
    return problems


def unexplained(root: Path) -> list[str]:
    """Ignores without a code or without a reason."""
    allowed = re.compile(r"# (noqa: [A-Z0-9, ]+ - |type: ignore\[[a-z, -]+\]  ?# |pragma: no (cover|branch) - )\S")
    asked = re.compile(r"# *(noqa|type: *ignore|pragma: *no)")
    return [
        f"{module.place}:{number}: an ignore needs its code and its reason"
        for module in modules(root)
        for number, line in enumerate(module.text.splitlines(), 1)
        if asked.search(line) and not allowed.search(line)
    ]


def _deciding(tree: ast.AST) -> list[ast.AST]:
    """All but the search for the name that was meant, which decides nothing."""
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(tree):
        if not (isinstance(child, ast.Call) and dotted(child.func).endswith("get_close_matches")):
            found += [child, *_deciding(child)]
    return found


def _python(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def _functions(root: Path) -> list[tuple[Module, Function, bool]]:
    """Every function, and whether it is a method."""
    return [
        (module, child, isinstance(node, ast.ClassDef))
        for module in modules(root)
        for node in module.nodes()
        for child in ast.iter_child_nodes(node)
        if isinstance(child, Function)
    ]


def _eager(tree: ast.AST) -> list[ast.AST]:
    """What runs when the module is imported: nothing inside functions or ``if TYPE_CHECKING``."""
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(tree):
        typing_only = isinstance(child, ast.If) and dotted(child.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
        if not typing_only and not isinstance(child, Function | ast.Lambda):
            found += [child, *_eager(child)]
    return found
