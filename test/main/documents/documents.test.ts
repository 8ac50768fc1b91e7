import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { NEXT } from '../interviews/department'
import { heldTalk } from './talk'

const order = { sealed: false, reason: '送本人签字', recipient: '', mark: null }
function placeFor(core: Core): string {
  const path = join(tempFolder(), '谈话记录.pdf')
  core.files.grant('token', path)
  return path
}
const printer = { printer: '干部科 M401', copies: 2, twoSided: true }

test('the paper of a talk: head, outline, promises, signature lines; sealed lines are left out and counted', async () => {
  const { idOf, cadre, id, talker } = await heldTalk()
  await talker.api.promises.add({
    kind: '承诺',
    theme: '工作条件',
    text: '一个月内请住建局牵头开会',
    cadreId: cadre,
    interviewId: id,
    noteId: null,
    ownerId: idOf('方汀兰'),
    helper: '区住建局',
    dueOn: Day.parse('2030-02-02'),
  })
  const { body, people, sealed } = await talker.api.documents.proof({ document: { of: 'interview', id } })
  expect({ people, sealed, draft: body.draft, title: body.title }).toEqual({
    people: 1,
    sealed: 1,
    draft: true,
    title: '谈话记录',
  })
  const text = JSON.stringify(body)
  for (const words of [
    '周启明',
    '干部科 方汀兰',
    '干部科 苏既白',
    '201 室',
    '到任三个月',
    '一、思想',
    '二、困难与诉求',
  ])
    expect(text).toContain(words)
  for (const words of [
    '睡得怎样',
    '明确牵头单位',
    '三、其他',
    '四、承诺与要求',
    '区住建局',
    '2030.02.02',
    '谈话人（方汀兰）：',
  ])
    expect(text).toContain(words)
  expect(text).toContain('另有密封内容 1 条，未印出')
  expect(text).not.toContain('我妻子')
  // Whoever wrote a sealed line sees it on the screen; on paper it needs a reason like everybody's.
  expect(text).not.toContain('谈话对象（周启明）：')
  talker.close()
})

test('sealed lines are printed when they are asked for with a reason, and the audit says so', async () => {
  const { place, id, talker } = await heldTalk()
  const document = { of: 'interview' as const, id }
  const shown = await talker.api.documents.wholeProof({ document, reason: '核对原话' })
  expect(JSON.stringify(shown.body)).toContain('先别跟单位说')
  const file = placeFor(talker)
  const { entry, pages } = await talker.api.documents.save({
    ...order,
    document,
    sealed: true,
    as: 'pdf',
    target: 'token',
  })
  expect(entry).toMatchObject({ kind: 'talk-pdf', people: 1, written: 1, outcome: 'done', reason: '送本人签字' })
  expect(pages).toBe(1)
  expect((await PDFDocument.load(readFileSync(file), { updateMetadata: false })).getTitle()).toBe(
    '谈话记录〔2030〕第1号（内部）',
  )
  const [paper] = talker.paper.laid
  expect(JSON.stringify(paper)).toContain('先别跟单位说')
  // What is handed to the window crosses as it is: no function in it.
  expect(structuredClone(paper)).toEqual(paper)
  expect(talker.paper.open).toBe(0)
  talker.close()
  const auditor = await signedIn('auditor', place)
  const filter = { from: null, to: null, accountId: null, feature: 'documents', outcome: null, text: '' }
  const { entries } = await auditor.api.audit.list({ ...filter, before: null, limit: 20 })
  const details = entries.map(({ details: words }) => words ?? '')
  expect(details.some(words => words.includes('密封内容 1 条'))).toBe(true)
  expect(details.some(words => words.includes('谈话记录（PDF）') && words.includes('含密封内容 1 条'))).toBe(true)
  expect(JSON.stringify(entries)).not.toContain('先别跟单位说')
  auditor.close()
})

test('it prints with number and mark; a failing printer and a mark that is too low leave a line or nothing', async () => {
  const { id, talker } = await heldTalk({ mark: SecrecyMark.parse('秘密★5年') })
  const document = { of: 'interview' as const, id }
  const { entry } = await talker.api.documents.print({ ...order, ...printer, document })
  expect(entry).toMatchObject({ kind: 'talk-print', mark: '秘密★5年', number: 1, outcome: 'done' })
  const [printed] = talker.paper.printed
  expect(printed).toMatchObject({ order: { copies: 2, twoSided: true, sheet: { size: 'A4', upright: true } } })
  expect(printed?.paper).toMatchObject({ kind: 'document', furniture: { mark: '秘密★5年' } })
  await expect(
    talker.api.documents.print({ ...order, ...printer, document, mark: SecrecyMark.parse('内部') }),
  ).rejects.toThrow('密级只能提高')
  talker.paper.fail()
  const file = placeFor(talker)
  await expect(talker.api.documents.save({ ...order, document, as: 'pdf', target: 'token' })).rejects.toBeTruthy()
  expect(existsSync(file)).toBe(false)
  await expect(talker.api.documents.print({ ...order, ...printer, document })).rejects.toThrow('打印机没有接受任务')
  talker.close()
})

