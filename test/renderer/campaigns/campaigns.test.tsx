import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CampaignsTab } from '../../../src/renderer/campaigns/CampaignsTab'
import { RegisterTab } from '../../../src/renderer/honours/RegisterTab'
import { HonourFacts } from '../../../src/shared/honours/honours'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

const honour = (holderName: string, on: string) =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId: null,
    holderName,
    members: [],
    name: '防汛先进集体',
    kind: '党内表彰',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on,
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

test('the day on which the present team took office is set once, and the register asks for what was given since', async () => {
  const core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  await core.api.honours.add(honour('换届前的专班', '2026-11-19'))
  await core.api.honours.add(honour('换届后的专班', '2026-11-20'))
  const settings = showOver(core.bridge, state.session, <CampaignsTab />)
  await settings.user.click(await screen.findByRole('button', { name: '品牌和核查单位' }))
  const from = await screen.findByLabelText('本届班子从哪天起')
  await settings.user.type(from, '2026.13.01')
  await settings.user.type(screen.getByLabelText('理由'), '换届')
  expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-description')).toBe('日期写作 2027.03.01')
  await settings.user.clear(from)
  await settings.user.type(from, '2026.11.20')
  await settings.user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(async () => expect((await core.api.campaigns.settings({})).termFrom).toBe('2026-11-20'))
  settings.unmount()

  const { user } = showOver(core.bridge, state.session, <RegisterTab />)
  await screen.findByText('换届前的专班')
  await user.click(await screen.findByRole('button', { name: '换届以来' }))
  await waitFor(() => expect(screen.queryByText('换届前的专班')).toBeNull())
  expect(screen.getByText('换届后的专班')).toBeTruthy()
  core.close()
})
