import type { ItLimits } from '../it-policy/it-policy'
import type { PressAnswer, PressOrder } from '../papers/paper-protocol'

/** A demo is a district of some hundred people, or a city of ten thousand. */
export type DemoSize = 'district' | 'city'

/** What the shell tells the core. A renderer's port travels beside 'port'. */
export type ToCore =
  | {
      readonly kind: 'init'
      /** The folder of the store that this core is bound to. */
      readonly folder: string
      /** This computer's own folder: machine secrets, anchors, tries. Never inside `folder`. */
      readonly machineDir: string
      /** A store was used here before. */
      readonly expected: boolean
      readonly machine: string
      readonly version: string
      /** Builds a throw-away store of invented people and signs its officer in; null for a store of one's own. */
      readonly demo: DemoSize | null
      /** What IT forbids or tightens on this computer. */
      readonly limits: ItLimits
    }
  | { readonly kind: 'port' }
  /** A place that the person chose to save to. */
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  /** Files and folders that the person chose to read from. */
  | { readonly kind: 'grant-reading'; readonly token: string; readonly paths: readonly string[] }
  /** The reader that was asked for has started; its port travels beside. */
  | { readonly kind: 'reader'; readonly id: number }
  | { readonly kind: 'reader-ended'; readonly id: number }
  | PressAnswer
  /** With `backup` what was written since the last backup is backed up first. */
  | { readonly kind: 'close'; readonly backup: boolean }

/** What the core tells the shell. Never a name of a person, a text or a path; a printer's name is the system's own. */
export type FromCore =
  | { readonly kind: 'session'; readonly signedIn: boolean; readonly idleSeconds: number; readonly unit: string | null }
  | { readonly kind: 'log'; readonly channel: string; readonly outcome: string; readonly ms: number }
  | PressOrder
  | { readonly kind: 'unexpected'; readonly channel: string; readonly name: string; readonly code: string }
  /** How many people of a demo are in. */
  | { readonly kind: 'demo'; readonly done: number; readonly total: number }
  /** Asks for a disposable reader, and for the end of one. Files go over the port between the two, never through the shell. */
  | { readonly kind: 'start-reader'; readonly id: number }
  | { readonly kind: 'end-reader'; readonly id: number }