test('only those who may read a talk get its paper: not who planned it, not another interviewer, no administrator', async () => {
  const { place, id, talker } = await heldTalk()
  talker.close()
  const document = { of: 'interview' as const, id }
  const officer = await signedIn('officer', place)
  await expect(officer.api.documents.proof({ document })).rejects.toThrow('只有谈话人、记录人和指定的可阅人能看')
  officer.files.grant('token', join(tempFolder(), 'x.pdf'))
  await expect(officer.api.documents.save({ ...order, document, as: 'pdf', target: 'token' })).rejects.toThrow(
    '只有谈话人',
  )
  officer.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  await expect(leader.api.documents.proof({ document })).rejects.toMatchObject({ code: 'not-found' })
  leader.close()
  const recorder = await signInAs(place, 'tan2', NEXT)
  expect((await recorder.api.documents.proof({ document })).sealed).toBe(1)
  recorder.close()
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
    const admin = await signedIn(role, place)
    await expect(admin.api.documents.proof({ document })).rejects.toMatchObject({ code: 'forbidden' })
    admin.close()
  }
})

test('what is final is printed as such, with its passwords and the hash', async () => {
  const { idOf, id, talker } = await heldTalk({ kind: 'everyday' })
  const document = { of: 'interview' as const, id }
  await talker.api.interviews.finish({ id })
  await talker.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: NEXT })
  expect((await talker.api.documents.proof({ document })).body.draft).toBe(true)
  const { hash } = await talker.api.interviews.confirm({ id, accountId: idOf('苏既白'), password: NEXT })
  const { body } = await talker.api.documents.proof({ document })
  expect(body.draft).toBe(false)
  expect(JSON.stringify(body.parts.at(-1))).toContain((hash ?? '?').slice(0, 16))
  talker.close()
})

test('a talk of which nothing is recorded has no paper', async () => {
  const { place, talker, idOf, cadre } = await heldTalk()
  talker.close()
  const officer = await signedIn('officer', place)
  const me = (await officer.api.interviews.talkers({})).find(({ name }) => name === '陆四')?.id ?? idOf('方汀兰')
  const plan = {
    kind: 'everyday',
    subjects: [cadre],
    talkers: [me],
    recorderId: null,
    startsAt: '2030-01-05T02:00:00.000Z',
    minutes: 60,
    place: '',
    mode: '当面' as const,
    occasion: '',
    mark: SecrecyMark.parse('内部'),
    readers: [],
    dueKey: null,
  }
  const { ids } = await officer.api.interviews.plan({
    plans: [plan],
    round: null,
    avoid: { names: [], departments: [] },
  })
  await expect(officer.api.documents.proof({ document: { of: 'interview', id: ids[0] as never } })).rejects.toThrow(
    '还没有记录',
  )
  officer.close()
})

test('what was locked stays on the paper, whatever becomes of the file and the promise afterwards', async () => {
  const { place, idOf, cadre, id, talker } = await heldTalk()
  const made = await talker.api.promises.add({
    kind: '承诺',
    theme: '工作条件',
    text: '一个月内请住建局牵头开会',
    cadreId: cadre,
    interviewId: id,
    noteId: null,
    ownerId: idOf('方汀兰'),
    helper: '',
    dueOn: Day.parse('2030-02-02'),
  })
  const { hash } = await talker.api.interviews.finish({ id })
  const before = await talker.api.documents.proof({ document: { of: 'interview', id } })
  talker.close()

  const officer = await signedIn('officer', place)
  const { revision } = await officer.api.cadres.get({ id: cadre })
  const changes = [{ field: 'form.currentPost', value: '石桥镇党委书记' }]
  await officer.api.cadres.change({ id: cadre, revision, changes, reason: '' })
  officer.close()
  const again = await signInAs(place, 'tan1', NEXT)
  await again.api.promises.withdraw({ id: made.id, revision: made.revision, reason: '另有安排' })
  const after = await again.api.documents.proof({ document: { of: 'interview', id } })
  expect(after.body).toEqual(before.body)
  // The passwords stand for just that.
  const confirmed = await again.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: NEXT })
  expect(confirmed.hash).toBe(hash)
  const reopened = again.api.interviews.reopen({ id, reason: '补一句' })
  await expect(reopened).rejects.toThrow('已有人确认')
  again.close()
})
