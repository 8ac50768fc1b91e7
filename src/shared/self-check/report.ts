import * as z from 'zod'

/** What `--self-check` prints for whoever looks after the computers; docs/install.md describes it to them. */
const CheckState = z.enum(['ok', 'warn', 'fail', 'skipped'])
const CheckGroup = z.enum(['addons', 'crypto', 'fonts', 'folders', 'space', 'files', 'policy'])

export const Check = z.object({
  group: CheckGroup,
  title: z.string(),
  state: CheckState,
  /** What was found, and for warn and fail what to do. Names no person and nothing from inside of a store. */
  detail: z.string(),
})
export type Check = z.infer<typeof Check>

export const SelfCheckReport = z.object({
  /** Raised when a field changes its meaning or goes. */
  format: z.literal(1),
  at: z.iso.datetime(),
  /** Whether nothing failed. Warnings leave it true. The exit code is 0 then, else 1. */
  ok: z.boolean(),
  versions: z.object({
    app: z.string(),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    /** Null where the addon did not load. */
    sqlite: z.string().nullable(),
    /** The version of a store that this application makes and reads. */
    schema: z.int(),
  }),
  system: z.string(),
  checks: z.array(Check),
})
export type SelfCheckReport = z.infer<typeof SelfCheckReport>

/** Between the shell and the process that checks. */
export type ToSelfCheck = {
  readonly userData: string
  /** The stores that this computer knows, the one in use first. */
  readonly storeFolders: readonly string[]
  /** The folder of the installed application; null in a source checkout. */
  readonly installed: string | null
}
export type FromSelfCheck = Pick<SelfCheckReport, 'checks'> & {
  readonly sqlite: string | null
  readonly schema: number
}
