import { writeSync } from 'node:fs'
import { openEncrypted } from '../../../src/main/store/open'
import { rekey } from '../../../src/main/store/rekey'
import { storeFile } from '../../../src/main/store/store-paths'
import { readVault } from '../../../src/main/store/vault-file'

/** Re-keys a store for ever; the parent kills it. */
const [, , folder = '', key = ''] = process.argv
let dek = Buffer.from(key, 'hex')
let vault = readVault(folder)
const raw = openEncrypted(storeFile(folder), dek)
writeSync(1, 'ready\n')
for (;;) {
  rekey(folder, raw, { vault, dek }, now => {
    vault = now.vault
    dek = Buffer.from(now.dek)
  })
}
