"""What the menu, the words and the documentation owe each other, read from a project's root without importing it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

from attrs import frozen

from tests.house.source import Module, dotted, modules

LANGUAGES = ("en", "zh")
SECTIONS = ("Examples", "Notes", "References")
# Told from its code by a sentence of its own, which stands in this one.
TOLD_BESIDE = {"MoveRefused": {"why"}}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class Raised:
    """One place where an error or a refusal is made.

    Attributes
    ----------
    fields
        What the sentence is given; None where the call passes them on (``**fields``).
    """

    code: str
    at: str
    fields: frozenset[str] | None


def menu(root: Path) -> dict[str, str]:
    """The menu's lines: a rule's name and where it stands."""
    [module] = [each for each in modules(root) if each.name == "deliberate.decision.menu"]
    return dict(_literal(module, "MENU"))


def sentences(root: Path, lang: str) -> dict[str, str]:
    """The whole catalogue of one language."""
    found: dict[str, str] = {}
    for module in modules(root):
        if module.name.startswith(f"deliberate.words.{lang}.") and not module.is_door:
            found |= _literal(module, "SENTENCES")
    return found


def words_said_twice(root: Path) -> list[str]:
    """Keys that stand in two files of one language, or twice in one file: the later would hide the earlier."""
    problems = []
    for lang in LANGUAGES:
        seen: dict[str, str] = {}
        for module in modules(root):
            for key in _keys(module) if module.name.startswith(f"deliberate.words.{lang}.") else ():
                if key in seen:
                    problems.append(f"{module.place}: {key} stands in {seen[key]} already")
                seen[key] = module.place
    return problems


def languages_apart(root: Path) -> list[str]:
    """Sentences that one language lacks, or that tell other fields than the other language's."""
    english, chinese = (sentences(root, lang) for lang in LANGUAGES)
    problems = [f"{key}: no sentence in zh" for key in sorted(english.keys() - chinese.keys())]
    problems += [f"{key}: no sentence in en" for key in sorted(chinese.keys() - english.keys())]
    for key in sorted(english.keys() & chinese.keys()):
        apart = fields_of(english[key]) ^ fields_of(chinese[key])
        problems += [f"{key}: only one language tells {{{name}}}" for name in sorted(apart)]
    return problems


