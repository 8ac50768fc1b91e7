import type { Migration } from '../migrate'
import { m0001 } from './0001-house'
import { m0002 } from './0002-audit'
import { m0003 } from './0003-drafts'

export const migrations: readonly Migration[] = [m0001, m0002, m0003]
