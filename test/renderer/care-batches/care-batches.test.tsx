import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readUpTo } from '../../../src/renderer/api/pages'
import { BatchView } from '../../../src/renderer/care-batches/BatchView'
import { Day } from '../../../src/shared/dates/add-months'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

test('a typed list outlives a look at the results; a row is kept on leaving it and can wait again', async () => {
  const core = await signedIn('officer')
  const { careBatches, cadres } = core.api
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const { cadre } = await cadres.add({ name: '周启明', birth: null, unitId: null })
  const { id, revision } = await careBatches.add({
    title: '走访',
    occasion: '七一',
    budgetFen: null,
    source: '党费',
    approvedBy: '',
    from: Day.parse('2026-06-01'),
    to: Day.parse('2026-07-01'),
  })
  await careBatches.plan({ id, revision, visits: [{ cadreId: cadre.id, visitor: '部领导', plannedFen: 0, goods: '' }] })
  const { user } = showOver(core.bridge, state.session, <BatchView id={id} />)
  const visit = async () => (await careBatches.get({ id })).visits[0]

  await user.click(await screen.findByText('名单', { selector: '.ant-segmented-item-label' }))
  const visitor = screen.getByLabelText('周启明的走访人')
  await user.clear(visitor)
  await user.type(visitor, '干部科')
  expect(screen.getByText('有没有保存的改动')).toBeTruthy()
  await user.click(screen.getByText('结果', { selector: '.ant-segmented-item-label' }))
  const on = screen.getByLabelText('周启明的走访日期')
  await user.type(on, '2026.06.20')
  await user.tab()
  expect((await visit())?.result).toBe('待走访')
  await user.click(document.body)
  await screen.findByText('已存')
  expect(await visit()).toMatchObject({ result: '已走访', visitedOn: '2026-06-20', visitedBy: '部领导' })
  // A colleague's change reaches the row and leaves the typed list as it is.
  expect(screen.getByLabelText<HTMLInputElement>('周启明的走访人').value).toBe('干部科')

  fireEvent.mouseDown(screen.getByRole('combobox', { name: '周启明的结果' }))
  fireEvent.click(await screen.findByTitle('待走访'))
  await waitFor(async () => expect(await visit()).toMatchObject({ result: '待走访', visitedOn: null }))

  await user.click(screen.getByText('名单', { selector: '.ant-segmented-item-label' }))
  await user.click(screen.getByRole('button', { name: '保存名单' }))
  await waitFor(async () => expect((await visit())?.visitor).toBe('干部科'))
  await waitFor(() => expect(screen.queryByText('有没有保存的改动')).toBeNull())
  core.close()
})

test.each([
  [1300, 500, 500, [[0, 500]]],
  [
    612,
    700,
    612,
    [
      [0, 500],
      [500, 200],
    ],
  ],
  [0, 200, 0, [[0, 200]]],
])('of %i rows up to %i are read: %i', async (total, most, length, asked) => {
  const pages: number[][] = []
  const found = await readUpTo(most, async ({ offset, limit }) => {
    pages.push([offset, limit])
    return { rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => offset + at), total }
  })
  expect([found.total, found.rows.length, pages]).toEqual([total, length, asked])
})
