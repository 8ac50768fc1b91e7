import { packageWay } from '../exchange/PackageWay'
import { formsWay } from '../papers/FormsWay'
import { lrmxWay } from './LrmxWay'
import { rosterWay } from './RosterWay'
import type { Way } from './way'

/** Every way out, in the order of the dialog. A new one is one line. */
export const ways: readonly Way[] = [rosterWay, formsWay, lrmxWay, packageWay]
