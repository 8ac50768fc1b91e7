// node scripts/policy-schema.mjs > resources/policy.schema.json: what policy.json may say, for editors, from the schema that checks it.
import './support/right-node.mjs'
import path from 'node:path'
import { runnerImport } from 'vite'
import * as z from 'zod'
import { root } from './support/process.mjs'

const file = path.join(root, 'src/shared/it-policy/it-policy.ts')
const { ItPolicyFile } = (await runnerImport(file, { configFile: false })).module
console.log(JSON.stringify(z.toJSONSchema(ItPolicyFile), null, 2))
