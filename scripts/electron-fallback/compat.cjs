// better-sqlite3 13 asks for Node-API 10, which came with Node 22. On the older fallback Electron this loads, in
// place of the addon that npm installed, the build of the same sources that lies beside the executable.
const fs = require('node:fs')
const path = require('node:path')

if (Number(process.versions.napi) < 10) {
  const { dlopen } = process
  process.dlopen = function (module, filename, ...rest) {
    const addon = /^(.*better-sqlite3)[\\/]prebuilds[\\/]/.exec(filename)
    if (!addon) return dlopen.call(this, module, filename, ...rest)
    const { version } = JSON.parse(fs.readFileSync(path.join(addon[1], 'package.json'), 'utf8'))
    const build = path.join(path.dirname(process.execPath), `better_sqlite3-${version}.node`)
    if (!fs.existsSync(build)) throw new Error(`this fallback Electron has no addon of better-sqlite3 ${version}`)
    return dlopen.call(this, module, build, ...rest)
  }
}
