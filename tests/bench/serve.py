"""How long a save takes to be seen in `gongkai serve`, and whether many saves leave anything behind.

    python3 tests/bench/serve.py --project DIR [--binary target/release/gongkai] [--saves 200] [--browser chromium]

DIR is a project, best one of 10,000 entries; one entry in its middle is saved again and again and put back in the end. Timed from the
end of the save: the news (the server has judged the project anew), what stands beside the page, and the page itself with the saved
words in it. With --browser the page is looked at in a real one, too: until its words have been drawn. Everything stays on this machine.
"""

import argparse
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

PATIENCE = 20


def get(address):
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        return answer.read().decode()


class News:
    """The stream of a tab."""

    def __init__(self, port):
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.stream.sendall(f"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        self.rest = b""

    def ready(self, other_than):
        """The next state that is ready and not `other_than`."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            line, found, rest = self.rest.partition(b"\n")
            if not found:
                more = self.stream.recv(4096)
                if not more:
                    sys.exit("the stream of news has ended")
                self.rest += more
                continue
            self.rest = rest
            if line.startswith(b"data: "):
                told = json.loads(line[6:])
                if told["state"] == "ready" and told["generation"] != other_than:
                    return told["generation"]
        sys.exit("no news")


class Browser:
    """Chromium, spoken to through two pipes."""

    def __init__(self, program, address):
        self.folder = tempfile.TemporaryDirectory(prefix="gongkai-bench-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()

        def pipes():
            os.dup2(theirs_in, 3)
            os.dup2(theirs_out, 4)

        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--window-size=1280,900"]
        self.process = subprocess.Popen(
            [program, *options, f"--user-data-dir={self.folder.name}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.input, self.output, self.rest, self.number = ours_in, ours_out, b"", 0
        pages = self.ask("Target.getTargets")["targetInfos"]
        target = next(it["targetId"] for it in pages if it["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Page.navigate", url=address)

    def ask(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if method.split(".")[0] != "Target":
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            one, found, rest = self.rest.partition(b"\0")
            if not found:
                more = os.read(self.input, 1 << 16)
                if not more:
                    sys.exit("the browser has gone")
                self.rest += more
                continue
            self.rest = rest
            told = json.loads(one)
            if told.get("id") == self.number:
                if "error" in told:
                    sys.exit(f"{method}: {told['error']}")
                return told["result"]

    def evaluate(self, script):
        answer = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            sys.exit(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def wait_for(self, words):
        """Begins to look, frame by frame, for `words` in the page; the promise tells when they were drawn, in seconds since 1970."""
        self.evaluate(
            "window.seen = new Promise((done) => { const look = () => {"
            " const text = document.getElementById('page')?.contentDocument?.body?.textContent ?? '';"
            f" if (text.includes({json.dumps(words)})) requestAnimationFrame(() => done(Date.now() / 1000));"
            " else requestAnimationFrame(look); }; look(); }); null"
        )

    def seen(self):
        return self.evaluate(f"Promise.race([window.seen, new Promise((done) => setTimeout(done, {PATIENCE}000))])")

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        time.sleep(0.2)
        shutil.rmtree(self.folder.name, ignore_errors=True)


def memory(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def told(name, times):
    times = sorted(it * 1000 for it in times)
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{name:28} median {statistics.median(times):6.0f} ms   90 % {at(0.9):6.0f} ms   most {times[-1]:6.0f} ms")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--binary", default="target/release/gongkai")
    ask.add_argument("--project", required=True)
    ask.add_argument("--saves", type=int, default=200)
    ask.add_argument("--browser")
    ask.add_argument("--poll", action="store_true")
    ask = ask.parse_args()
    project = pathlib.Path(ask.project)
    entries = sorted((project / "content").rglob("*.md"))
    entry = entries[len(entries) // 2]
    before = entry.read_bytes()
    begun = time.monotonic()
    server = subprocess.Popen(
        [ask.binary, "serve", "-C", str(project), "--port", "0", "--quiet", *(["--poll"] if ask.poll else [])],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    browser = None
    try:
        address = server.stdout.readline().strip()
        port = int(address.rstrip("/").rsplit(":", 1)[1])
        news = News(port)
        generation = news.ready(None)
        print(f"{len(entries)} entries; the first state after {time.monotonic() - begun:.2f} s")
        # Where the entry's page lies is told with a finding or not at all: its number is in the lock.
        name = entry.relative_to(project / "content").with_suffix("").as_posix()
        lines = (project / "catalogue/index.lock").read_text().splitlines()
        page = next(cells[1] for cells in (line.split("\t") for line in lines) if len(cells) > 2 and cells[2] == name)
        get(address + page.lstrip("/"))
        if ask.browser:
            browser = Browser(ask.browser, f"{address}_preview/page{page}")
            time.sleep(2)
        times = {"news": [], "panel": [], "page": [], "drawn": []}
        after = {}
        for number in range(1, ask.saves + 1):
            words = f"第{number}次保存{time.time_ns()}"
            if browser:
                browser.wait_for(words)
            text = before + f"\n\n{words}\n".encode()
            if number % 2:
                entry.write_bytes(text)
            else:
                # As editors do that never leave half a file.
                beside = entry.with_name(".beside.tmp")
                beside.write_bytes(text)
                beside.replace(entry)
            saved, clock = time.monotonic(), time.time()
            generation = news.ready(generation)
            times["news"].append(time.monotonic() - saved)
            if browser:
                at = browser.seen()
                if at is None:
                    sys.exit("the browser never showed what was saved")
                times["drawn"].append(at - clock)
            else:
                get(f"{address}_preview/panel{page}")
                times["panel"].append(time.monotonic() - saved)
                if words not in get(address + page.lstrip("/")):
                    sys.exit("the page does not say what was saved")
                times["page"].append(time.monotonic() - saved)
            if number in (20, 100, 200, ask.saves):
                time.sleep(1)
                after[number] = memory(server)
            time.sleep(0.1)
        for key, name in [("news", "save → news"), ("panel", "save → panel"), ("page", "save → page"), ("drawn", "save → drawn in the browser")]:
            if times[key]:
                told(name, times[key])
        print("memory " + ", ".join(f"after {number} saves {size:.0f} MB" for number, size in after.items()))
    finally:
        entry.write_bytes(before)
        if browser:
            browser.close()
        server.terminate()
        code = server.wait(timeout=PATIENCE)
        print(f"ended with {code}")


main()
