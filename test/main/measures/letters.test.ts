import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readZip } from '../../../src/main/cadres/zip-guard'
import { Day } from '../../../src/shared/dates/add-months'
import type { MeasureFacts, MeasureKind } from '../../../src/shared/measures/measures'
import { tempFolder } from '../../helpers/folders'
import { signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

const facts = (kind: MeasureKind): Omit<MeasureFacts, 'cadreId'> => ({
  kind,
  on: Day.parse('2029-12-03'),
  documentNumber: '云组〔2029〕3号',
  authority: '区委',
  matter: '违反会议纪律，擅自变更议题',
  questions: kind === '函询' ? '一、为什么变更议题？\n二、谁同意的？' : '',
  months: null,
})

test.each<[MeasureKind, string, string]>([
  ['提醒', '提醒函', '对照检查'],
  // No table of holidays of 2029 ships: weekends alone.
  ['函询', '函询通知书', '于2029年12月24日前'],
  ['诫勉', '诫勉书', '影响期自2029年12月3日至2030年6月2日'],
])('the letter of %s is %s, on paper and as Word', async (kind, title, words) => {
  const { core, cadre } = await department()
  const { id } = await core.api.measures.add({ ...facts(kind), cadreId: cadre })
  const document = { of: 'measure' as const, id }
  const { body, people } = await core.api.documents.proof({ document })
  expect([body.title, people, body.draft]).toEqual([title, 1, false])
  expect(JSON.stringify(body)).toContain(words)
  const path = join(tempFolder(), `${title}.docx`)
  core.files.grant('token', path)
  const order = { document, sealed: false, reason: '发文', recipient: '', mark: null }
  const { entry } = await core.api.documents.save({ ...order, as: 'docx', target: 'token' })
  expect(entry).toMatchObject({ kind: 'letter-docx', outcome: 'done' })
  const parts = await readZip(readFileSync(path), name => name === 'word/document.xml')
  if (!parts.ok) throw new Error(parts.failure.why)
  const text = (parts.value.get('word/document.xml')?.toString('utf8') ?? '').replaceAll(/<[^>]+>/g, '')
  for (const part of [title, '周启明同志：', '云组〔2029〕3号', '违反会议纪律', words, '测试区委组织部'])
    expect(text).toContain(part)
  expect(text).not.toMatch(/[{}]/)
  core.close()
})

test('a letter is for those who may read measures: an interviewer is refused', async () => {
  const { place, core, cadre } = await department()
  const { id } = await core.api.measures.add({ ...facts('函询'), cadreId: cadre })
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await expect(talker.api.documents.proof({ document: { of: 'measure', id } })).rejects.toThrow('没有查看')
  talker.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect((await leader.api.documents.proof({ document: { of: 'measure', id } })).body.title).toBe('函询通知书')
  leader.close()
})
