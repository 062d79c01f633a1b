"""The words of the pages about rules of order: headings, columns, and who is who before there is a matter."""

from __future__ import annotations

DOCS = {
    "en": {
        "parameters": "Parameters", "acts": "Acts", "rules": "Rules of order", "drawing": "As a drawing",
        "states": "What happens to a motion", "precedence": "Who yields to whom",
        "name": "name", "class": "class", "what": "what it is",
        "parameter": "parameter", "type": "type", "default": "default", "act": "act", "written": "in Python",
        "file": "file", "change": "what may change", "when": "when",
        "of": "`{name}` stands on the shelf as `d.procedures.{kind}`.",
        "from": "Each stands in a file of `deliberate.assembly`. Any other act is refused as not done here.",
        "none": "None of its own: it answers the acts of all that it holds, and no act may belong to two of them.",
        "in-mermaid": "In Mermaid:",
        "comma": ", ", "colon": ": ", "together": "Together",
    },
    "zh": {
        "parameters": "参数", "acts": "举动", "rules": "议事规则", "drawing": "图",
        "states": "一项动议的经过", "precedence": "谁让谁",
        "name": "名字", "class": "类", "what": "是什么",
        "parameter": "参数", "type": "类型", "default": "默认", "act": "举动", "written": "用 Python 写",
        "file": "文件", "change": "可以变动的", "when": "什么时候",
        "of": "`{name}` 即 `d.procedures.{kind}`。",
        "from": "文件都在 `deliberate.assembly` 里。表外的举动，这里不受理。",
        "none": "它自己没有举动：所含各种规则认得的，它都受理。同一种举动不可以归两种规则。",
        "in-mermaid": "Mermaid 写法：",
        "comma": "、", "colon": "：", "together": "并用",
    },
}  # fmt: skip
