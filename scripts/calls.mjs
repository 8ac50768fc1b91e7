// node scripts/calls.mjs > docs/calls.md: the table of every call that the page can make, from the contract itself.
import './support/right-node.mjs'
import path from 'node:path'
import { runnerImport } from 'vite'
import { root } from './support/process.mjs'

const load = async file => (await runnerImport(path.join(root, 'src/shared', file), { configFile: false })).module
const { contract } = await load('contract.ts')
const { capabilitiesOf, roles } = await load('accounts/roles.ts')

/** The roles that hold a capability; what anyone or any account may call names no role. */
const holders = needs => roles.filter(role => capabilitiesOf([role]).includes(needs)).join(', ')

const rowOf = (name, { kind, needs, title, always, reveals, input }) =>
  [
    `\`${name}\``,
    kind,
    needs,
    holders(needs),
    Object.keys(input.shape ?? {}).join(', '),
    [reveals && 'reveals', always && 'always'].filter(Boolean).join(', '),
    title,
  ].join(' | ')

const tables = Object.entries(contract).map(([feature, endpoints]) => {
  const rows = Object.entries(endpoints).map(([method, endpoint]) => `| ${rowOf(`${feature}.${method}`, endpoint)} |`)
  const head = ['| call | kind | needs | roles | input | marks | title |', '|---|---|---|---|---|---|---|']
  return [`## ${feature}`, '', ...head, ...rows].join('\n')
})
console.log(`# Calls

Made by \`node scripts/calls.mjs\` from \`src/shared/contract.ts\`: do not edit. What the kinds and marks mean stands in
[architecture.md](architecture.md#the-contract). *needs* is who may call, *roles* who holds that capability.

${tables.join('\n\n')}`)
