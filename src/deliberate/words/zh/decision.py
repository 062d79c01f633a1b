"""计票的说明。"""

SENTENCES = {
    "rule.majority": "多数决：提案与维持现状二选一。",
    "rule.consent": "同意决：没有人提出有理由的反对，即获通过。",
    "rule.plurality": "相对多数：第一选择最多者胜出，其后的选择不计。",
    "rule.borda": "波达计分：一张票上排在某选项之后的每个选项，给它记一分。",
    "rule.irv": "排序复选：得票最少的选项退出，其票转给下一选择，直到有一个过半数。",
    "rule.schulze": "舒尔策规则：选项两两比较；若互有胜负成环，以最强路径定先后。",
    "rule.approval": "认可投票：最多人认可的选项胜出。",
    "rule.tested": "先看参与人数是否足够；再看胜出者是否胜过维持现状。",
    "Tallied": "[第 {round} 轮：]{measure:term}：{tallies}[；不再计入任何选项的有 {exhausted}]。",
    "PairsCompared": "在全部票上把选项两两作了比较[（{unranked:term}）]。",
    "PathsFound": "求出了每个选项到其他选项的最强路径；一场胜利的强度按{strength:term}计。",
    "Eliminated": "第 {round} 轮后退出：{options}。",
    "TieBroken": "{between}打成平手；按{by:term}，[{kept}继续][{dropped}退出]。",
    "Ranked": "先后次序：{order}。",
    "Ruled": "关于{on}：{ruling}",
    "QuorumRuled": "参与人数是否足够：{ruling}",
    "Chosen": "选定：{options}。",
    "Undecided": "未选定：{status:term}[（{between}）]。",
}
