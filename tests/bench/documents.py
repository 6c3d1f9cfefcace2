"""Documents by the thousand: the same texts as a project of gongkai and as one of Hugo.

Twenty items in five fields, each of one disclosure, as a bureau's catalogue has them; eight bodies; documents of ten years.
"""
import concurrent.futures, os, pathlib, random, re, sys

FIELDS = [
    ("about", "机构概况", ["duties", "leaders", "offices", "institutions"]),
    ("policies", "政策文件", ["rules", "normative", "others", "readings"]),
    ("plans", "规划计划", ["development", "yearly", "special", "statistics"]),
    ("focus", "重点领域", ["funds", "procurement", "land", "safety"]),
    ("work", "工作动态", ["news", "staff", "notices", "emergency"]),
]
TITLES = {
    "duties": "主要职能", "leaders": "领导信息", "offices": "内设机构", "institutions": "下属单位", "rules": "规章", "normative": "规范性文件",
    "others": "其他文件", "readings": "政策解读", "development": "发展规划", "yearly": "工作计划", "special": "专项规划", "statistics": "统计信息",
    "funds": "专项资金", "procurement": "政府采购", "land": "土地征收", "safety": "安全生产", "news": "动态要闻", "staff": "人事信息",
    "notices": "通知公告", "emergency": "应急管理",
}
ITEMS = [(field, item) for field, _, items in FIELDS for item in items]
FIVE = ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]
FACETS = ["政策解读", "舆情回应", "公众参与"]
BODIES = ["管委会办公室", "财政局", "建设局", "经济发展局", "应急管理局", "行政审批局", "社会事务局", "自然资源局"]
GENRES = ["通知", "公告", "决定", "意见", "批复"]
WHO = ["各科室", "项目单位", "园区企业", "有关镇人民政府", "申请人", "评审小组", "领导小组办公室", "行业主管部门", "街道办事处", "财政部门"]
DOES = ["应当及时落实", "要认真核对", "依法公开", "按月报送", "会同有关部门研究", "限期改正", "逐项登记", "主动接受监督检查", "如实填写", "分类归档"]
WHAT = ["年度工作计划", "专项资金使用情况", "项目建设进度", "安全隐患台账", "办事指南", "权责清单", "群众意见", "整改措施", "招标文件", "验收结论",
        "防汛物资储备", "补偿安置标准", "便民服务事项", "企业开办流程"]
TAIL = ["，并于季度末汇总", "，责任到人", "，相关材料留存备查", "，不得拖延", "，自公布之日起二十个工作日内完成", "", "", ""]
WORDS = ["政务公开", "安全生产", "财政预算", "土地征收", "规划", "采购", "教育", "住房", "交通", "水利", "就业", "统计"]
PARTS = ["总体要求", "主要任务", "实施步骤", "保障措施", "组织领导", "监督检查"]
NUMBERS = "一二三四五六"

