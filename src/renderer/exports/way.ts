import type { ComponentType, ReactNode } from 'react'
import type { Capability } from '../../shared/accounts/roles'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { ExportEntry } from '../../shared/exports/exports'
import type { ExportOrder } from '../../shared/exports/exports.contract'
import type { JobOptions } from '../../shared/ipc/define'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { Leaving } from '../api/it-policy'
import type { Offer } from './ask'

/** How it ended. `token` and `name` show it in the file manager; null when there is nothing to show. */
export interface Finished {
  readonly entry: ExportEntry
  readonly place: string | null
  readonly saved: { readonly token: string; readonly name: string } | null
  /** What the person should know besides. */
  readonly notes: readonly string[]
}

/** What one way out needs of the dialog. */
export interface Plan {
  /** The fields of this way. */
  readonly fields: ReactNode
  /** What is masked in the application and could stand in this export. */
  readonly sensitive: readonly SensitiveField[]
  /** What to say in place of a choice where nothing can be left out. */
  readonly uncovered?: string
  /** Where it goes, when its own fields say so. */
  readonly recipient?: string
  /** Why it cannot be done as the fields stand. */
  readonly refusal: string | undefined
  /** Words of the button: what comes next. */
  readonly act: string
  /** How it leaves, where it is no plain file. */
  readonly leaves?: Leaving
  /** What a stop means, where it is not that nothing is left behind. */
  readonly stopping?: string
  /** Asks for the place and carries it out. @returns null when the person gave up choosing a place */
  run(order: ExportOrder, work: Work): Promise<Finished | null>
}

/** Carries out a job in sight, with a way to stop it. @returns undefined when it was stopped or failed, which is shown */
export type Work = <T>(title: string, start: (options: JobOptions) => Promise<T>) => Promise<T | undefined>

/** What the person has decided so far: it stays when another way is chosen. */
export interface OrderDraft {
  readonly reason: string
  readonly recipient: string
  readonly mark: SecrecyMark
  /** What is masked in the application and shall stand in the export. */
  readonly ticked: readonly SensitiveField[]
  readonly setReason: (text: string) => void
  readonly setRecipient: (text: string) => void
  readonly setMark: (mark: SecrecyMark) => void
  readonly toggle: (field: SensitiveField) => void
}

/** What the dialog knows when it shows a way. */
export interface WayProps {
  readonly offer: Offer
  readonly people: number
  /** What the people concerned bear. */
  readonly atLeast: SecrecyMark
  readonly order: OrderDraft
  readonly onFinished: (finished: Finished) => void
  readonly onClose: () => void
}

/** One way out of the application: it makes its plan and shows it in an `OrderForm`. */
export interface Way {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** What one must hold for it besides exporting at all. */
  readonly needs?: Capability
  readonly Form: ComponentType<WayProps>
}
