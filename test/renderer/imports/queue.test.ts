import { expect, test } from 'vitest'
import { stage } from '../../../src/renderer/imports/imports.acts'
import { signedIn } from '../../helpers/harness'
import { forms, grant, person } from '../../main/imports/people'

test('files that are opened while others are being read wait their turn and are not lost', async () => {
  const core = await signedIn('officer')
  Object.defineProperty(globalThis, 'dandang', { value: core.bridge, configurable: true })
  const chosen = (name: string) => ({
    ...grant(core, forms({ '1.lrmx': person(name, '1984-03') })),
    names: [],
    count: 1,
  })
  await Promise.all(['单雄信', '秦琼', '罗成'].map(name => stage(chosen(name))))
  const { rows } = await core.api.imports.history({ offset: 0, limit: 5 })
  expect(rows.map(({ state }) => state)).toEqual(['staged', 'staged', 'staged'])
  core.close()
})
