"""A preview under load: many clients while files change, and many that listen and go."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
import re
import resource
import threading

from previewing import SCRIPT, Events, Preview, until
from report import Report

TITLE = re.compile(rb"Edited \d+ times")
# What is freed is not all given back to the system, and lies in pieces, so that the first crowds each take some more;
# where nothing leaks, a crowd soon comes that takes less than this, in KiB. Where something does, none ever comes.
SETTLED, MOST_CROWDS = 1024, 10


def check_load(dateline: str, content: Path, report: Report, requests: int, clients: int, listeners: int):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with Preview(dateline, content) as preview:
        output = preview.build()
        paths = ["/" + file.relative_to(output).as_posix() for file in output.rglob("*.html")]
        descriptors = preview.descriptors
        problems, leavings, memory = [], [], [preview.memory]
        while len(memory) <= MOST_CROWDS:
            problems += _ask(preview, paths, requests, clients)
            leavings += _come_and_go(preview, listeners, descriptors)
            memory.append(preview.memory)
            if memory[-1] - memory[-2] < SETTLED:
                break
        else:
            leavings.append(f"memory goes on growing, in KiB: {memory}")
        report.expect(f"{requests} requests by {clients} clients while files change are all answered whole", problems)
        report.expect(f"{listeners} listeners come and go while files change, and leave nothing behind", leavings)


@contextmanager
def _editing(preview: Preview):
    """Changes the text of all pages again and again."""
    isOver = threading.Event()

    def edit():
        for number in range(1_000_000):
            if isOver.wait(0.05):
                return
            file = preview.folder / "Content/site.yaml"
            file.write_text(re.sub(r"(?m)^title: .*$", f"title: Edited {number} times", file.read_text()))

    editing = threading.Thread(target=edit)
    editing.start()
    try:
        yield
    finally:
        isOver.set()
        editing.join()


def _ask(preview: Preview, paths: list[str], requests: int, clients: int) -> list[str]:
    """Asks for pages, some clients at once; what is wrong with the answers."""
    problems = []

    def ask(client: int):
        connection = preview.connect()
        for number in range(requests // clients):
            path = paths[(client * 7 + number) % len(paths)]
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
            if response.status != 200 or not body.rstrip().endswith(b"</html>") or len(SCRIPT.findall(body)) != 1:
                problems.append(f"{path}: status {response.status}, {len(body)} bytes")
            if len(set(TITLE.findall(body))) > 1:
                problems.append(f"{path}: of two states of the site")
        connection.close()

    with _editing(preview), ThreadPoolExecutor(clients) as pool:
        for done in [pool.submit(ask, client) for client in range(clients)]:
            try:
                done.result()
            except OSError as error:
                problems.append(f"{type(error).__name__}: {error}")
    return problems[:10]


def _come_and_go(preview: Preview, count: int, descriptors: int) -> list[str]:
    """So many listen at once, hear of a change, and go; what they leave open."""
    problems = []
    with _editing(preview):
        listeners = [Events(preview) for _ in range(count)]
        for listener in listeners:
            first = listener.next()["number"]
            while listener.next()["number"] == first:
                pass
        for listener in listeners:
            listener.close()
    # Who has gone is noticed when something is sent, which happens every five seconds.
    if not until(lambda: preview.descriptors <= descriptors + 4, 15):
        problems.append(f"{preview.descriptors} descriptors, {descriptors} before")
    return problems
