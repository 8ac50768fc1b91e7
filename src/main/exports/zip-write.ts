import { crc32, deflateRawSync } from 'node:zlib'
import { AppError } from '../../shared/result'
import type { GrantedFile } from '../ipc/granted-files'

/** Sizes and places stand in 32 bits, the number of entries in 16: readers of the larger form are not everywhere. */
const MOST_BYTES = 0xffff_ffff
const MOST_ENTRIES = 0xfffe
const UTF8_NAME = 0x0800
const DEFLATED = 8

/** The clock as a zip has it: local, to two seconds, from 1980. */
function dosTime(at: number): { readonly time: number; readonly date: number } {
  const local = new Date(at)
  const years = Math.max(local.getFullYear() - 1980, 0)
  return {
    time: (local.getHours() << 11) | (local.getMinutes() << 5) | (local.getSeconds() >> 1),
    date: (years << 9) | ((local.getMonth() + 1) << 5) | local.getDate(),
  }
}

/** Writes a zip entry by entry into a file that the person chose; nothing but the directory is kept in memory. */
export function createZip(file: Pick<GrantedFile, 'write'> & Partial<GrantedFile>, now: number) {
  const directory: Buffer[] = []
  const { time, date } = dosTime(now)
  let at = 0
  const put = (bytes: Uint8Array): void => {
    if (at + bytes.length > MOST_BYTES)
      throw new AppError('refused', '压缩包超过 4 GB，没有留下文件。请分几次导出，或存到文件夹')
    file.write(bytes)
    at += bytes.length
  }
  return {
    write(name: string, bytes: Uint8Array): void {
      if (directory.length >= MOST_ENTRIES)
        throw new AppError('refused', '一个压缩包装不下这么多文件，没有留下文件。请存到文件夹')
      const packed = deflateRawSync(bytes)
      const nameBytes = Buffer.from(name, 'utf8')
      const head = Buffer.alloc(26)
      head.writeUInt16LE(20, 0)
      head.writeUInt16LE(UTF8_NAME, 2)
      head.writeUInt16LE(DEFLATED, 4)
      head.writeUInt16LE(time, 6)
      head.writeUInt16LE(date, 8)
      head.writeUInt32LE(crc32(bytes), 10)
      head.writeUInt32LE(packed.length, 14)
      head.writeUInt32LE(bytes.length, 18)
      head.writeUInt16LE(nameBytes.length, 22)
      const tail = Buffer.alloc(14)
      tail.writeUInt32LE(at, 10)
      directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, nameBytes]))
      put(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, nameBytes, packed]))
    },
    finish(): void {
      const start = at
      for (const entry of directory) put(entry)
      const end = Buffer.alloc(22)
      end.write('PK\x05\x06', 'latin1')
      end.writeUInt16LE(directory.length, 8)
      end.writeUInt16LE(directory.length, 10)
      end.writeUInt32LE(at - start, 12)
      end.writeUInt32LE(start, 16)
      put(end)
    },
  }
}
