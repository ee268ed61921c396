"""What `dateline preview` answers: every file of the site and no other, as HTTP has it."""

from pathlib import Path
import os
import re
import signal
import socket
import subprocess

from previewing import SCRIPT, Events, Preview, until
from report import Report

SOUND = bytes(range(256)) * 40


def check_http(dateline: str, content: Path, report: Report):
    def add_files(folder: Path):
        (folder / "Content/sound.mp3").write_bytes(SOUND)
        (folder / "Content/.secret").write_text("secret")
        (folder / "secret.txt").write_text("secret")
        (folder / "Output").mkdir()
        (folder / "Output/secret.txt").write_text("secret")

    with Preview(dateline, content, "-p", str(free_port()), edit=add_files) as preview:
        _check_files(preview, report)
        _check_conditions(preview, report)
        _check_refusals(preview, report)
    _check_below_a_path(dateline, content, report)
    _check_ports(dateline, content, report)
    _check_start(dateline, content, report)


def _check_files(preview: Preview, report: Report):
    problems = []
    output = preview.build()
    for file in sorted(file for file in output.rglob("*") if file.is_file() and ".dateline" not in file.parts):
        path = "/" + file.relative_to(output).as_posix()
        for address in {path, path.removesuffix("index.html")}:
            response, body = preview.get(address)
            if response.status != 200 or SCRIPT.sub(b"", body) != file.read_bytes():
                problems.append(f"{address}: status {response.status}, {len(body)} bytes")
            head, nothing = preview.get(address, "HEAD")
            if nothing or head.status != 200 or head.getheader("Content-Length") != str(len(body)):
                problems.append(f"HEAD {address}: status {head.status}, {head.getheader('Content-Length')} bytes")
            if response.getheader("Cache-Control") != "no-cache":
                problems.append(f"{address} may be kept")
            if (b"preview.js" in body) != path.endswith(".html"):
                problems.append(f"{address}: the script is where it should not be, or not where it should")
    report.expect("everything a build writes is served, with the script in pages alone", problems)

    problems = []
    for address, kind in {
        "/": "text/html; charset=utf-8", "/calendar.ics": "text/calendar; charset=utf-8",
        "/hanoi-2019/positions.json": "application/json", "/hanoi-2019/positions.csv": "text/csv; charset=utf-8",
        "/sound.mp3": "audio/mpeg",
    }.items():
        found = preview.get(address)[0].getheader("Content-Type")
        if found != kind:
            problems.append(f"{address} is {found}")
    report.expect("files are what they say they are", problems)

    response, body = preview.get("/no/such/page/")
    report.expect(
        "what is not there has the site's own page for it",
        [] if response.status == 404 and SCRIPT.sub(b"", body) == (output / "404.html").read_bytes() else ["no 404.html"])
    response, _ = preview.get("/hanoi-2019?x=1")
    where = response.getheader("Location")
    report.expect(
        "a folder without its slash leads to the folder",
        [] if (response.status, where) == (302, "/hanoi-2019/?x=1") else [f"{response.status} {where}"])


def _check_conditions(preview: Preview, report: Report):
    problems = []
    for address in ("/", "/sound.mp3", "/hanoi-2019/positions.json"):
        response, body = preview.get(address)
        tag = response.getheader("ETag")
        for known, status in ((tag, 304), (f'W/{tag}, "x"', 304), ("*", 304), ('"x"', 200)):
            again, rest = preview.get(address, If_None_Match=known)
            if again.status != status or (status == 304 and rest) or again.getheader("ETag") != tag:
                problems.append(f"{address} if none matches {known}: {again.status}")
    report.expect("what a browser has already is not sent again", problems)

    problems = []
    tag = preview.get("/sound.mp3")[0].getheader("ETag")
    for asked, start, end in (("bytes=0-99", 0, 100), ("bytes=10000-", 10000, 10240), ("bytes=-1", 10239, 10240)):
        for condition in ({}, {"If_Range": tag}):
            response, body = preview.get("/sound.mp3", Range=asked, **condition)
            place = response.getheader("Content-Range")
            if (response.status, body, place) != (206, SOUND[start:end], f"bytes {start}-{end - 1}/10240"):
                problems.append(f"{asked}: {response.status} {place}")
    response, body = preview.get("/sound.mp3", Range="bytes=10240-")
    if (response.status, response.getheader("Content-Range")) != (416, "bytes */10240"):
        problems.append(f"past the end: {response.status}")
    response, body = preview.get("/sound.mp3", Range="bytes=0-9", If_Range='"x"')
    if (response.status, body) != (200, SOUND):
        problems.append(f"of another version: {response.status}")
    report.expect("media are played from the middle", problems)


