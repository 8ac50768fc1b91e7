import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { tempFolder } from '../../helpers/folders'
import { signedIn, signInAs } from '../../helpers/harness'
import { heldTalk } from '../documents/talk'
import { NEXT } from '../interviews/department'

const folder = tempFolder()
const pdf = (name: string, size: number): string => {
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, name)]))
  return path
}

test('a signed scan is added, opened with a reason, saved out through the register, and taken out', async () => {
  const { place, idOf, cadre, id, talker } = await heldTalk()
  const scan = pdf('签字.pdf', 2_300_000)
  const text = join(folder, '说明.docx')
  writeFileSync(text, 'no')
  talker.files.grantReading('r', [scan, text, scan])
  const outcomes = await talker.api.scans.add({ interviewId: id, token: 'r' })
  expect(outcomes.map(({ id: added }) => added !== null)).toEqual([true, false, false])
  expect(outcomes[2]?.words).toContain('内容完全相同')
  const [kept] = await talker.api.scans.list({ interviewId: id })
  expect(kept).toMatchObject({ title: '签字', format: 'pdf', byName: '方汀兰', removedAt: null })
  if (!kept) throw new Error('kept')
  const one = { interviewId: id, id: kept.id }

  await expect(talker.api.scans.part({ ...one, part: 0 })).rejects.toThrow('先写明事由')
  const { parts } = await talker.api.scans.open({ ...one, reason: '核对签字' })
  expect(parts).toBe(3)
  expect((await talker.api.scans.part({ ...one, part: 0 })).bytes.subarray(0, 5)).toEqual(
    new Uint8Array(Buffer.from('%PDF-')),
  )
  const path = join(folder, 'out.pdf')
  talker.files.grant('token', path)
  const { entry } = await talker.api.scans.save({
    ...one,
    reason: '送检',
    recipient: '区纪委',
    mark: null,
    target: 'token',
  })
  expect(entry).toMatchObject({ kind: 'talk-scan', people: 1, outcome: 'done' })
  expect(readFileSync(path).equals(readFileSync(scan))).toBe(true)

  // An adding to a person's file sweeps what belongs to nothing, and not this.
  talker.close()
  const officer = await signedIn('officer', place)
  officer.files.grantReading('a', [pdf('任免.pdf', 900)])
  await officer.api.attachments.add({ cadreId: cadre, token: 'a', category: '9' })
  await expect(officer.api.scans.list({ interviewId: id })).rejects.toThrow('只有谈话人')
  officer.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  await expect(leader.api.scans.open({ ...one, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  leader.close()

  const recorder = await signInAs(place, 'tan2', NEXT)
  expect((await recorder.api.scans.open({ ...one, reason: '核对' })).parts).toBe(3)
  await recorder.api.scans.remove({ ...one, reason: '扫错了' })
  await expect(recorder.api.scans.open({ ...one, reason: '再看' })).rejects.toThrow('已移出')
  expect((await recorder.api.scans.list({ interviewId: id }))[0]?.removedAt).not.toBeNull()
  recorder.close()
  const auditor = await signedIn('auditor', place)
  const filter = { from: null, to: null, accountId: null, feature: 'scans', outcome: null, text: '' }
  const { entries } = await auditor.api.audit.list({ ...filter, before: null, limit: 50 })
  expect(entries.some(({ reason, details }) => reason === '核对签字' && details?.includes('PDF'))).toBe(true)
  auditor.close()
  expect(idOf('方汀兰')).not.toBe('')
})

test('who only reads a talk adds nothing, and nothing is added to one that is only planned', async () => {
  const { place, idOf, id, talker } = await heldTalk()
  await talker.api.interviews.setReaders({ id, readers: [idOf('姜怀瑾')], mark: SecrecyMark.parse('内部') })
  talker.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect(await leader.api.scans.list({ interviewId: id })).toEqual([])
  leader.files.grantReading('r', [pdf('x.pdf', 10)])
  await expect(leader.api.scans.add({ interviewId: id, token: 'r' })).rejects.toThrow('只有这次谈话的谈话人和记录人')
  leader.close()
})
