import * as z from 'zod'

/** What stands beside a package as `<package>.sig`: facts about it, and a signature over them. */
export const ReleaseNote = z.object({
  format: z.literal(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** As `linux-x64`: process.platform and process.arch. */
  system: z.string().regex(/^[a-z0-9]+-[a-z0-9]+$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over `signedText`, base64. */
  signature: z.string().max(200),
})
export type ReleaseNote = z.infer<typeof ReleaseNote>

/** A package that was found genuine. It lies in a folder of the application by then, under its own hash. */
export const UpdateOffer = z.object({
  token: z.string(),
  version: z.string(),
  current: z.string(),
  /** newer: what one wants. same and older are installed only when the person says so. */
  age: z.enum(['newer', 'same', 'older']),
  sha256: z.string(),
  /** The command that installs it, for whoever looks after the computer; null where its own installer does it alone. */
  command: z.string().nullable(),
})
export type UpdateOffer = z.infer<typeof UpdateOffer>
