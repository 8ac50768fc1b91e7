import { writeSync } from 'node:fs'
import { withLabel } from '../../../src/main/store/vault'
import { readVault, writeVault } from '../../../src/main/store/vault-file'

const [, , folder = '', dek = ''] = process.argv
let vault = readVault(folder)
writeSync(1, 'ready\n')
for (;;) {
  vault = withLabel(vault, Buffer.from(dek, 'hex'), `第 ${vault.generation} 版`)
  writeVault(folder, vault)
  writeSync(1, `written ${vault.generation}\n`)
}
