"""A preview under load: many clients while files change, and many that listen and go."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import re
import resource
import threading

from previewing import SCRIPT, Events, Preview, until
from report import Report


def check_load(dateline: str, content: Path, report: Report, requests: int, clients: int, listeners: int):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with Preview(dateline, content) as preview:
        output = preview.build()
        paths = ["/" + file.relative_to(output).as_posix() for file in output.rglob("*.html")]
        _ask(preview, paths, requests // 4, clients)
        memory, descriptors = preview.memory, preview.descriptors
        problems = _ask(preview, paths, requests, clients)
        report.expect(f"{requests} requests by {clients} clients while files change are all answered whole", problems)

        _listen(preview, listeners // 4)
        _listen(preview, listeners)
        # Who has gone is noticed when something is sent, which happens every five seconds.
        isFree = until(lambda: preview.descriptors <= descriptors + 4, 15)
        report.expect(
            f"{listeners} listeners come and go, and leave nothing open",
            [] if isFree else [f"{preview.descriptors} descriptors, {descriptors} before"])
        # A freed page is not always given back to the system: some is to be expected, a growth with each request is not.
        growth = preview.memory - memory
        report.expect(
            "memory does not grow", [] if growth < 24 * 1024 else [f"{growth} KiB more than {memory} KiB before"])


def _ask(preview: Preview, paths: list[str], requests: int, clients: int) -> list[str]:
    """Asks for pages, some clients at once, while the text of all of them changes again and again."""
    problems, isOver = [], threading.Event()

    def edit():
        for number in range(1_000_000):
            if isOver.wait(0.05):
                return
            file = preview.folder / "Content/site.yaml"
            file.write_text(re.sub(r"(?m)^title: .*$", f"title: Edited {number} times", file.read_text()))

    def ask(client: int):
        connection = preview.connect()
        for number in range(requests // clients):
            path = paths[(client * 7 + number) % len(paths)]
            connection.request("GET", path)
            response = connection.getresponse()
            body = response.read()
            if response.status != 200 or not body.rstrip().endswith(b"</html>") or len(SCRIPT.findall(body)) != 1:
                problems.append(f"{path}: status {response.status}, {len(body)} bytes")
        connection.close()

    editing = threading.Thread(target=edit)
    editing.start()
    with ThreadPoolExecutor(clients) as pool:
        for done in [pool.submit(ask, client) for client in range(clients)]:
            try:
                done.result()
            except OSError as error:
                problems.append(f"{type(error).__name__}: {error}")
    isOver.set()
    editing.join()
    return problems[:10]


def _listen(preview: Preview, count: int):
    """So many listen at once, and go."""
    listeners = [Events(preview) for _ in range(count)]
    for listener in listeners:
        listener.next()
    for listener in listeners:
        listener.close()