def fields_of(sentence: str) -> set[str]:
    """The fields that a sentence names."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def rules_without_words(root: Path) -> list[str]:
    """Rules of the menu without a sentence."""
    return [
        f"{name}: no sentence rule.{name} in {lang}"
        for lang in LANGUAGES
        for name in menu(root)
        if f"rule.{name}" not in sentences(root, lang)
    ]


def rules_without_docstring(root: Path) -> list[str]:
    """Rules whose docstring lacks an example that runs, notes or references."""
    files, problems = {each.name: each for each in modules(root)}, []
    for name, path in menu(root).items():
        module, _, class_name = path.partition(":")
        [rule] = [
            each for each in files[module].tree.body if isinstance(each, ast.ClassDef) and each.name == class_name
        ]
        told = ast.get_docstring(rule) or ""
        lacks = [section for section in SECTIONS if f"\n{section}\n{'-' * len(section)}\n" not in told]
        lacks += [] if ">>> " in told else ["example that runs"]
        problems += [f"{name}: the docstring has no {part}" for part in lacks]
    return problems


def rules_without_docs_row(root: Path) -> list[str]:
    """Rules without their row in the reference table of either language, and rows without a rule."""
    names, problems = set(menu(root)), []
    for lang in LANGUAGES:
        page = root / "docs" / lang / "reference" / "rules.md"
        rows = set(re.findall(r"^\| *`([^`]+)`", page.read_text("utf-8") if page.is_file() else "", re.MULTILINE))
        problems += [f"{name}: no row in docs/{lang}/reference/rules.md" for name in sorted(names - rows)]
        problems += [f"{name}: a row in docs/{lang}/reference/rules.md, no rule" for name in sorted(rows - names)]
    return problems


def steps(root: Path) -> dict[str, set[str]]:
    """Every registered step with its fields: the kinds of the files named ``steps.py``."""
    return {
        name: {dotted(field.target) for field in each.body if isinstance(field, ast.AnnAssign)}
        for module in modules(root)
        if module.name.endswith(".steps")
        for name, each in _kinds(module).items()
    }


def kinds(root: Path) -> list[str]:
    """The names of all registered kinds."""
    return [name for module in modules(root) for name in _kinds(module)]


def kinds_twice(root: Path) -> list[str]:
    """Kinds of one name in two files: the tag in a journal could mean either."""
    seen: dict[str, str] = {}
    problems = []
    for module in modules(root):
        for name in _kinds(module):
            if name in seen:
                problems.append(f"{module.place}: the kind {name} stands in {seen[name]} already")
            seen[name] = module.place
    return problems


def steps_without_words(root: Path) -> list[str]:
    """Steps without a sentence, and sentences that tell what the step does not hold."""
    problems = []
    for lang in LANGUAGES:
        known = sentences(root, lang)
        for name, fields in steps(root).items():
            if name not in known:
                problems.append(f"{name}: no sentence in {lang}")
                continue
            unknown = sorted(fields_of(known[name]) - fields - TOLD_BESIDE.get(name, set()))
            problems += [f"{name}: the sentence in {lang} tells {{{field}}}, the step does not" for field in unknown]
    return problems


def codes_without_words(root: Path) -> list[str]:
    """Errors and refusals whose code has no sentence, or whose sentence tells a field that is not given."""
    problems = []
    for lang in LANGUAGES:
        known = sentences(root, lang)
        for raised in codes(root):
            if f"error.{raised.code}" not in known:
                problems.append(f"{raised.at}: no sentence error.{raised.code} in {lang}")
            told = fields_of(known.get(f"error.{raised.code}", "") + known.get(f"hint.{raised.code}", ""))
            missing = sorted(told - raised.fields) if raised.fields is not None else []
            problems += [f"{raised.at}: {raised.code} in {lang} tells {{{field}}}, not given" for field in missing]
    return problems


def words_without_code(root: Path) -> list[str]:
    """Sentences of errors that nothing in the source raises, and hints without their error."""
    said = {
        node.value
        for module in modules(root)
        if module.room != "words"
        for node in module.nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    problems = []
    for key in sentences(root, "en"):
        part, _, code = key.partition(".")
        if part == "error" and code not in said:
            problems.append(f"{key}: nothing in src says {code}")
        if part == "hint" and f"error.{code}" not in sentences(root, "en"):
            problems.append(f"{key}: a hint without its error")
    return problems


def codes(root: Path) -> list[Raised]:
    """Every code that is written out where an error or a refusal is made."""
    kinds = _error_kinds(root)
    return [raised for module in modules(root) for call in _calls(module) for raised in _raised(call, module, kinds)]


def _raised(call: ast.Call, module: Module, kinds: set[str]) -> Iterator[Raised]:
    name = dotted(call.func).split(".")[-1]
    refuses = "refus" in name.lower() and name not in kinds
    if not (refuses or name in kinds):
        return
    # A refusal made as a record, or with fields passed on, does not say here what it is told.
    unsaid = (refuses and name[:1].isupper()) or any(word.arg is None for word in call.keywords)
    fields = None if unsaid else frozenset(word.arg or "" for word in call.keywords)
    for argument in call.args if refuses else call.args[:1]:
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEBAB.fullmatch(node.value):
                yield Raised(node.value, module.at(call), fields)


def _kinds(module: Module) -> dict[str, ast.ClassDef]:
    classes = (each for each in module.tree.body if isinstance(each, ast.ClassDef))
    return {each.name: each for each in classes if any(dotted(mark) == "kind" for mark in each.decorator_list)}


def _error_kinds(root: Path) -> set[str]:
    [errors] = [each for each in modules(root) if each.name == "deliberate.errors"]
    return {each.name for each in errors.tree.body if isinstance(each, ast.ClassDef)}


def _calls(module: Module) -> Iterator[ast.Call]:
    return (node for node in module.nodes() if isinstance(node, ast.Call))


def _table(module: Module, name: str) -> ast.expr | None:
    for each in module.tree.body:
        match each:
            case (
                ast.Assign(targets=[ast.Name(id=found)], value=value)
                | ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
            ) if found == name:
                return value
    return None


def _literal(module: Module, name: str) -> Mapping[str, str]:
    table = _table(module, name)
    return ast.literal_eval(table) if table else {}


def _keys(module: Module) -> list[str]:
    table = _table(module, "SENTENCES")
    keys = table.keys if isinstance(table, ast.Dict) else []
    return [str(key.value) for key in keys if isinstance(key, ast.Constant)]
