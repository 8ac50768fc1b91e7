// A core process of its own: one sign-in, and how much of it the key derivation took.
import { createRequire } from 'node:module'
import { loadCore, openCore, person } from './engine.mjs'

const addon = createRequire(import.meta.url)('@node-rs/argon2')
const { hashRaw } = addon
let kdfMs = 0
addon.hashRaw = async (...args) => {
  const startedAt = performance.now()
  try {
    return await hashRaw(...args)
  } finally {
    kdfMs += performance.now() - startedAt
  }
}

const { gatehouse, call } = openCore(await loadCore(), process.argv[2])
// The page asks for the state before a person can type anything; the self-test of the derivation belongs to that.
await call('session.state', {})
await new Promise(resolve => setTimeout(resolve, 300))
kdfMs = 0
const startedAt = performance.now()
await call('session.signIn', { ...person, acceptClock: false })
const totalMs = performance.now() - startedAt
gatehouse.close()
console.log(JSON.stringify({ totalMs, kdfMs }))
