import type { AttachmentId } from '../../shared/attachments/attachments'
import type { AddOutcome } from '../../shared/attachments/attachments.contract'
import type { ExportEntry } from '../../shared/exports/exports'
import type { HonourId } from '../../shared/honours/honours'
import type { InterviewId } from '../../shared/interviews/interviews'
import type { JobOptions } from '../../shared/ipc/define'
import type { Scan } from '../../shared/scans/scans.contract'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'

interface Leaving {
  readonly id: AttachmentId
  readonly reason: string
  readonly recipient: string
  readonly mark: SecrecyMark
  readonly target: string
}

/** What scans belong to, as the calls that reach them. */
export interface ScanSource {
  add(token: string, options: JobOptions): Promise<AddOutcome[]>
  remove(id: AttachmentId, reason: string): Promise<unknown>
  open(id: AttachmentId, reason: string): Promise<{ parts: number }>
  part(id: AttachmentId, part: number): Promise<{ bytes: Uint8Array }>
  save(order: Leaving, options: JobOptions): Promise<{ entry: ExportEntry }>
}
/** Its scans as the core has them now. */
export interface ListedScans {
  readonly data: readonly Scan[] | undefined
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: unknown
  refetch(): unknown
}

/** Signed papers of a talk. */
export const talkScans = (interviewId: InterviewId): ScanSource => ({
  add: (token, options) => api.scans.add({ interviewId, token }, options),
  remove: (id, reason) => api.scans.remove({ interviewId, id, reason }),
  open: (id, reason) => api.scans.open({ interviewId, id, reason }),
  part: (id, part) => api.scans.part({ interviewId, id, part }),
  save: (order, options) => api.scans.save({ interviewId, ...order }, options),
})

/** Certificate and decision of an honour. */
export const honourScans = (honourId: HonourId): ScanSource => ({
  add: (token, options) => api.honours.addScans({ honourId, token }, options),
  remove: (id, reason) => api.honours.removeScan({ honourId, id, reason }),
  open: (id, reason) => api.honours.openScan({ honourId, id, reason }),
  part: (id, part) => api.honours.scanPart({ honourId, id, part }),
  save: (order, options) => api.honours.saveScan({ honourId, ...order }, options),
})
