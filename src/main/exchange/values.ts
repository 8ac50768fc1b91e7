import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Cadre, FormTexts, type PostRow } from '../../shared/cadres/cadres'
import { SensitiveField } from '../../shared/cadres/cadres.contract'
import { type CadreField, cadreFields } from '../../shared/cadres/field-labels'
import { valueOf } from '../../shared/cadres/field-value'
import { withValues } from '../cadres/fields'
import { canonicalJson } from '../store/canonical-json'

/** Where a person stands here and what only this program's forms know is each store's own. */
const stays: readonly CadreField[] = ['id', 'unitId', 'unitOrder', 'unknown', 'formVersion']
export const sentFields = cadreFields.filter(field => !stays.includes(field))

const PREFIX = 'file.'
export const keyOfField = (field: CadreField): string => `${PREFIX}${field}`
export const fieldOfKey = (key: string): CadreField | undefined => sentFields.find(field => keyOfField(field) === key)
export const sensitiveOf = (field: CadreField): SensitiveField | null => SensitiveField.safeParse(field).data ?? null

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Tells values apart; empty for one that is blank. */
export const hashOf = (value: unknown): string =>
  isBlank(value) ? '' : createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 22)

/** A field as it travels: of a post the unit of the tree stays behind, its name goes along. */
export function travelling(cadre: Cadre, field: CadreField): unknown {
  if (field === 'posts') return cadre.posts.map(post => ({ ...post, unitId: null }))
  return valueOf(cadre, field)
}

/** Whether a value that came is one of its field. */
export function isFitting(field: CadreField, value: unknown): boolean {
  const schema: z.ZodType = field.startsWith('form.')
    ? FormTexts.shape[field.slice('form.'.length) as keyof FormTexts]
    : Cadre.shape[field as keyof Cadre]
  return schema.safeParse(value).success
}

const samePost = (a: PostRow, b: PostRow): boolean => a.unitName === b.unitName && a.title === b.title

/** The file with some of its fields as they came; posts that are the same as here keep their unit. */
export function withFields(
  cadre: Cadre,
  values: readonly { readonly field: CadreField; readonly value: unknown }[],
): Cadre {
  const own = cadre.posts
  const after = withValues(cadre, values)
  const unitOf = (post: PostRow): string | null =>
    own.find(each => samePost(each, post))?.unitId ?? own.find(each => each.unitName === post.unitName)?.unitId ?? null
  return values.some(({ field }) => field === 'posts')
    ? { ...after, posts: after.posts.map(post => ({ ...post, unitId: unitOf(post) })) }
    : after
}
