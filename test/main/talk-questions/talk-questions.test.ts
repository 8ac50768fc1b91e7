import { expect, test } from 'vitest'
import { signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

test('the bank holds what ships and the unit’s own, each question once', async () => {
  const { place, core } = await department()
  const { api } = core
  const before = await api.talkQuestions.list({})
  expect(before.every(({ shipped }) => shipped)).toBe(true)
  const own = await api.talkQuestions.add({ theme: '家庭健康', text: '孩子上学安顿好了没有？' })
  await expect(api.talkQuestions.add({ theme: '工作履职', text: own.text })).rejects.toThrow('已经有这个问题')
  await api.talkQuestions.change({ id: own.id, theme: '困难诉求', text: '孩子入学还差什么？' })
  const now = await api.talkQuestions.list({})
  expect(now.filter(({ shipped }) => !shipped)).toMatchObject([{ theme: '困难诉求', text: '孩子入学还差什么？' }])
  await expect(
    api.talkQuestions.change({ id: crypto.randomUUID(), theme: '困难诉求', text: '没有的问题' }),
  ).rejects.toMatchObject({ code: 'not-found' })
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  expect(await talker.api.talkQuestions.list({})).toHaveLength(before.length + 1)
  await expect(talker.api.talkQuestions.remove({ id: own.id, reason: '不用' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  talker.close()
  const officer = await signedIn('officer', place)
  await officer.api.talkQuestions.remove({ id: own.id, reason: '不用了' })
  expect(await officer.api.talkQuestions.list({})).toEqual(before)
  officer.close()
})
