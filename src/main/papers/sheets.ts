import { editionOf, type FormEdition, type FormSheet, formSheet } from '../../shared/cadres/form/form-sheet'
import { today } from '../../shared/dates/today'
import { type ExportEntry, footWords } from '../../shared/exports/exports'
import type { Furniture } from '../../shared/papers/paper-page'
import { pictureSize } from '../../shared/photos/picture-size'
import type { PersonOut } from '../exports/people.repo'

/** What is taken where a file does not say with which edition it was made. */
const USUAL: FormEdition = '3'

/** A person's form. The bytes are a copy of their own: the driver's Buffers do not cross to another process as they are. */
export function sheetOf(
  { cadre, photo, decided }: PersonOut,
  edition: FormEdition | null,
  now: number,
  covered: FormSheet['covered'] = [],
): FormSheet {
  const kind = photo ? pictureSize(photo)?.kind : undefined
  return formSheet(cadre, {
    edition: edition ?? editionOf(cadre.formVersion) ?? USUAL,
    today: today(new Date(now)),
    photo: photo && kind ? { kind, bytes: new Uint8Array(photo) } : null,
    covered,
    decided,
  })
}

/** The mark stands above where it is more than the usual one; number, person and time stand below on every page. */
export const furnitureOf = (entry: ExportEntry): Furniture => ({
  mark: entry.mark === '内部' ? '' : entry.mark,
  foot: footWords(entry),
})
