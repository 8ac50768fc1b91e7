import { save } from '../../../src/main/cadres/cadres.repo'
import { put } from '../../../src/main/photos/photos.repo'
import type { Cadre, CadreId } from '../../../src/shared/cadres/cadres'
import type { ImportedFields } from '../../../src/shared/cadres/imported'
import { PhotoId } from '../../../src/shared/photos/photos'
import type { signedIn } from '../../helpers/harness'

export type Core = Awaited<ReturnType<typeof signedIn>>

/** Puts a file with everything that it brings into the store, as an import would. */
export async function keepPerson(
  core: Core,
  fields: Partial<ImportedFields> & { readonly name: string },
  more: Partial<Cadre> & { readonly photo?: Uint8Array | null } = {},
): Promise<CadreId> {
  const store = core.gatehouse.store
  if (!store) throw new Error('not open')
  const { photo, ...rest } = more
  const { cadre } = await core.api.cadres.add({ name: fields.name, birth: null, unitId: null })
  await save(store.root, { ...cadre, ...fields, ...rest }, 2)
  if (photo)
    await put(store.root, cadre.id, { kind: 'png', bytes: new Uint8Array(photo) }, PhotoId.parse(crypto.randomUUID()))
  return cadre.id
}
