#!/usr/bin/env python3
"""What a change costs: two programs over the same documents, in turn, and the ratio of the first to the second.

`pair.py target/release/gongkai OLDER --documents 10000 --runs 21` makes the documents in memory once for each, lets both do the same
work within seconds of each other, and prints medians of the ratios run by run, of processor time and of wall time. A machine that
does other things moves both alike.
"""
import argparse, pathlib, shutil, statistics, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
import documents, run

# What is done in a round, in this order: a step, what is changed before, and the command.
STEPS = [
    ("cold", "clear", "build"),
    ("nothing changed", None, "build"),
    ("one entry edited", "edit", "build"),
    ("one entry added", "add", "build"),
    ("check after an edit", "edit", "check"),
    ("check", "forget", "check"),
]


def contender(program, folder, asked, aside):
    """A project of the program's own, built once: that gives the index numbers."""
    folder.mkdir()
    it = run.Gongkai(program.resolve(), folder, asked.documents, aside)
    # An older program has no search to leave out.
    knows = "--no-search" in subprocess.run([it.program, "build", "--help"], capture_output=True, text=True, check=True).stdout
    it.less = ["--no-search"] if asked.no_search and knows else []
    it.run("build")
    return it


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("new", type=pathlib.Path)
    asked.add_argument("old", type=pathlib.Path)
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--no-search", action="store_true", help="both leave the search out")
    asked.add_argument("--folder", default="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None)
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongkai-pair-", dir=asked.folder) as root:
        root = pathlib.Path(root)
        aside = run.Aside(root, "tmpfs")
        pair = [contender(program, root / name, asked, aside) for name, program in (("new", asked.new), ("old", asked.old))]
        made = [it.sizes(root / "sizes") for it in pair]
        run.touch_memory(asked.documents)
        took = {step: [] for step, _, _ in STEPS}
        for number in range(asked.runs):
            for step, change, command in STEPS:
                if step == "nothing changed":
                    time.sleep(1.5)
                rows = [None, None]
                for at in (0, 1) if number % 2 == 0 else (1, 0):
                    if change:
                        getattr(pair[at], change)()
                    rows[at] = pair[at].run(command)
                took[step].append(rows)
            print(f"{number + 1}/{asked.runs}", file=sys.stderr)
            shutil.rmtree(root / "aside", ignore_errors=True)
    (files, size), (old_files, old_size) = made
    print(f"{asked.documents} documents: {files} files of {size / 1e6:.1f} MB beside {old_files} of {old_size / 1e6:.1f}, {files / old_files:.2f} and {size / old_size:.2f}\n")
    print("| | processor time | wall time | s, the first | s, the second |\n| --- | ---: | ---: | ---: | ---: |")
    for step, rows in took.items():
        ratio = lambda key: statistics.median(new[key] / old[key] for new, old in rows)
        best = [min(it[at]["wall"] for it in rows) for at in (0, 1)]
        print(f"| {step} | {ratio('cpu'):.2f} | {ratio('wall'):.2f} | {best[0]:.3f} | {best[1]:.3f} |")


if __name__ == "__main__":
    main()
