import type { InterviewId, NoteDraft, NoteId, Plan } from '../../../src/shared/interviews/interviews'
import { type Core, signInAs } from '../../helpers/harness'
import { type Department, department, NEXT, planOf, planOne } from '../interviews/department'

const note = (part: string, form: NoteDraft['form'], text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id: crypto.randomUUID() as NoteId,
  revision: 0,
  position: 1,
  part,
  form,
  mark: null,
  text,
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
  ...more,
})

/** A talk of two interviewers that is being recorded, one of whose lines is sealed. */
export async function heldTalk(
  more: Partial<Plan> = {},
): Promise<Omit<Department, 'core'> & { readonly id: InterviewId; readonly talker: Core }> {
  const { place, core, idOf, cadre } = await department()
  const id: InterviewId = await planOne(
    core,
    planOf(cadre, [idOf('方汀兰')], { recorderId: idOf('苏既白'), occasion: '到任三个月', ...more }),
  )
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const lines = [
    note('mind', '问', '到任以后睡得怎样？', { position: 1 }),
    note('mind', '答', '头一个月睡不好，现在好些。', { position: 2 }),
    note('worries', '答', '老旧小区加梯卡住了，想请区里明确牵头单位。', { position: 3, mark: '诉求' }),
    note('worries', '引', '我妻子的病，先别跟单位说。', { position: 4, sealed: true }),
    note('', '记', '谈话时接过一个电话。', { position: 5 }),
  ]
  await talker.api.interviews.keepNotes({ id, notes: lines })
  return { place, idOf, cadre, id, talker }
}
