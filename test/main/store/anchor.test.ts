import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compareAnchor, readAnchor, writeAnchor } from '../../../src/main/store/anchor'
import { appendLine, readHead, startEpoch } from '../../../src/main/store/audit'
import type { Raw } from '../../../src/main/store/open'
import { newKeyPair } from '../../../src/main/store/seal'
import { anchorFiles } from '../../../src/main/store/store-paths'
import { auditStore, dek, line, STORE_ID, T0, tempFolder } from './fixtures'

const head = (seq: number) => ({ seq, mac: Buffer.alloc(32, seq), at: T0 + seq, maxSeenMs: T0 + seq })
const place = () => ({ machineDir: join(tempFolder(), 'machine'), storeId: STORE_ID })

describe('the files', () => {
  test('alternate, and the newest good one counts', () => {
    const here = place()
    expect(readAnchor(here, dek)).toBeUndefined()
    for (let seq = 1; seq <= 5; seq++) {
      writeAnchor(here, dek, head(seq))
      expect(readAnchor(here, dek)).toEqual({ format: 1, generation: seq, ...head(seq) })
    }
    const [a, b] = anchorFiles(here.machineDir, STORE_ID)
    const seqs = [a, b].map(path => (JSON.parse(readFileSync(path, 'utf8')) as { seq: number }).seq)
    expect(new Set(seqs)).toEqual(new Set([4, 5]))
    rmSync(a)
    expect(readAnchor(here, dek)?.seq).toBe(4)
  })

  test('a changed one is no anchor', () => {
    const here = place()
    writeAnchor(here, dek, head(10))
    writeAnchor(here, dek, head(20))
    const [, b] = anchorFiles(here.machineDir, STORE_ID)
    writeFileSync(b, readFileSync(b, 'utf8').replace('"seq":20', '"seq":15'))
    expect(readAnchor(here, dek)?.seq).toBe(10)
    writeFileSync(b, 'not JSON')
    expect(readAnchor(here, dek)?.seq).toBe(10)
    expect(readAnchor(here, Buffer.alloc(32, 1))).toBeUndefined()
    expect(readAnchor({ ...here, storeId: STORE_ID.replace('5', '6') }, dek)).toBeUndefined()
  })

  test('after a re-key the new key’s anchor goes first, the old one’s still counts until then', () => {
    const here = place()
    const next = Buffer.alloc(32, 4)
    for (let seq = 1; seq <= 4; seq++) writeAnchor(here, dek, head(seq))
    expect(readAnchor(here, next, dek)?.seq).toBe(4)
    writeAnchor(here, next, head(5))
    expect(readAnchor(here, next, dek)?.seq).toBe(5)
    writeAnchor(here, next, head(6))
    expect(readAnchor(here, next)?.seq).toBe(6)
    expect(readAnchor(here, dek)).toBeUndefined()
  })
})

describe('comparing', () => {
  function chain(): Raw {
    const raw = auditStore(tempFolder())
    raw
      .transaction(() => {
        startEpoch(raw, [{ id: 'auditor', publicKey: newKeyPair().publicKey }])
        for (let i = 1; i <= 20; i++) appendLine(raw, line(i))
      })
      .immediate()
    return raw
  }
  const seen = (seq: number, mac: Buffer) => ({ generation: 1, at: T0, maxSeenMs: T0, seq, mac })

  test('the chain holds what was seen, lacks it, or is another one', () => {
    const raw = chain()
    const mac = readHead(raw)?.mac ?? Buffer.alloc(0)
    const tenth = raw.prepare<[], Buffer>('SELECT mac FROM audit_lines WHERE seq = 10').pluck().get() ?? Buffer.alloc(0)
    expect(compareAnchor(raw, undefined)).toBe('none')
    expect(compareAnchor(raw, seen(0, Buffer.alloc(32)))).toBe('ok')
    expect(compareAnchor(raw, seen(20, mac))).toBe('ok')
    expect(compareAnchor(raw, seen(10, tenth))).toBe('ok')
    expect(compareAnchor(raw, seen(10, mac))).toBe('foreign')
    expect(compareAnchor(raw, seen(27, mac))).toEqual({ missingLines: 7 })
  })
})
