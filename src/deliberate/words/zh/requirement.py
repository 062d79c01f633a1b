"""参与门槛与通过门槛的说明。"""

SENTENCES = {
    "ruling": "{status:term}",
    "ruling.valid": "参与门槛:",
    "ruling.pass": "通过门槛:",
    "ruling.all": "以下各项都满足:",
    "ruling.any": "以下至少一项满足:",
    "ruling.not": "不得出现:",
    "ruling.share.more-than": "{part} {left};须超过 {right}({of}的{share})[;还差 {short}][(正好相等不算超过 {equal})]",
    "ruling.share.at-least": "{part} {left};须达到 {right}({of}的{share})[;还差 {short}]",
    "ruling.compare.more-than": "{one} {left};须多于{other} {right}",
    "ruling.compare.at-least": "{one} {left};须不少于{other} {right}",
    "tally": "{base}的{measure}",
    "unit.area": "{amount} 平方米",
    "per-unit.area": "100",
    "term.share.1/2": "二分之一",
    "term.share.2/3": "三分之二",
    "term.share.3/4": "四分之三",
    "Ruling": "{status:term}",
}
