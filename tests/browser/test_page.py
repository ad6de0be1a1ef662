"""The page in a real browser: Debian's chromium, driven by selenium, with axe-core where it is installed.

apt-get install chromium chromium-driver && pip install selenium && npm install --prefix tests/browser axe-core
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import reconcile
from reconcile import Article, Report
from tests.unit.reporting.make import results

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
wait = pytest.importorskip("selenium.webdriver.support.wait")
expected_conditions = pytest.importorskip("selenium.webdriver.support.expected_conditions")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("chromium and its driver are not installed", allow_module_level=True)

ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("AXE", Path(__file__).parent / "node_modules/axe-core/axe.min.js"))
PICTURE = ROOT / "docs" / "report-page.png"
WIDTHS = [1280, 400]


def fixture(name: str) -> Report:
    return reconcile.reconcile(reconcile.read([ROOT / "fixtures" / name]).articles)


def dossier(name: str) -> Report:
    data = json.loads((ROOT / f"tests/quality/dossiers/{name}.json").read_text(encoding="utf-8"))
    keys = ("id", "headline", "body", "published", "source")
    return reconcile.reconcile([Article(**{k: a[k] for k in keys}) for a in data["articles"]])


REPORTS = {
    "strike-correction": lambda: fixture("strike-correction"),
    "rising-toll": lambda: fixture("rising-toll"),
    "storm": lambda: dossier("storm-ottilie"),
    "ferry": lambda: dossier("ferry-sums-do-not-add"),
    "hand-made": lambda: Report.of(results()),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion"):
        options.add_argument(flag)
    options.binary_location = shutil.which("chromium")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def visit(browser: Any, served: Callable[[], str]) -> None:
    """Serve the stories anew and open their page; the page before is left first, so that it asks no stopped server."""
    browser.get("about:blank")
    browser.get(served())


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Starts `reconcile serve` on a copy of a fixture, ending the one before, and gives its address."""
    stories = shutil.copytree(ROOT / "fixtures" / "strike-correction", tmp_path / "stories")
    running: list[subprocess.Popen[str]] = []

    def stop() -> None:
        for process in running:
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=20)[0].endswith("Stopped.\n")
        running.clear()

    def start() -> str:
        stop()
        command = [sys.executable, "-m", "reconcile", "serve", str(stories), "--port", "0", "--no-config"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout is not None
        return process.stdout.readline().split()[1]

    yield start
    stop()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for name, make in REPORTS.items():
        path = folder / f"{name}.html"
        path.write_text(make().to_html(), encoding="utf-8")
        addresses[name] = path.as_uri()
    return addresses


def decide(browser: Any, finding: str, button: str, words: str) -> None:
    """Type the words and press the button of a finding, and wait for the page that follows."""
    section = browser.find_element("id", finding)
    field = section.find_element("name", "words")
    field.clear()
    field.send_keys(words)
    section.find_element("xpath", f".//button[text()='{button}']").click()
    wait.WebDriverWait(browser, 10).until(expected_conditions.staleness_of(section))


def decision(browser: Any, finding: str) -> str:
    return str(browser.find_element("css selector", f"#{finding} .decision").text)


def emulate(browser: Any, width: int, scheme: str = "light", height: int = 900) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def shown(browser: Any) -> list[str]:
    script = "return [...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).map(f => f.id)"
    return list(browser.execute_script(script))


def press(browser: Any, key: str) -> None:
    webdriver.ActionChains(browser).send_keys(key).perform()


def focused(browser: Any) -> str:
    return str(browser.execute_script("return document.activeElement.id || document.activeElement.name || ''"))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_opens_without_error_request_or_sideways_scrolling(
    browser: Any, pages: dict[str, str], name: str, width: int, tmp_path: Path
) -> None:
    """The picture is left among pytest's temporary files, to be looked at."""
    emulate(browser, width)
    browser.get(pages[name])
    assert browser.save_screenshot(str(tmp_path / f"{name}-{width}.png"))
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)") == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def violations(browser: Any) -> list[tuple[str, str]]:
    """What axe-core finds on the page with everything unfolded."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    run = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(arguments[0])"
    found = browser.execute_async_script(run)
    return [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
def test_accessible_at_level_aa(browser: Any, pages: dict[str, str], name: str, width: int, scheme: str) -> None:
    emulate(browser, width, scheme)
    browser.get(pages[name])
    assert violations(browser) == []


def test_decisions_survive_a_restart_and_can_be_taken_back(browser: Any, served: Callable[[], str]) -> None:
    emulate(browser, 1280)
    visit(browser, served)
    first, second = shown(browser)[:2]
    decide(browser, first, "Dismiss", "two counts of one thing")
    decide(browser, second, "Needs a call", "ask the ministry")
    visit(browser, served)
    assert decision(browser, first) == "Decision: dismissed: two counts of one thing"
    assert decision(browser, second) == "Decision: needs a call: ask the ministry"
    assert shown(browser)[-1] == first
    decide(browser, first, "Take back", "")
    visit(browser, served)
    assert shown(browser)[0] == first
    assert browser.find_elements("css selector", f"#{first} .decision") == []
    assert browser.get_log("browser") == []


def test_a_dismissal_without_a_reason_is_not_sent(browser: Any, served: Callable[[], str]) -> None:
    emulate(browser, 1280)
    visit(browser, served)
    section = browser.find_element("css selector", ".finding")
    section.find_element("xpath", ".//button[text()='Dismiss']").click()
    assert browser.execute_script("return document.activeElement.matches('.decide :invalid')")
    assert browser.find_elements("css selector", ".decision") == []


def test_the_page_renews_itself_when_an_article_changes(
    browser: Any, served: Callable[[], str], tmp_path: Path
) -> None:
    visit(browser, served)
    section = browser.find_element("css selector", ".finding")
    story = tmp_path / "stories" / "late.txt"
    story.write_text("---\nsource: The Late Courier\n---\nTwelve ships sank.\n", encoding="utf-8")
    wait.WebDriverWait(browser, 15).until(expected_conditions.staleness_of(section))
    assert "The Late Courier" in browser.page_source


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
def test_the_served_page_is_as_accessible_and_as_narrow(
    browser: Any, served: Callable[[], str], width: int, scheme: str
) -> None:
    emulate(browser, width, scheme)
    visit(browser, served)
    decide(browser, shown(browser)[0], "Accept", "so it is")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert violations(browser) == []


def test_picture_in_the_docs(browser: Any, tmp_path: Path, record: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--record` takes it anew; pixels differ from machine to machine, so nothing compares them."""
    monkeypatch.chdir(ROOT)
    page = tmp_path / "page.html"
    page.write_text(reconcile.reconcile(reconcile.read(["fixtures/strike-correction"]).articles).to_html(), "utf-8")
    emulate(browser, 960, height=1000)
    browser.get(page.as_uri())
    browser.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    if record:
        browser.save_screenshot(str(PICTURE))
    assert PICTURE.stat().st_size < 250_000


