"""The door of the command line: status, language, streams."""

import json
import os
import subprocess
import sys

import pytest

from deliberate.cli import main
from deliberate.cli.main import COMMANDS, run, spoken


def start(*arguments, **how):
    return subprocess.Popen([sys.executable, "-m", "deliberate", *arguments], text=True, **how)


def test_nothing_asked_gives_the_short_help_and_two(cli):
    done = cli()
    assert (2, "") == (done.status, done.out)
    assert done.err.startswith("Examples:\n  deliberate tally ")
    assert "deliberate COMMAND --help" in done.err


def test_nothing_asked_in_json_is_a_typed_error(refused):
    assert "no-command" == refused()["code"]


def test_the_version_is_that_of_the_package(cli, told):
    assert "deliberate 0.1.0\n" == cli("--version").out
    assert {"version": "0.1.0"} == told("--version")


def test_an_unknown_command_is_told_with_the_nearest(cli, refused):
    assert "unknown-command" == refused("taly")["code"]
    assert "deliberate: There is no command taly. Did you mean: tally?\n" == cli("taly").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("tally",), "missing-argument"),
        (("tally", "a.blt", "--rule"), "missing-value"),
        (("tally", "a.blt", "--rule", "irv", "--seets", "2"), "unknown-argument"),
        (("rules", "--packs=yes"), "bad-argument"),
        (("rules", "--lang", "fr"), "unknown-language"),
        (("--lang", "fr", "rules"), "unknown-language"),
        (("--bogus", "rules"), "unknown-argument"),
        (("lot", "--see", "1", "a"), "missing-argument"),
    ],
)
def test_wrong_usage_is_a_typed_error(refused, arguments, code):
    assert code == refused(*arguments)["code"]


def test_wrong_usage_is_told_in_chinese(cli):
    done = cli("tally", "--lang", "zh")
    assert "deliberate: 缺少：FILE, --rule。 请看：deliberate tally --help\n" == done.err


def test_a_misspelt_option_is_told_with_the_nearest(refused):
    assert "--seats" in refused("tally", "a.blt", "--rule", "irv", "--seets=2")["hint"]


def test_common_options_stand_before_or_after_the_command(cli):
    before, after = cli("--json", "--lang", "zh", "rules"), cli("rules", "--json", "--lang", "zh")
    assert before.out == after.out
    assert json.loads(before.out)


def test_arguments_stand_before_between_and_after_the_options(told):
    for command in ("a b c --seed 1", "--seed 1 a b c", "a --seed 1 b --context= c"):
        assert told("lot", *command.split()) == told("lot", "--seed=1", "--context", "", "--", *"abc")


def test_a_single_hyphen_and_a_negative_number_are_values(told):
    assert told("lot", "--seed=-", "a") == told("lot", "--seed", "-", "a")
    assert told("lot", "--seed=-1", "a") == told("lot", "--seed", "-1", "a")


def test_what_follows_two_hyphens_is_no_option(told):
    assert {"--json", "--help"} == set(told("lot", "--seed", "1", "--", "--json", "--help")["order"])


@pytest.mark.parametrize(
    ("surroundings", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "de_DE"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(surroundings, lang):
    assert lang == spoken((), surroundings)


def test_the_language_asked_for_comes_before_the_locale():
    assert "en" == spoken(("--lang=en",), {"LANG": "zh_CN.UTF-8"})


def test_the_locale_chooses_the_words(cli, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "deliberate: 没有命令 taly。 您要找的是不是：tally？\n" == cli("taly").err


def test_a_defect_is_one_and_says_so(cli, monkeypatch):
    def broken(given):
        raise ZeroDivisionError("planted")

    [rules] = [each for each in COMMANDS if each.name == "rules"]
    monkeypatch.setattr(main, "COMMANDS", (type(rules)("rules", "", (), rules.add, broken),))
    done = cli("rules")
    assert (1, "") == (done.status, done.out)
    assert done.err.startswith("Traceback")
    assert "deliberate: The engine has a defect: ZeroDivisionError: planted" in done.err
    done = cli("rules", "--json")
    assert (1, "defect") == (done.status, json.loads(done.err)["error"]["code"])


@pytest.mark.parametrize(("ended", "status"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_an_interruption_and_a_broken_pipe_are_quiet(cli, monkeypatch, ended, status):
    def interrupted(given):
        raise ended

    [rules] = [each for each in COMMANDS if each.name == "rules"]
    monkeypatch.setattr(main, "COMMANDS", (type(rules)("rules", "", (), rules.add, interrupted),))
    done = cli("rules")
    assert (status, "", "") == (done.status, done.out, done.err)


def test_a_reader_that_stops_reading_is_no_error():
    read, write = os.pipe()
    os.close(read)
    with start("rules", stdout=write, stderr=subprocess.PIPE) as process:
        os.close(write)
        assert "" == process.stderr.read()
    assert 0 == process.returncode


def test_names_that_the_terminal_cannot_show_are_spelt_out():
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = ("lot", "--seed", "1", "路灯", "💡")
    with start(*command, stdout=subprocess.PIPE, env=surroundings) as process:
        assert "\\u8def\\u706f" in process.stdout.read()
    with start(*command, "--json", stdout=subprocess.PIPE, env=surroundings) as process:
        assert {"路灯", "💡"} == set(json.loads(process.stdout.read())["order"])


def test_what_a_terminal_would_obey_is_spelt_out_in_errors(cli):
    assert "\\x1b[31m" in cli("\x1b[31mtally\n").err


def test_the_status_is_what_the_program_ends_with():
    with start("taly", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert "" == process.stdout.read()
    assert 2 == process.returncode


def test_the_arguments_of_the_process_are_read_where_none_are_given(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["deliberate", "--version"])
    assert 0 == run()
    assert "deliberate 0.1.0\n" == capsys.readouterr().out
