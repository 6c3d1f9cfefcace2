#!/usr/bin/env python3
"""Makes src/emit/search/tables: python3 tests/search/tables.py LAWS TSCharacters.txt

LAWS is a folder of Chinese statutes in Markdown (official texts, which have no copyright), such as github.com/LawRefBook/Laws; TSCharacters.txt is the list
of traditional and simplified characters of OpenCC (Apache-2.0). Another result is another format: the manifest names the tables by their hash.
"""
import collections, pathlib, re, sys

TABLES = pathlib.Path(__file__).parents[2] / "src/emit/search/tables"
SIZE = 16384            # bytes of the dictionary, in the text code
WINDOW, GRAM = 20, 5    # characters of a phrase, and of what phrases are weighed by
RARE = "赣蓉焱鑫淼垚昊煜烨瑄玥妤婷昕晗祎潇翊骁铎霁琛琪瑾璇璐甯禧筱翀芃茜荃莘菲葳蓓蔚薇逸韬骅黛㎡㎞℃ⅠⅡⅢⅣⅤ①②③④⑤⑥⑦⑧⑨⑩★☆●○■□▲△◆◇√×÷±≤≥→←↑↓·•～—–"
# What several traditional characters are folded to besides the list, which leaves them alone for being simplified characters too.
BESIDES = ["於于", "後后", "徵征", "裏里", "夥伙", "摺折", "捱挨", "菸烟"]
# Words of offices that laws do not have.
PHRASES = """赣州市人民政府办公室关于印发实施方案的通知
各县(市、区)人民政府、各镇人民政府、街道办事处，市政府各部门、市直各单位：经研究同意，现印发给你们，请结合实际认真贯彻执行。此件主动公开
网络媒体发布会解读材料图解问答在线访谈新闻发布会征集意见公告期限留言咨询答复收悉感谢您对我们工作的关心和支持
办事指南受理条件申请材料办理流程办结时限收费标准咨询电话投诉监督电话办公地址办公时间：星期一至星期五上午9:00—12:00，下午13:30—17:00(法定节假日除外)
领导班子成员分工主持全面工作分管联系内设机构职责科室负责人姓名职务下属单位
部门预算收入支出决算总表一般公共预算财政拨款三公经费公务接待费公务用车购置及运行维护费因公出国(境)费用政府采购中标成交结果公告项目编号供应商名称金额(万元)
行政许可行政处罚决定书文号统一社会信用代码法定代表人处罚事由处罚依据双随机、一公开抽查结果
建设项目环境影响评价文件批复土地征收补偿安置方案公示时间拟录用人员名单公开招聘成绩
一、总体要求二、工作目标三、主要任务四、保障措施五、组织领导(一)(二)(三)
以习近平新时代中国特色社会主义思想为指导，全面贯彻党的十九大精神，深入贯彻落实党中央、国务院决策部署
推进决策公开、执行公开、管理公开、服务公开、结果公开政府信息公开工作年度报告主动公开政府信息情况收到和处理政府信息公开申请情况存在的主要问题及改进情况
联系人：联系电话：0797-附件：特此通知。特此公告。特此公示。
二〇一八年年十二月日2018年12月31日2019年2020年2021年2022年2023年2024年2025年〔2018〕号"""


def is_in(char, encoding):
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def folds(listed):
    """Pairs of ordinary characters, one to one; what is a simplified character in its own right is left alone."""
    pairs = set(BESIDES)
    for line in listed.splitlines():
        key, _, values = line.partition("\t")
        other = [it for it in values.split() if it != key]
        if line.startswith("#") or not other or len(key + other[0]) != 2 or max(map(ord, key + other[0])) > 0xffff:
            continue
        if is_in(key, "big5") and is_in(other[0], "gb2312") and not is_in(key, "gb2312"):
            pairs.add(key + other[0])
    return sorted(pairs)


def characters(texts, traditional):
    """Units by how often laws have them, then the others that ordinary texts have; none of what is folded to another."""
    count = collections.Counter()
    for text in texts:
        count.update(text)
    for char, more in [*((it, 200000) for it in "\x01\x02\n\t"), *((it, 150000) for it in "0123456789"), *((it, 40000) for it in "./-:()%")]:
        count[char] += more
    for at, char in enumerate("etaoinsrhlcdugmpfybwvkxqjz"):
        count[char] += 30000 - at * 900
        count[char.upper()] += 3000 - at * 90
    count.update({chr(it): 20 for it in range(32, 127)})
    count.update({it: 100 for it in "年月日〔〕号（），。、；：“”《》！？—…·　％"})
    control = lambda it: ord(it) < 32 and it not in "\x01\x02\n\t"
    is_unit = lambda it: ord(it) < 0x10000 and not 0xd800 <= ord(it) < 0xe000 and it != "\ufeff" and not control(it)
    ranked = [it for it, times in sorted(count.items(), key=lambda it: (-it[1], it[0])) if times > 1 and is_unit(it)]
    level = (bytes((a, b)).decode("gb2312", "ignore") for a in range(0xb0, 0xd8) for b in range(0xa1, 0xff))
    return [it for it in dict.fromkeys([*ranked, *filter(None, level), *RARE]) if it not in traditional]


def dictionary(texts, size, coded):
    """Phrases that many texts share (the COVER method): in each stretch of the texts the window of the most frequent grams."""
    pieces = [text[at:at + 1240] for text in texts for at in range(0, len(text), 1240)]
    pieces = [it for it in pieces[::3] if len(it) > 300][:6000]
    often = collections.Counter(gram for it in pieces for gram in {it[at:at + GRAM] for at in range(len(it) - GRAM + 1)})
    often = {gram: times for gram, times in often.items() if times > 3}
    whole, found, length = "\0".join(pieces), [], 0
    step = len(whole) // (size // 20)
    for start in range(0, len(whole), step):
        text = whole[start:start + step]
        weights = [often.get(text[at:at + GRAM], 0) for at in range(len(text) - GRAM + 1)]
        width = WINDOW - GRAM + 1
        best = max(range(max(1, len(weights) - width)), key=lambda at: sum(weights[at:at + width]), default=0)
        phrase = text[best:best + WINDOW]
        while len(phrase) >= GRAM and phrase[:GRAM] not in often:
            phrase = phrase[1:]
        while len(phrase) >= GRAM and phrase[-GRAM:] not in often:
            phrase = phrase[:-1]
        if len(phrase) < GRAM or "\0" in phrase or length + coded(phrase) > size:
            continue
        found.append((sum(often.pop(phrase[at:at + GRAM], 0) for at in range(len(phrase) - GRAM + 1)), phrase))
        length += coded(phrase)
    return "".join(phrase for _, phrase in sorted(found))


def main(laws, listed):
    texts = []
    for path in sorted(pathlib.Path(laws).rglob("*.md")):
        text = re.sub(r"<!--.*?-->|[#*_>]+ ?", "", path.read_text("utf-8", "replace"))
        texts.append("\n".join(filter(None, map(str.strip, text.splitlines()))))
    pairs = folds(pathlib.Path(listed).read_text("utf-8"))
    ranked = characters(texts, {it[0] for it in pairs})
    rank = {char: at for at, char in enumerate(ranked)}
    coded = lambda text: sum(3 if char not in rank else 1 if rank[char] < 200 else 2 for char in text)
    own = "\n".join(PHRASES.splitlines())
    for name, text in {
        "characters.txt": "".join(ranked),
        "fold.txt": "".join(f"{it}\n" for it in pairs),
        "dictionary.txt": dictionary(texts, SIZE - coded(own), coded) + own,
    }.items():
        (TABLES / name).write_bytes(text.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
