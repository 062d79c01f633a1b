"""The words of the packs' pages: headings, parties, and the statutes' names in English."""

from __future__ import annotations

import re

DOCS = {
    "en": {
        "rule": "Rule", "source": "Source", "parameters": "Parameters", "examples": "Boundary cases",
        "formalities": "Formalities", "use": "In Python",
        "law": "law in {place}", "was-law": "was law in {place}", "not-law": "not law",
        "CN": "China", "EU": "the European Union", "CH": "Switzerland",
        "always": "", "from": "; from {from}", "from-to": "; from {from} to {to}",
        "parameter": "parameter", "default": "default",
        "case": "case", "counted": "counted", "ruling": "ruling", "why": "why",
        "step": "step", "who": "who → who is told", "when": "when", "shown-by": "what shows it",
        "basis": "asked for by",
        "before": "before the vote", "after": "after the vote", "lasting": "",
        "days-before": "at least {days} days before the vote", "days-after": "at least {days} days after the vote",
        "days-lasting": "for {days} days", "within": "within {days} days after the vote", "at-once": "at once",
        "own": "Packs with a page", "rest": "The rest", "pack": "pack", "title": "what it is for",
        "standing": "standing",
    },
    "zh": {
        "rule": "规则", "source": "出处", "parameters": "参数", "examples": "边界情形",
        "formalities": "程序", "use": "用 Python",
        "law": "{place}的法律", "was-law": "{place}过去的法律", "not-law": "不是法律",
        "CN": "中国", "EU": "欧盟", "CH": "瑞士",
        "always": "", "from": "；自 {from} 起", "from-to": "；自 {from} 起至 {to} 止",
        "parameter": "参数", "default": "默认",
        "case": "情形", "counted": "票数", "ruling": "结果", "why": "为什么",
        "step": "步骤", "who": "谁办 → 告知谁", "when": "时间", "shown-by": "凭什么证明", "basis": "依据",
        "before": "表决前", "after": "表决后", "lasting": "",
        "days-before": "表决前至少 {days} 日", "days-after": "表决后至少 {days} 日",
        "days-lasting": "持续 {days} 日", "within": "表决后 {days} 日内", "at-once": "当场",
        "own": "各有一页的规则包", "rest": "其余规则包", "pack": "规则包", "title": "用于",
        "standing": "效力",
    },
}  # fmt: skip

PARTIES = {
    "党组织": "the Party branch", "居委会": "the residents' committee", "业委会": "the owners' committee",
    "居民": "residents", "业主": "owners", "居民代表": "residents' representatives", "选民": "voters",
    "居民选举委员会": "the election committee", "居委会成员": "the member", "业委会委员": "the committee's members",
    "成员": "members", "主持人": "the chair", "提案人": "the proposer",
}  # fmt: skip

SHOWN = {
    english: {"en": english, "zh": chinese}
    for english, chinese in {
        "minutes": "会议记录", "posted notice": "张贴的通知", "receipt": "回执", "ballots": "表决票",
        "posted result": "张贴的结果", "posting with period and signature": "写明期限并落款的公示",
        "open-affairs board": "居务公开栏", "posted roll": "张贴的名册", "posted answers": "张贴的处理结果",
        "posted list": "张贴的名单", "handover list": "移交清单", "signed list": "签名册",
        "written answer": "书面申辩", "signed record": "签字的会议记录",
    }.items()
}  # fmt: skip

_LAWS = {
    "中华人民共和国城市居民委员会组织法（2025 年 10 月 28 日修订）":
        "Organic Law of the Urban Residents' Committees of China (revised 28 October 2025)",
    "中华人民共和国城市居民委员会组织法（1989 年通过，2018 年修正）":
        "Organic Law of the Urban Residents' Committees of China (1989, amended 2018)",
    "中华人民共和国民法典（2020）": "Civil Code of China (2020)",
    "中华人民共和国物权法（2007）": "Property Law of China (2007)",
    "物业管理条例（2018 年修正文本）": "Regulation on Property Management (text of 2018)",
    "物业管理条例（2007 年修订）": "Regulation on Property Management (revised 2007)",
    "业主大会和业主委员会指导规则（建房〔2009〕274 号）":
        "Guidance on Owners' Meetings and Owners' Committees (Ministry of Housing, 2009, no. 274)",
    "居委会组织法": "Organic Law of the Urban Residents' Committees",
    "物业管理条例": "Regulation on Property Management",
    "指导规则": "Guidance", "旧法": "the old law", "地方规定": "local rules",
}  # fmt: skip
_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile("第([一二三四五六七八九十百千零]+)条")


def in_english(source: str) -> str:
    """A statute's name and articles in English; what is in English already stays."""
    told = source.replace("；", "; ").replace("条至第", "条-第").replace("、", ", ")
    for name, english in _LAWS.items():
        told = told.replace(name, f"{english} ")
    told = re.sub("(?:第[^条]+条(?:, |-)?)+", lambda run: f"art. {_ARTICLE.sub(_number, run[0])}", told)
    return " ".join(told.split()).replace(" ;", ";")


def _number(article: re.Match[str]) -> str:
    """第二百七十八条 is 278."""
    total, digit = 0, 0
    for character in article[1]:
        if character in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        else:
            digit = _DIGITS.index(character)
    return str(total + digit)