SITE = """[site]
title = "测速"
organisation = "body-0"
url = "https://www.example.gov.cn/"
as_of = 2026-01-31
profile = "catalogue-only"
[site.identity]
site_id = "3600000001"
icp = "赣ICP备00000000号"
police = "赣公网安备00000000000000号"
[levels]
repeated-document-number = "off"
missing-summary = "off"
"""
ITEM = """[[item]]
id = "{id}"
field = "{field}"
title = "{title}"
disclosure = ["{disclosure}"]
facet = [{facet}]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第二十条"]
time_limit = "自信息形成或者变更之日起20个工作日内"
organisation = "body-0"
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
limit = 20
"""
BASE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head><body>
<header><a href="/">测速</a><nav>""" + "".join(f'<a href="/{id}/">{title}</a>' for id, title, _ in FIELDS) + """</nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>主办单位：某区管委会</p></footer></body></html>
"""
PAGE = """{{ define "main" }}<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<article><h1>{{ .Title }}</h1>
<dl><dt>文号</dt><dd>{{ .Params.docno }}</dd><dt>发布机构</dt><dd>{{ .Params.org }}</dd>
<dt>体裁</dt><dd>{{ range .Params.genre }}{{ . }}{{ end }}</dd>
<dt>成文日期</dt><dd>{{ .Date.Format "2006-01-02" }}</dd><dt>发布日期</dt><dd>{{ .Params.pub }}</dd>
<dt>关键词</dt><dd>{{ range .Params.kws }}{{ . }} {{ end }}</dd></dl>
{{ .Content }}</article>{{ end }}
"""
ROWS = """<ul>{{ range . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.docno }} {{ .Date.Format "2006-01-02" }}</li>{{ end }}
</ul>"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .RegularPages.ByDate.Reverse }}{{ partial "rows.html" $p.Pages }}
<p>{{ with $p.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }} {{ $p.PageNumber }}/{{ $p.TotalPages }} {{ with $p.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}</p>{{ end }}
"""
PARENT = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""
HOME = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ partial "rows.html" (first 20 site.RegularPages.ByDate.Reverse) }}{{ end }}
"""


def said(chance):
    one = f"{chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}"
    if chance.random() < 0.2:
        return f"截至{chance.randint(2018, 2025)}年{chance.randint(1, 12)}月底，累计办理{chance.choice(WHAT)}{chance.randint(3, 900)}项，完成率{chance.randint(600, 1000) / 10}%。"
    return f"{one}{chance.choice(TAIL)}。"


def text(chance, links):
    """A body of 350 to 1,600 hanzi, about 3.5 kB: headings, a list, now and then a table, and links written as `(title, address)`."""
    length, lines, links = chance.randint(350, 1600), [f"{chance.choice(WHO)}、{chance.choice(WHO)}：\n"], list(links)
    parts = 2 + length // 500
    for part in range(parts):
        if part:
            lines.append(f"## {NUMBERS[part - 1]}、{chance.choice(PARTS)}\n")
        written = 0
        while written < length / parts:
            paragraph = "".join(said(chance) for _ in range(chance.randint(2, 4)))
            if links and chance.random() < 0.5:
                title, number, address = links.pop()
                paragraph += f"有关事项按[《{title}》]({address})（**{number}**）执行。"
            lines.append(paragraph + "\n")
            written += len(paragraph)
        if part == parts // 2 and chance.random() < 0.2:
            lines.append("| 序号 | 项目 | 责任单位 | 金额（万元） |\n| --- | --- | --- | ---: |")
            lines.extend(f"| {at} | {chance.choice(WHAT)} | {chance.choice(WHO)} | {chance.randint(100, 9_999_999) / 100:.2f} |" for at in range(1, chance.randint(5, 12)))
            lines.append("")
    lines.extend(f"{at}. {chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}；" for at in range(1, chance.randint(4, 7)))
    lines.extend(f"\n附件见[《{title}》]({address})。" for title, _, address in links)
    return "\n".join(lines) + f"\n\n咨询电话：0797-{chance.randint(8_000_000, 8_999_999)}。\n"


def place(at):
    """Where the document stands below `content/`, without its ending."""
    field, item = ITEMS[at % len(ITEMS)]
    return f"{field}/{item}/d{at}"


def number(at, body, year):
    """Its document number: a serial has five digits at most, a million documents have another code for the last."""
    return f"某{BODIES[body][0]}{'发字'[at // 999_990]}〔{year}〕{at // 10 % 99_999 + 1}号"


def facts(at):
    """Title, document number, body and genre of the document numbered `at`."""
    chance = random.Random(f"facts {at}")
    body, genre, year = chance.randrange(len(BODIES)), chance.choice(GENRES), 2016 + at % 10
    return f"{BODIES[body]}关于{year}年度{chance.choice(WHAT)}的{genre}（{at}）", number(at, body, year), body, genre, year


def write(root, path, words):
    with open(os.path.join(root, path), "w", encoding="utf-8") as file:
        file.write(words)


def document(at, count, own, other=None, made=None):
    """Writes the document numbered `at`, with links to some of the first `count`."""
    chance = random.Random(at)
    title, number, body, genre, year = facts(at)
    made = made or f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 27):02}"
    words = ", ".join(f'"{it}"' for it in chance.sample(WORDS, chance.randint(3, 5)))
    links = [(*facts(to)[:2], place(to)) for to in (chance.randrange(count) for _ in range(chance.randint(1, 3)))]
    signed = f'{{ by = "审查员", on = {made} }}'
    # What stands below is the same for both, but for where its links lead.
    state = chance.getstate()
    below = text(chance, [(title, number, f"../../{to}.md") for title, number, to in links])
    write(own, f"content/{place(at)}.md", f'+++\ntitle = "{title}"\nitem = "{"/".join(ITEMS[at % len(ITEMS)])}"\nkind = "document"\nnumber = "{number}"\n'
          f'made = {made}\npublished = {made}\ngenre = "{genre}"\nvalidity = "有效"\neffective = {made}\norganisation = "body-{body}"\nkeywords = [{words}]\n'
          f'[review]\nsecrecy = {signed}\ncontent = {signed}\napproved = {signed}\n+++\n' + below)
    if other:
        chance.setstate(state)
        below = text(chance, [(title, number, f"/{to}/") for title, number, to in links])
        write(other, f"content/{place(at)}.md", f'+++\ntitle = "{title}"\ndate = {made}\ngenre = ["{genre}"]\n[params]\ndocno = "{number}"\n'
              f'org = "{BODIES[body]}"\npub = "{made}"\nkws = [{words}]\n+++\n' + below)


