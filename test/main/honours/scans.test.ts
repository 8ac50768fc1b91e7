import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HonourFacts } from '../../../src/shared/honours/honours'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { pdfOf } from '../attachments/scans'

const team = HonourFacts.parse({
  holder: 'team',
  cadreId: null,
  unitId: null,
  holderName: '云溪河整治专班',
  members: [],
  name: '“出彩型”好团队',
  kind: '出彩型',
  level: '区',
  authority: '中共云泽区委',
  nature: '党委',
  on: '2029-07-01',
  documentNo: '',
  documentTitle: '',
  ground: null,
  bonusFen: null,
  certificateNo: '',
  medalNo: '',
  handedOn: null,
  handedNote: '',
  deeds: '',
  evidence: '',
  publicity: '',
  posthumous: false,
})

test('scans of a certificate: added once, opened with a reason, saved out as they came, taken out and kept', async () => {
  const { api, files, gatehouse } = await signedIn('officer')
  const { id: honourId } = await api.honours.add(team)
  const folder = tempFolder()
  const [path, copy] = [join(folder, '证书.pdf'), join(folder, '另存.pdf')]
  writeFileSync(path, pdfOf('证书'))
  files.grantReading('in', [path, path])
  const outcomes = await api.honours.addScans({ honourId, token: 'in' })
  expect(outcomes.map(({ id }) => id !== null)).toEqual([true, false])
  const [scan] = await api.honours.scans({ honourId })
  if (!scan) throw new Error('no scan')
  expect(scan).toMatchObject({ title: '证书', format: 'pdf', removedAt: null })
  const one = { honourId, id: scan.id }
  await expect(api.honours.scanPart({ ...one, part: 0 })).rejects.toMatchObject({ message: '查阅扫描件要先写明事由' })
  expect(await api.honours.openScan({ ...one, reason: '核对' })).toEqual({ parts: 1 })
  expect(Buffer.from((await api.honours.scanPart({ ...one, part: 0 })).bytes)).toEqual(pdfOf('证书'))
  files.grant('out', copy)
  const { entry } = await api.honours.saveScan({ ...one, reason: '归档', recipient: '', mark: null, target: 'out' })
  expect(entry).toMatchObject({ kind: 'honours-scan', outcome: 'done', people: 0 })
  expect(readFileSync(copy)).toEqual(pdfOf('证书'))
  await api.honours.removeScan({ ...one, reason: '扫错了' })
  expect((await api.honours.scans({ honourId }))[0]?.removedAt).not.toBeNull()
  await expect(api.honours.openScan({ ...one, reason: '再看' })).rejects.toMatchObject({ message: '这份扫描件已移出' })
  expect(gatehouse.store?.raw.prepare('SELECT count(*) FROM attachment_contents').pluck().get()).toBe(1)
})