def test_filters_narrow_and_escape_clears(browser: Any, pages: dict[str, str]) -> None:
    emulate(browser, 1280)
    browser.get(pages["hand-made"])
    assert shown(browser) == ["f-f00d5eed", "f-a9ee0001"]
    browser.find_element("name", "verdict").send_keys("agree")
    assert shown(browser) == ["f-a9ee0001"]
    assert "1 of 2 findings shown" in browser.find_element("name", "shown").text
    press(browser, "\ue00c")
    assert shown(browser) == ["f-f00d5eed", "f-a9ee0001"]
    browser.find_element("name", "source").send_keys("Evening Post")
    assert shown(browser) == ["f-f00d5eed"]
    press(browser, "\ue00c")
    browser.find_element("name", "text").send_keys("MILL'S owner")
    assert shown(browser) == ["f-f00d5eed"]
    browser.find_element("name", "text").send_keys(" nowhere")
    assert shown(browser) == []


def test_keys_walk_through_the_findings(browser: Any, pages: dict[str, str]) -> None:
    emulate(browser, 1280)
    browser.get(pages["hand-made"])
    for key, place in [
        ("j", "f-f00d5eed"),
        ("j", "f-a9ee0001"),
        ("j", "f-a9ee0001"),
        ("k", "f-f00d5eed"),
        ("/", "text"),
    ]:
        press(browser, key)
        assert focused(browser) == place
    press(browser, "j")
    assert browser.find_element("name", "text").get_attribute("value") == "j"
