import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CheckCard } from '../../../src/renderer/entitlements/CheckCard'
import { PasteCard } from '../../../src/renderer/entitlements/PasteCard'
import { Day } from '../../../src/shared/dates/add-months'
import { today } from '../../../src/shared/dates/today'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

test('a check is offered to those without one; too many pasted lines are said before anything is sent', async () => {
  const core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const year = Number(today().slice(0, 4))
  for (const name of ['周启明', '林向阳']) await core.api.cadres.add({ name, birth: null, unitId: null })
  const board = () => core.api.entitlements.board({ year, unitId: null, show: 'all', offset: 0, limit: 9 })
  const { rows } = await board()
  const checkOn = Day.parse(`${year}-01-01`)
  const shown = rows.map((row, at) => (at === 0 ? { ...row, checkOn } : row))
  const { user } = showOver(
    core.bridge,
    state.session,
    <>
      <CheckCard year={year} rows={shown} total={5} more={() => undefined} />
      <PasteCard year={year} unitId={null} />
    </>,
  )
  expect(screen.getByRole('button', { name: '再看一些' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '登记 1 人' }))
  await screen.findByText('已登记 1 人')
  await waitFor(async () => expect((await board()).counts.unchecked).toBe(1))
  await user.click(screen.getByLabelText('粘贴的表格'))
  await user.paste(Array.from({ length: 501 }, () => '周启明\t体检\t2026.01.02').join('\n'))
  await user.click(screen.getByRole('button', { name: '核对' }))
  await screen.findByText(/一次最多粘贴 500 行，这里有 501 行/)
  core.close()
})
