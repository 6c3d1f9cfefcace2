"""Documents by the thousand: the same texts as a project of gongkai and as one of Hugo."""
import concurrent.futures, os, random

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


def text(chance):
    """A body of about 3.5 kB, with headings, a list and bold words."""
    lines = []
    for part in PARTS:
        lines.append(f"## {part}\n")
        for _ in range(4):
            said = [f"{chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}" for _ in range(5)]
            lines.append("，".join(said) + f"，**{chance.choice(WHAT)}**除外。\n")
        lines.extend(f"{at}. {chance.choice(WHO)}{chance.choice(DOES)}{chance.choice(WHAT)}；" for at in (1, 2, 3))
        lines.append("")
    return "\n".join(lines)


def place(at):
    """Where the document stands below `content/`, without its ending."""
    return f"{COLUMNS[at % len(COLUMNS)][0]}/d{at}"


def write(root, path, words):
    with open(os.path.join(root, path), "w", encoding="utf-8") as file:
        file.write(words)


def document(at, count, own, other=None, made=None):
    """Writes the document numbered `at`, with a link to one of the first `count`."""
    chance = random.Random(at)
    made = made or f"{2018 + at % 8}-{chance.randint(1, 12):02}-{chance.randint(1, 27):02}"
    genre, number = GENRES[at % len(GENRES)], f"某局发〔{2018 + at % 8}〕{at // 8 + 1}号"
    title, to, column = f"关于{chance.choice(WHAT)}的{genre}（{at}）", place(chance.randrange(count)), COLUMNS[at % len(COLUMNS)][0]
    body = text(chance) + "\n参见[有关文件]({})。\n"
    write(own, f"content/{place(at)}.md", f'+++\ntitle = "{title}"\nitem = "open/{column}"\nkind = "document"\nnumber = "{number}"\n'
          f'made = {made}\npublished = {made}\ngenre = "{genre}"\n[review]\nsecrecy = {{ by = "审查员", on = {made} }}\n+++\n' + body.format(f"../{to}.md"))
    if other:
        write(other, f"content/{place(at)}.md", f'+++\ntitle = "{title}"\ndate = {made}\ngenre = ["{genre}"]\n[params]\ndocno = "{number}"\n+++\n'
              + body.format(f"/{to}/"))


def some(begin, end, count, own, other):
    for at in range(begin, end):
        document(at, count, own, other)


def make(count, own, other=None):
    """A project of `count` documents in the folder `own`, and the same for Hugo in `other`; by all cores."""
    for root in filter(None, (own, other)):
        for column, _ in COLUMNS:
            os.makedirs(os.path.join(root, "content", column))
    os.makedirs(os.path.join(own, "catalogue"))
    write(own, "catalogue/catalogue.toml", SITE + "".join(ITEM.format(id=id, title=title) for id, title in COLUMNS))
    if other:
        os.makedirs(os.path.join(other, "layouts"))
        write(other, "hugo.toml", HUGO)
        for name, words in ("baseof", BASE), ("page", PAGE), ("section", LIST), ("home", LIST), ("taxonomy", LIST), ("term", LIST):
            write(other, f"layouts/{name}.html", words)
    with concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        for done in [workers.submit(some, at, min(at + 1000, count), count, own, other) for at in range(0, count, 1000)]:
            done.result()


def edit(at, own, number):
    """Adds a sentence to a document: the `number`th change, so that no two are the same."""
    with open(os.path.join(own, f"content/{place(at)}.md"), "a", encoding="utf-8") as file:
        file.write(f"\n本页经第{number}次核对，补充说明一句。\n")


def add(at, own, count):
    """One document more, as it happens in an office: the newest, of a year that has others."""
    document(at, count, own, made="2025-12-31")
