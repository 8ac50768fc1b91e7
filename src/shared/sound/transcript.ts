import * as z from 'zod'
import { line, text } from '../text'

/**
 * What a transcriber heard: milliseconds, and words. It is a suggestion and nobody's record until a recorder has taken it over,
 * line by line.
 */
export const Segment = z.object({
  fromMs: z.int().min(0),
  toMs: z.int().min(0),
  text: text(4000).min(1),
})
export type Segment = z.infer<typeof Segment>

/** A plain name inside the model's folder: no way leads out of it. */
const FileName = z.string().regex(/^(?!\.)[\w.-]{1,80}(\/(?!\.)[\w.-]{1,80}){0,3}$/)

/**
 * `manifest.json` of a model folder, as whoever builds a model writes it. Every file that it needs is listed with its hash.
 */
export const ModelManifest = z.object({
  name: line(60).min(1),
  version: line(20).min(1),
  files: z
    .array(z.object({ path: FileName, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(200),
})
export type ModelManifest = z.infer<typeof ModelManifest>