def some(begin, end, count, own, other):
    for at in range(begin, end):
        document(at, count, own, other)


def make(count, own, other=None):
    """A project of `count` documents in the folder `own`, and the same for Hugo in `other`; by all cores."""
    for root in filter(None, (own, other)):
        for field, item in ITEMS:
            os.makedirs(os.path.join(root, "content", field, item))
    os.makedirs(os.path.join(own, "catalogue"))
    bodies = "".join(f'[[organisation]]\nid = "body-{at}"\nname = "某区{name}"\nkind = "行政机关"\n' for at, name in enumerate(BODIES))
    fields = "".join(f'[[field]]\nid = "{id}"\ntitle = "{title}"\n' for id, title, _ in FIELDS)
    items = "".join(ITEM.format(id=item, field=field, title=TITLES[item], disclosure=FIVE[at % len(FIVE)],
                                facet=f'"{FACETS[at]}"' if at < len(FACETS) else "") for at, (field, item) in enumerate(ITEMS))
    write(own, "catalogue/catalogue.toml", SITE + bodies + fields + items)
    if other:
        os.makedirs(os.path.join(other, "layouts/_partials"))
        write(other, "hugo.toml", HUGO)
        layouts = ("baseof", BASE), ("page", PAGE), ("section", LIST), ("parent", PARENT), ("home", HOME), ("taxonomy", PARENT), ("term", LIST)
        for name, words in (*layouts, ("_partials/rows", ROWS)):
            write(other, f"layouts/{name}.html", words)
        for id, title, names in FIELDS:
            write(other, f"content/{id}/_index.md", f'+++\ntitle = "{title}"\nlayout = "parent"\n+++\n')
            for item in names:
                write(other, f"content/{id}/{item}/_index.md", f'+++\ntitle = "{TITLES[item]}"\n+++\n')
    with concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        try:
            for done in [workers.submit(some, at, min(at + 1000, count), count, own, other) for at in range(0, count, 1000)]:
                done.result()
        except BaseException:
            # Whoever ends the run does not wait for the rest.
            workers.shutdown(cancel_futures=True)
            raise


def edit(at, own, number):
    """Adds a sentence to a document: the `number`th change, so that no two are the same."""
    with open(os.path.join(own, f"content/{place(at)}.md"), "a", encoding="utf-8") as file:
        file.write(f"\n本页经第{number}次核对，补充说明一句。\n")


def add(at, own, count):
    """One document more, as it happens in an office: the newest, of a year that has others."""
    document(at, count, own, made="2025-12-31")


def real(folder, own):
    """Gives the documents of a project real texts instead: pieces of the Markdown files below `folder`, of 500 to 2,200 characters."""
    chance, pieces = random.Random(3), []
    for path in sorted(pathlib.Path(folder).rglob("*.md")):
        text = re.sub(r"<!--.*?-->|[#*_`<>\[\]|~\\\\]", "", path.read_text("utf-8", "replace"))
        at = 0
        while at < len(text):
            length = chance.randint(500, 2200)
            pieces.append(text[at:at + length].strip())
            at += length
    pieces = [it for it in pieces if len(it) > 200]
    chance.shuffle(pieces)
    for at, path in enumerate(sorted(pathlib.Path(own, "content").rglob("*.md"))):
        head = path.read_text("utf-8").partition("\n+++\n")[0]
        path.write_text(head + "\n+++\n\n" + re.sub(r"\n+", "\n\n", pieces[at % len(pieces)]) + "\n", "utf-8")


if __name__ == "__main__":
    # documents.py FOLDER COUNT [TEXTS]: a project to look at.
    make(int(sys.argv[2]), sys.argv[1])
    if len(sys.argv) > 3:
        real(sys.argv[3], sys.argv[1])
