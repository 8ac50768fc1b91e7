import type { QuestionTheme, TalkQuestion } from './talk-questions'

const texts: Readonly<Record<QuestionTheme, readonly string[]>> = {
  思想政治: ['最近学了什么，对工作有什么用？', '对上级近来的部署怎么看，落实中有什么想法？'],
  工作履职: [
    '手上最难的一件事是什么，卡在哪里？',
    '这段时间最满意的一件事是什么，怎么做成的？',
    '哪些事想做还没有做，缺什么条件？',
  ],
  班子团结: ['与班子成员配合怎样，意见不一时怎么办？', '班子议事决策有什么要改进？'],
  作风廉洁: ['分管的事里哪里最容易出廉洁问题，怎么防？', '身边人有没有打招呼、托办事的，怎么处理的？'],
  成长进步: ['自己觉得短板在哪里，打算怎么补？', '对今后的工作有什么打算和愿望？'],
  家庭健康: ['家里老人、孩子近来怎样？', '身体怎么样，休息得够不够？'],
  困难诉求: ['工作和生活上眼下最难的是什么？', '希望组织上帮什么，什么时候最要紧？'],
  退休离任: ['手上的工作怎样交接？', '退下来以后有什么打算和要组织关心的？'],
}

/** A few to begin with; a unit adds its own. Their ids never change. */
export const shippedQuestions: readonly TalkQuestion[] = (
  Object.entries(texts) as [QuestionTheme, readonly string[]][]
).flatMap(([theme, list], row) =>
  list.map((text, at) => ({ id: `shipped-${row + 1}-${at + 1}`, theme, text, shipped: true })),
)
