import { crc32, deflateRawSync } from 'node:zlib'

/** One entry as it shall stand in the file, honest where nothing else is said. */
export interface TestEntry {
  readonly name: string | Buffer
  readonly data: Uint8Array | string
  readonly method?: 0 | 8 | 99
  readonly flags?: number
  readonly attributes?: number
  readonly crc?: number
  /** What the directory claims instead of the truth. */
  readonly claimedSize?: number
  readonly claimedPacked?: number
  /** Packed bytes in place of those that the data gives. */
  readonly packed?: Uint8Array
  /** Lets the directory point to another entry's bytes, by its place. */
  readonly sharesWith?: number
}

/** A zip with whatever faults the entries ask for: no honest writer makes them. */
export function makeZip(entries: readonly TestEntry[], claimedCount = entries.length): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string)
    const data = Buffer.from(entry.data as string)
    const method = entry.method ?? 8
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(data) : data))
    const flags = entry.flags ?? 0x800
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(flags, 2)
    head.writeUInt16LE(method, 4)
    head.writeUInt32LE((entry.crc ?? crc32(data)) >>> 0, 10)
    head.writeUInt32LE(entry.claimedPacked ?? packed.length, 14)
    head.writeUInt32LE(entry.claimedSize ?? data.length, 18)
    head.writeUInt16LE(name.length, 22)
    const offset = entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] ?? 0)
    offsets.push(offset)
    if (entry.sharesWith === undefined) {
      const local = [Buffer.from('PK\x03\x04', 'latin1'), head, name, packed]
      parts.push(...local)
      at += local.reduce((sum, { length }) => sum + length, 0)
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((entry.attributes ?? 0) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, tail, name]))
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(claimedCount, 8)
  end.writeUInt16LE(claimedCount, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, central, end])
}
