// Import this first. The SQLite addon needs Node-API 10, so a script that somebody starts with an older Node
// starts itself again with the Node that the project brings along as a dependency.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

if (Number(process.versions.napi) < 10) {
  const windows = process.platform === 'win32'
  const folder = `../../node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin/`
  const node = fileURLToPath(new URL(folder + (windows ? 'node.exe' : 'node'), import.meta.url))
  if (!existsSync(node)) {
    console.error(
      `This is Node ${process.version}. Please use Node 22.14 or newer (24 is what the project is tested on).`,
    )
    process.exit(1)
  }
  process.env.PATH = path.dirname(node) + path.delimiter + process.env.PATH
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  await new Promise(() => child.once('close', (code, signal) => process.exit(signal ? 1 : code)))
}
