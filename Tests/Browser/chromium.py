"""The system's own Chromium, driven by Playwright."""

from contextlib import contextmanager
import shutil

from playwright.sync_api import sync_playwright

SCHEMES = ("light", "dark")


@contextmanager
def chromium():
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise SystemExit("chromium is not installed; Scripts/setup-browser installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()