def _check_refusals(preview: Preview, report: Report):
    problems = []
    for path in (
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/x/../../secret.txt", "//etc/passwd", "/Content/sound.mp3",
        "/Output/secret.txt", "/secret.txt", "/.secret", "/%2Esecret", "/hanoi-2019/../.secret", "/.dateline/../.secret",
        "/site.yaml", "/hanoi-2019/positions.yaml", "/hanoi-2019/articles/hanoi-ends.md", "/%00", "/index.html%00.mp3",
        "/Templates/layout.mustache", "/.dateline/manifest", "/sound.mp3/", "/%", "/%zz", "/" + "a" * 3000,
    ):
        response, body = preview.get(path)
        if response.status != 404 or b"secret" in body or b"root:" in body:
            problems.append(f"{path[:40]}: {response.status}")
    report.expect("nothing but files of the site is served", problems)

    problems = []
    for host, status in {
        "localhost": 200, f"127.0.0.1:{preview.parts.port}": 200, "[::1]:4000": 200, "evil.example": 403,
        "127.0.0.1.evil.example": 403, "": 403,
    }.items():
        response, _ = preview.get("/", Host=host)
        if response.status != status:
            problems.append(f"{host}: {response.status}")
    report.expect("only this machine's own names are answered", problems)
    response, _ = preview.get("/", "POST", Content_Length="0")
    report.expect("nothing can be sent to it", [] if response.status == 405 else [str(response.status)])


def _check_below_a_path(dateline: str, content: Path, report: Report):
    def move(folder: Path):
        file = folder / "Content/site.yaml"
        file.write_text(re.sub(r"(?m)^base_url: .*$", "base_url: https://sound.example/below/a-path/", file.read_text()))

    with Preview(dateline, content, edit=move) as preview:
        problems = [] if preview.parts.path == "/below/a-path/" else [preview.address]
        for path, status, where in (
            ("/", 302, "/below/a-path/"), ("/below/a-path", 302, "/below/a-path/"), ("/below/a-path/", 200, None),
            ("/below/a-path/hanoi-2019", 302, "/below/a-path/hanoi-2019/"), ("/hanoi-2019/", 404, None),
        ):
            response, _ = preview.get(path)
            if (response.status, response.getheader("Location")) != (status, where):
                problems.append(f"{path}: {response.status} {response.getheader('Location')}")
        report.expect("a site below a path is served below it", problems)


def _check_ports(dateline: str, content: Path, report: Report):
    with Preview(dateline, content) as first, Preview(dateline, content) as second:
        report.expect(
            "the next port is taken where the usual one is not free",
            [] if first.parts.port != second.parts.port and second.get("/")[0].status == 200 else [second.address])
        ended = subprocess.run(
            [dateline, "preview", "-p", str(first.parts.port)], cwd=first.folder, capture_output=True, text=True,
            timeout=30)
        report.expect(
            "a port that was asked for and is taken is an error of the machine",
            [] if ended.returncode == 3 and "is taken" in ended.stderr else [str(ended)])
    for number in (signal.SIGINT, signal.SIGTERM):
        preview = Preview(dateline, content)
        with preview:
            listener = Events(preview)
            listener.next()
            os.kill(preview.process.pid, number)
            status = preview.process.wait(timeout=2)
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", preview.parts.port))
            report.expect(f"{number.name} ends it at once, and the port is free", [] if status == 0 else [str(status)])


def _check_start(dateline: str, content: Path, report: Report):
    positions = "Content/hanoi-2019/positions.yaml"
    good = (content / "hanoi-2019/positions.yaml").read_text()
    with Preview(dateline, content, edit=lambda folder: (folder / positions).write_text("issues: [<b>\n")) as preview:
        response, body = preview.get("/")
        problems = [] if response.status == 503 and b"positions.yaml:" in body else [f"{response.status} {body[:200]}"]
        if b"<b>" in body:
            problems.append("content is put into the page as it is")
        preview.write(positions, good)
        if not until(lambda: preview.get("/")[0].status == 200):
            problems.append("it does not come back when mended")
        report.expect("a site that is broken at the start is served once it is mended", problems)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
