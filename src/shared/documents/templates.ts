import * as z from 'zod'

/** Papers that have a Word template of their own. */
const talkForms = ['谈话记录', '诫勉谈话记录', '函询记录', '考察谈话记录', '回访登记表'] as const
const letterForms = ['提醒函', '函询通知书', '诫勉书'] as const
export type LetterForm = (typeof letterForms)[number]
export const templateForms = [...talkForms, ...letterForms, '表扬决定'] as const
export const isLetter = (form: TemplateForm): form is LetterForm => (letterForms as readonly string[]).includes(form)
export const TemplateForm = z.enum(templateForms)
export type TemplateForm = z.infer<typeof TemplateForm>

/** A template as a unit put it in; version 0 is the one that ships. */
const TemplateVersion = z.object({
  version: z.int().min(0),
  /** The name of its file; empty for the shipped one. */
  name: z.string(),
  bytes: z.int().min(0),
  changedAt: z.string(),
  byName: z.string(),
  reason: z.string(),
  /** What the application of today would refuse of it; empty when it may be filled. */
  problems: z.string(),
})
export type TemplateVersion = z.infer<typeof TemplateVersion>
export const TemplateState = z.object({
  form: TemplateForm,
  /** Newest first, the shipped one last; the first is in use. */
  versions: z.array(TemplateVersion),
})
export type TemplateState = z.infer<typeof TemplateState>
