import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** A package that was made for the journeys says so: they come in by the very doors that a shipped build bolts. */
function isForJourneys(): boolean {
  const about: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
  return typeof about === 'object' && about !== null && 'testable' in about && about.testable === true
}

/** Whether this is what people install, and not a source checkout or a package for the journeys. */
export const isShipped = app.isPackaged && !isForJourneys()
