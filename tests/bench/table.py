"""What was measured, against what was promised: a row a goal, as Markdown."""
import statistics

# The phases in which everything is looked at however little has changed, as `--timings` names them: what was read before comes
# from the cache, then the whole rules have their pass.
DECODE = ["attachments", "entries"]
# Every pass over all entries in which something is found: references and numbers, the standing, the rules, links.
WHOLE = ["resolve", "standing", "rules", "plan"]
# How many times faster so many threads have to be than one.
CORES = {2: 1.6, 4: 2.6}


def rows(facts, rounds):
    """The rows that the rounds allow, each as measure, gongkai, beside, ratio, goal, met (true, false or none)."""
    count, found = facts["documents"], []

    def has(*names):
        return all(name in row for row in rounds for name in names)

    def middle(of):
        return statistics.median(of(row) for row in rounds)

    def wall(name):
        return middle(lambda row: row[name]["wall"])

    def add(measure, own, beside="", ratio=None, goal="", met=None):
        found.append({"measure": measure, "gongkai": own, "beside": beside, "ratio": ratio, "goal": goal, "met": met})

    def against(measure, name, other, label, most=None, least=None, faster=False, key="wall", unit=seconds):
        """The run `name` beside `other`, ratio run by run; with `faster` the other way round: so many times faster."""
        if not has(name, other):
            return
        own, its = (middle(lambda row: row[it][key]) for it in (name, other))
        ratio = middle(lambda row: row[other][key] / row[name][key] if faster else row[name][key] / row[other][key])
        goal = f"≤ {most:g}" if most else f"≥ {least:g}" if least else ""
        met = ratio <= most if most else ratio >= least if least else None
        add(measure, unit(own), f"{label} {unit(its)}", ratio, goal, met)

    against("cold build", "cold", "hugo cold", "Hugo", most=0.2)
    against("cold build", "cold", "floor full", "floor full", most=4)
    against("cold build, processor time", "cold", "hugo cold", "Hugo", key="cpu")
    against("cold build, processor time", "cold", "floor full", "floor full", key="cpu")
    if not has("hugo cold") and not has("floor full"):
        add("cold build", seconds(wall("cold")))
        add("cold build, processor time", seconds(middle(lambda row: row["cold"]["cpu"])))
    against("cold build, peak memory", "cold", "hugo cold", "Hugo", key="peak", unit=mebibytes)
    most, at = (4096, 1_000_000) if count > 100_000 else (400, 100_000)
    peak = middle(lambda row: row["cold"]["peak"])
    met = False if peak > most else True if count >= at else None
    add("cold build, peak memory", mebibytes(peak), "", None, f"≤ {most} MiB at {at:,}", met)
    if has("small"):
        beside = facts["beside"]
        each = middle(lambda row: (row["cold"]["peak"] - row["small"]["peak"]) * 2**20 / (count - beside))
        # Below that, what every run keeps ready is most of it.
        judged = beside >= 10_000
        add(f"memory an entry, beyond {beside:,}", f"{each / 1000:.2f} kB", "", None, "≤ 2.5 kB beyond 10,000", each <= 2500 if judged else None)
        ratio = middle(lambda row: row["cold"]["wall"] / count / (row["small"]["wall"] / beside))
        own, its = wall("cold") / count, wall("small") / beside
        add("time an entry, cold", f"{own * 1e6:.0f} µs", f"{its * 1e6:.0f} µs at {beside:,}", ratio, "≤ 1.3 of 10,000", ratio <= 1.3 if judged else None)
    against("nothing changed", "unchanged", "floor stat", "floor stat", most=3)
    against("nothing changed: times faster", "unchanged", "hugo unchanged", "Hugo", least=50, faster=True)
    for name, words in (("edited", "one entry edited"), ("added", "one entry added")):
        if has(name, "unchanged"):
            def most_of(row):
                phases = row[name]["phases"]
                return row["unchanged"]["wall"] + 1.5 * sum(phases.get(it, 0) for it in DECODE + WHOLE)
            ratio = middle(lambda row: row[name]["wall"] / most_of(row))
            add(words, seconds(wall(name)), f"bound {seconds(middle(most_of))}", ratio, "≤ 1", ratio <= 1)
            changed = max(row[name].get("changed", 0) + row[name].get("removed", 0) for row in rounds)
            add(f"{words}: files written", f"{changed}", "", None, "≤ 40", changed <= 40)
    against("check, cold", "check cold", "cold", "cold build", most=0.5)
    against("check, one entry edited", "check edited", "edited", "build, one edited", most=1)
    for jobs in (int(it.removeprefix("jobs ")) for it in rounds[0] if it.startswith("jobs ")):
        if jobs > 1:
            against(f"cold build, {jobs} threads: times faster", f"jobs {jobs}", "jobs 1", "1 thread", least=CORES.get(jobs), faster=True)
    sync = [(words, name) for words, name in (("cold", "cold"), ("unchanged", "unchanged"), ("edited", "edited")) if has(name)]
    parts = [f"{words} {seconds(middle(lambda row: row[name]['phases'].get('commit', 0)))}" for words, name in sync]
    add("sync and commit, left out above", ", ".join(parts))
    return found


def seconds(value):
    return f"{value:.2f} s" if value >= 10 else f"{value:.3f} s" if value >= 0.1 else f"{value * 1000:.1f} ms"


def mebibytes(value):
    return f"{value:.0f} MiB"


def markdown(facts, rows, runs):
    """The table with its heading, ready for the README."""
    beside = f"Hugo {facts['hugo']}, " if facts["hugo"] else ""
    out = [
        f"{facts['documents']:,} documents ({facts['files']:,} files, {facts['bytes'] / 1e6:.0f} MB), medians of {runs} "
        f"run{'s' if runs > 1 else ''}, ratios run by run; gongkai {facts['gongkai']}, {beside}{facts['cores']} cores, {facts['disk']}.",
        "", "| measure | gongkai | beside | ratio | goal | met |", "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for it in rows:
        ratio = "" if it["ratio"] is None else f"{it['ratio']:.2f}" if it["ratio"] < 10 else f"{it['ratio']:.0f}"
        met = {True: "yes", False: "no", None: "–" if it["goal"] else ""}[it["met"]]
        cells = [it["measure"], it["gongkai"], it["beside"], ratio, it["goal"], met]
        out.append("| " + " | ".join(cells) + " |")
    out += ["", "The bound of a change: nothing changed + 1.5 × (decode of the cache and the passes over all entries that find something: `resolve`, `standing`, `rules`, `plan` of `--timings`). Times are",
            "without the phase `commit`, for the others don't sync; it is the last row. A dash: the goal is for more documents."]
    return "\n".join(out)
