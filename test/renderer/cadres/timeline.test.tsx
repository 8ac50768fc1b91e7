import { screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { type TimelineSource, timelineOf, timelineSources } from '../../../src/main/cadres/timeline'
import { handlers } from '../../../src/main/handlers'
import { CadrePage } from '../../../src/renderer/cadres/CadrePage'
import { timelineEntry } from '../../../src/shared/cadres/timeline'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { type Core, NOW, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

const day = (text: string): PartialDate => PartialDate.parse(text)
const invented: TimelineSource = {
  needs: 'cadres.read',
  find: async () => [
    timelineEntry({
      id: '1',
      kind: '星象',
      stamp: '星',
      title: '观星',
      on: day('2026-05-01'),
      side: 'care',
      tag: '观星者',
    }),
    timelineEntry({
      id: '2',
      kind: '星象',
      stamp: '星',
      title: '闰月',
      on: day('2025'),
      side: 'strict',
      notice: { title: '闰月期内', words: '至下月初一。' },
      basis: { source: '历法第三条', status: 'MEMORY' },
      tab: 'family',
    }),
  ],
}

let core: Core
afterEach(() => core.close())

async function open() {
  const timeline = timelineOf([...timelineSources, invented])
  core = await signedIn('officer', undefined, NOW, { cadres: { ...handlers.cadres, timeline } })
  const { cadre } = await core.api.cadres.add({ name: '李望舒', birth: day('1984-03'), unitId: null })
  await core.api.cadres.change({
    id: cadre.id,
    revision: 1,
    reason: '',
    changes: [
      { field: 'resume', value: [{ from: '2006-08', to: null, text: '云溪镇科员', level: '' }] },
      { field: 'assessments', value: [{ year: 2025, grade: '优秀' }] },
    ],
  })
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(core.bridge, state.session, <CadrePage id={cadre.id} tab="" />)
}

test('what an invented module tells stands at the head, on the career, in the list and on both sides', async () => {
  const { user, places } = await open()
  expect(await screen.findByText('闰月期内')).toBeTruthy()
  expect(screen.getByText('观星者')).toBeTruthy()
  const sides = within(await screen.findByRole('region', { name: '严管与厚爱' }))
  expect(sides.getByText('观星').tagName).toBe('SPAN')
  await user.click(sides.getByRole('button', { name: '闰月' }))
  expect(places.at(-1)).toMatch(/\/family$/)
  expect(within(screen.getByRole('img', { name: /任职轨迹/ })).getByText('星象')).toBeTruthy()
  await user.click(sides.getByRole('button', { name: '依据：历法第三条' }))
  expect(await screen.findByText('参考，以文件为准')).toBeTruthy()
})

test('the list shows each kind as one wants it', async () => {
  const { user } = await open()
  const kinds = within(await screen.findByRole('group', { name: '列出哪些' }))
  expect(screen.getByText('云溪镇科员', { selector: 'li span' })).toBeTruthy()
  expect(screen.queryByText('2025 年度考核优秀', { selector: 'button' })).toBeNull()
  await user.click(kinds.getByRole('button', { name: '考核1' }))
  expect(screen.getByText('2025 年度考核优秀', { selector: 'button' })).toBeTruthy()
  await user.click(kinds.getByRole('button', { name: '履历1' }))
  expect(screen.queryByText('云溪镇科员', { selector: 'li span' })).toBeNull()
})
