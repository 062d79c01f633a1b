"""谁替谁表决。"""

SENTENCES = {
    "undelivered.lost": "{member}的委托最后落到一位既没有表决、也没有再委托的人那里，未能计入。",
    "undelivered.circular": "{member}的委托转了一圈又回来，没有落到任何表决的人手里，未能计入。",
    "undelivered.too-deep": "{member}的委托转手次数超过规定，未能计入。",
    "undelivered.over-cap": "{member}委托到的人代表的人数已到上限，未能计入。",
    "Concentration": "亲自表决 {direct} 人，由他人代为表决 {delegated} 人[；分量最重的一张票合计 {largest}，占计入总数的 {share}%][；集中程度相当于 {effective} 张分量相等的票（基尼系数 {gini}，0 为完全平均）]。委托最多转 {longest} 手；绕成一圈而未计入的有 {circular} 人。",
}
