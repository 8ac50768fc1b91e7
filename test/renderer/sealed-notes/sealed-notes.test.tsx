import { screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { CarersCard } from '../../../src/renderer/sealed-notes/CarersCard'
import { SealedTab } from '../../../src/renderer/sealed-notes/SealedTab'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { contact, decide, office, ownPassword } from '../../main/sealed-notes/carers'
import { showOver } from '../home/show'

let core: Core | undefined
afterEach(() => core?.close())

async function sit(seated: Core, page: ReactNode) {
  core = seated
  const state = await seated.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(seated.bridge, state.session, page)
}

test('whom a reset has shut out is told why and whom to ask; the other carer names them anew', async () => {
  const { place, core: first, idOf, cadre } = await office()
  const fang = idOf('方一诺')
  const { id } = await first.api.sealedNotes.add({ cadreId: cadre, others: [fang], contact: contact() })
  first.close()
  const initial = await decide(place, { kind: 'reset', accountId: fang })
  await ownPassword(place, 'fang', initial, 'Ri5&Chu*Dong')
  const shut = await sit(await signInAs(place, 'fang', 'Ri5&Chu*Dong'), <SealedTab />)
  expect(await screen.findByText('已无法打开')).toBeTruthy()
  expect(screen.getByText(/密码被重置过，密钥换了。陆四还能打开，请当面核实/)).toBeTruthy()
  expect(screen.queryByText('周启明')).toBeNull()
  shut.unmount()
  core?.close()

  const carer = await signedIn('officer', place)
  let note = await carer.api.sealedNotes.open({ id })
  const { user } = await sit(
    carer,
    <CarersCard
      note={note}
      onChange={changed => {
        note = changed
      }}
      onLeft={() => undefined}
    />,
  )
  expect(screen.getByText(/现在只有您一个人能打开/)).toBeTruthy()
  const rows = screen.getAllByRole('listitem')
  const row = rows.find(each => within(each).queryByText('密码被重置过，打不开'))
  if (!row) throw new Error('no carer is shut out')
  await user.click(within(row).getByRole('button', { name: '重新指定' }))
  await expect.poll(() => note.carers.map(({ state }) => state)).toEqual(['holds', 'holds'])
  carer.close()
  const again = await signInAs(place, 'fang', 'Ri5&Chu*Dong')
  expect((await again.api.sealedNotes.open({ id })).contacts).toHaveLength(1)
  again.close()
})
