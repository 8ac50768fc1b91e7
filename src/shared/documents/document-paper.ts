import * as z from 'zod'

const words = (max: number) => z.string().max(max)

/** One cell of a table; `span` columns wide, at least one. A label stands in the middle in 黑体. */
const DocumentCell = z.object({ text: words(20_000), span: z.int().min(1).max(8), label: z.boolean() })
export type DocumentCell = z.infer<typeof DocumentCell>

/**
 * What stands on a 公文 paper from above to below. Nothing but text: how it is broken into lines and pages is the layout's.
 * Source: GB/T 9704 for the body, form tables for what the head of a 谈话记录 holds.
 */
const DocumentPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: words(200) }),
  /** Indented by two characters; `lead` stands before it in 黑体: 问：, 答：. Line ends begin a new paragraph. */
  z.object({ kind: z.literal('paragraph'), lead: words(20), text: words(20_000) }),
  /** 主送: flush left. */
  z.object({ kind: z.literal('addressee'), text: words(200) }),
  /** 署名 and date, at the right end. */
  z.object({ kind: z.literal('closing'), lines: z.array(words(200)).max(6) }),
  /** Shares of the width; `head` is repeated on every page. */
  z.object({
    kind: z.literal('table'),
    widths: z.array(z.number().positive()).min(1).max(8),
    head: z.array(DocumentCell).max(8),
    rows: z.array(z.array(DocumentCell).min(1).max(8)).max(500),
  }),
  /** Lines to be signed by hand, kept together with the end of what is signed. */
  z.object({ kind: z.literal('signatures'), lines: z.array(words(60)).max(30) }),
  /** In small type: how the content was confirmed; 抄送 of a letter. */
  z.object({ kind: z.literal('note'), text: words(2000) }),
])
export type DocumentPart = z.infer<typeof DocumentPart>

/** A document before it gets its number: what the preview shows and the printer draws. */
export const DocumentBody = z.object({
  title: words(80),
  /** 未定稿 stands on every page until the content is final. */
  draft: z.boolean(),
  parts: z.array(DocumentPart).max(2000),
})
export type DocumentBody = z.infer<typeof DocumentBody>

export const cell = (text: string, span = 1): DocumentCell => ({ text, span, label: false })
export const label = (text: string): DocumentCell => ({ text, span: 1, label: true })
