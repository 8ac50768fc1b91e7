import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { MedalsTab } from '../../../src/renderer/medals/MedalsTab'
import { MemberFacts, noMedalFacts } from '../../../src/shared/medals/medals'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

const year = new Date().getFullYear()
const member = (name: string) =>
  MemberFacts.parse({
    ...noMedalFacts,
    name,
    sex: '女',
    birth: '1950-02',
    unitId: null,
    branch: '石桥村党支部',
    partyJoined: `${year - 52}-05`,
    partyFull: `${year - 51}-05`,
    note: '',
  })

test('somebody without a file is visited from the list, and one who may be entered already is told of', async () => {
  const core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  await core.api.medals.addMembers({ rows: [member('穆兰溪')] })
  const { user } = showOver(core.bridge, state.session, <MedalsTab />)

  await user.click(await screen.findByLabelText('选穆兰溪'))
  expect(screen.getByRole('button', { name: '列入七一走访' }).getAttribute('aria-description')).toBe(
    '先选有干部档案的人',
  )
  await user.click(screen.getByRole('button', { name: '登记走访' }))
  await user.type(await screen.findByLabelText('走访人'), '老干部局')
  await user.type(screen.getByLabelText('慰问金（元，每人）'), '五百')
  expect(screen.getByRole('button', { name: '登记' }).getAttribute('aria-description')).toBe('慰问金写作 500 或 500.00')
  await user.clear(screen.getByLabelText('慰问金（元，每人）'))
  await user.type(screen.getByLabelText('慰问金（元，每人）'), '500')
  await user.click(screen.getByRole('button', { name: '登记' }))
  await screen.findByText(/^今年 .+ 走访过$/)
  const [row] = (await core.api.medals.year({ year, unitId: null })).rows
  if (row?.ref.of !== 'member') throw new Error('no member')
  expect(await core.api.medals.visits({ id: row.ref.id })).toMatchObject([{ visitors: '老干部局', moneyFen: 500_00 }])

  await user.click(screen.getByRole('button', { name: '登记老党员' }))
  await user.type(await screen.findByLabelText('姓名'), '穆兰溪')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('已经登记过'))
  await user.type(screen.getByLabelText('出生年月'), '1951.03')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  core.close()
})
