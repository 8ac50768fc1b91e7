import * as z from 'zod'

export const PlainExportId = z.uuid().brand<'PlainExportId'>()
export type PlainExportId = z.infer<typeof PlainExportId>

const plainStates = ['asked', 'approved', 'refused', 'withdrawn', 'done'] as const
export const PlainState = z.enum(plainStates)
export type PlainState = z.infer<typeof PlainState>
export const plainStateTitles: Record<PlainState, string> = {
  asked: '等待审批',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
  done: '已导出',
}

/** One wish to take everything out of the store in the clear, and what became of it. */
export const PlainExport = z.object({
  id: PlainExportId,
  state: PlainState,
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decision: z.string(),
  doneAt: z.iso.datetime().nullable(),
  /** Whether the caller has asked for it. */
  mine: z.boolean(),
})
export type PlainExport = z.infer<typeof PlainExport>
