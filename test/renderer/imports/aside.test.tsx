import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ItemAside } from '../../../src/renderer/imports/ItemAside'
import { signedIn } from '../../helpers/harness'
import { bringIn, forms, grant, person } from '../../main/imports/people'
import { showOver } from '../home/show'

test('two ticks faster than the first answer are both kept', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const was = { nation: '汉族', nativePlace: '山东济南', post: '石桥镇镇长' }
  const is = { nation: '回族', nativePlace: '山西长治', post: '石桥镇党委书记' }
  await bringIn(core, forms({ '单雄信.lrmx': person('单雄信', '1984-03', was) }))
  const { id: batchId } = await api.imports.stage(
    grant(core, forms({ '单雄信.lrmx': person('单雄信', '1984-03', is) })),
  )
  const state = await api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  showOver(core.bridge, state.session, <ItemAside batchId={batchId} place={0} />)
  const left = [await screen.findByRole('checkbox', { name: '民族' }), screen.getByRole('checkbox', { name: '籍贯' })]
  for (const box of left) fireEvent.click(box)
  await waitFor(async () => {
    const { changes } = await api.imports.item({ batchId, place: 0 })
    expect(changes.flatMap(({ field, taken }) => (taken ? [field] : []))).toEqual(['form.currentPost'])
  })
  expect(await screen.findByText('1/3 处采用文件的')).toBeTruthy()
  core.close()
})
