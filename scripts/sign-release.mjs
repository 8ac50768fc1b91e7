// node scripts/sign-release.mjs --key PRIVATE-KEY PACKAGE…   writes PACKAGE.sig beside each package
// node scripts/sign-release.mjs --new-key FOLDER             makes a key pair there, outside of the repository
import './support/right-node.mjs'
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Advice, passedOn, root } from './support/process.mjs'

const { values, positionals } = parseArgs({
  args: passedOn,
  allowPositionals: true,
  options: { key: { type: 'string' }, 'new-key': { type: 'string' } },
})

/** A private key below the sources would sooner or later be committed. */
function outside(file) {
  const place = path.resolve(file)
  if (!path.relative(root, place).startsWith('..')) throw new Advice(`Keep the private key outside of ${root}.`)
  return place
}

function makeKey(folder) {
  const place = outside(folder)
  const names = { private: path.join(place, 'release-private.pem'), public: path.join(place, 'release-key.pem') }
  if (existsSync(names.private)) throw new Advice(`${names.private} is there already.`)
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(names.private, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(names.public, publicKey.export({ type: 'spki', format: 'pem' }))
  console.log(`Keep ${names.private} in the safe; copy ${names.public} over resources/release-key.pem.`)
}

/** What a package is for stands in the name that scripts/package.mjs gives it. */
const systems = { 'linux-amd64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'win-x64': 'win32-x64' }
function factsOf(file) {
  const [, version, system] =
    /^dandang-(\d+\.\d+\.\d+)-([a-z]+-[a-z0-9]+)(?:-setup)?\.(?:deb|exe|msi)$/.exec(path.basename(file)) ?? []
  if (!systems[system]) throw new Advice(`${path.basename(file)} has not the name of a release that can be installed.`)
  const bytes = readFileSync(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { format: 1, version, system: systems[system], bytes: bytes.length, sha256 }
}

/** As `signedText` in src/shared/updates/updates.rules.ts. */
const signedText = ({ format, version, system, bytes, sha256 }) =>
  ['dandang-release', format, version, system, bytes, sha256].join('\n')

if (values['new-key']) makeKey(values['new-key'])
else {
  if (!values.key || positionals.length === 0)
    throw new Advice('usage: --key PRIVATE-KEY PACKAGE…, or --new-key FOLDER')
  const key = createPrivateKey(readFileSync(outside(values.key)))
  for (const file of positionals) {
    const facts = factsOf(file)
    const signature = sign(null, Buffer.from(signedText(facts)), key).toString('base64')
    writeFileSync(`${file}.sig`, `${JSON.stringify({ ...facts, signature }, null, 2)}\n`)
    console.log(`${file}.sig: ${facts.version} for ${facts.system}, ${facts.sha256}`)
  }
}
