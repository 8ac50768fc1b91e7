import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { AttachmentId } from '../attachments/attachments'
import { AddOutcome } from '../attachments/attachments.contract'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { command, job, query } from '../ipc/define'
import { Scan } from '../scans/scans.contract'
import { HonourId } from './honours'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const oneScan = z.object({ honourId: HonourId, id: AttachmentId })

/** Certificate and decision as they were scanned. */
export const honourScansContract = {
  /** Those of an honour, the first one first. */
  scans: query(z.object({ honourId: HonourId }), z.array(Scan), { title: '查看荣誉扫描件目录', ...read }),
  /** Files that the person chose. What is not taken does not hinder the others. */
  addScans: job(z.object({ honourId: HonourId, token: z.string().max(64) }), z.array(AddOutcome), {
    title: '加入荣誉扫描件',
    ...edit,
  }),
  removeScan: command(oneScan.extend({ reason: Reason }), z.object({}), { title: '移出荣誉扫描件', ...edit }),
  /** Shows one, with a reason; `scanPart` then hands it out. */
  openScan: query(oneScan.extend({ reason: Reason }), z.object({ parts: z.int().min(1) }), {
    title: '查阅荣誉扫描件',
    ...read,
    reveals: true,
  }),
  scanPart: query(oneScan.extend({ part: z.int().min(0).max(200) }), z.object({ bytes: z.instanceof(Uint8Array) }), {
    title: '读取荣誉扫描件',
    ...read,
  }),
  /** Writes one out as it came in, to the place that the person chose. Registers itself. */
  saveScan: job(
    ExportOrder.omit({ whom: true, sensitive: true }).extend({ ...oneScan.shape, target: z.string().max(64) }),
    z.object({ entry: ExportEntry }),
    { title: '另存荣誉扫描件', leaves: 'plain', needs: 'cadres.export' },
  ),
}
