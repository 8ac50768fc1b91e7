import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encrypt } from '../../../src/main/exchange/age'
import { pack } from '../../../src/main/exchange/envelope'
import type { Manifest } from '../../../src/shared/exchange/package'
import { tempFolder } from '../../helpers/folders'
import type { Store } from './pair'

interface Twisted {
  /** Changes what was packed and signed. */
  readonly twist?: (packed: Buffer) => Buffer
  /** What stands behind the content. */
  readonly behind?: Buffer
}

/** Packs, with the keys that stand in the store of the sender, what the application itself never would. */
export async function forge(from: Store, to: Store) {
  const store = from.core.gatehouse.store
  if (!store) throw new Error('signed in')
  const own = await store.root.selectFrom('exchangeIdentity').selectAll().executeTakeFirstOrThrow()
  const { recipient } = await store.root.selectFrom('exchangePartners').selectAll().executeTakeFirstOrThrow()
  return async (
    over: Partial<Manifest>,
    content: unknown,
    { twist = packed => packed, behind = Buffer.alloc(0) }: Twisted = {},
  ): Promise<string> => {
    const manifest = {
      format: 1 as const,
      kind: 'package' as const,
      id: crypto.randomUUID(),
      from: own.id,
      to: to.id,
      unit: 'x',
      number: 1,
      seen: 0,
      madeAt: '2030-01-02T01:00:00.000Z',
      mark: '内部' as Manifest['mark'],
      modules: ['files' as const],
      people: 1,
      values: 0,
      beside: behind.length,
      ...over,
    }
    const path = join(tempFolder(), 'forged.ddx')
    const parts: Uint8Array[] = []
    for await (const part of await encrypt([twist(await pack(manifest, content, own.signKey)), behind], { recipient }))
      parts.push(part)
    writeFileSync(path, Buffer.concat(parts))
    return path
  }
}
