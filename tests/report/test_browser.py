"""The record and the minutes in a real browser: no request, no console message, no barrier, no sideways scrolling."""

import shutil
from datetime import date

import pytest

import deliberate as d
from deliberate.report import Notice, minutes_page, page
from tests.report import meetings

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def record():
    notice = Notice("院落居民议事会", date(2026, 4, 10), objections="写在意见箱", head="ab" * 32)
    return page(d.example("pet-waste"), notice)


def robert():
    held = meetings.robert_meeting()
    return minutes_page(held.record, held.head, moves=held.moves)


@pytest.fixture(scope="module", params=[record, robert], ids=["record", "minutes"])
def address(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_text(request.param(), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert chromium, "a Chromium is needed: apt-get install chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def shown(browser, address):
    context = browser.new_context(viewport={"width": 320, "height": 640}, offline=True)
    tab = context.new_page()
    tab.heard = []
    tab.on("console", lambda message: tab.heard.append(message.text))
    tab.on("pageerror", lambda error: tab.heard.append(str(error)))
    tab.asked = []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.goto(address)
    yield tab
    context.close()


def test_the_page_asks_for_itself_alone_and_the_console_is_silent(shown, address):
    assert ([address], []) == (shown.asked, shown.heard)


def test_a_phone_of_320_pixels_scrolls_only_downwards(shown):
    assert 320 == shown.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(shown, scheme):
    from axe_playwright_python.sync_playwright import Axe

    shown.emulate_media(color_scheme=scheme)
    found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert [] == [(violation["id"], violation["nodes"][0]["html"][:120]) for violation in found["violations"]]
    assert found["passes"]


def test_the_page_prints_on_paper(shown):
    shown.emulate_media(media="print")
    assert shown.pdf(format="A4").startswith(b"%PDF")
