import * as z from 'zod'

/** What a question is about: the choice of the question bank. */
export const questionThemes = [
  '思想政治',
  '工作履职',
  '班子团结',
  '作风廉洁',
  '成长进步',
  '家庭健康',
  '困难诉求',
  '退休离任',
] as const
export const QuestionTheme = z.enum(questionThemes)
export type QuestionTheme = z.infer<typeof QuestionTheme>

export const QuestionText = z.string().trim().min(2).max(200)

/** One question that may be asked. An outline takes its words: changing it changes no outline and no talk. */
export const TalkQuestion = z.object({
  id: z.string().max(40),
  theme: QuestionTheme,
  text: QuestionText,
  /** It came with the application and cannot be changed; the unit's own can. */
  shipped: z.boolean(),
})
export type TalkQuestion = z.infer<typeof TalkQuestion>
