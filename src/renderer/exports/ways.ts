import { formsWay } from '../papers/FormsWay'
import { lrmxWay } from './LrmxWay'
import { rosterXlsxWay } from './RosterWay'
import type { Way } from './way'

/** Every way out, in the order of the dialog. A new one is one line. */
export const ways: readonly Way[] = [rosterXlsxWay, formsWay, lrmxWay]
