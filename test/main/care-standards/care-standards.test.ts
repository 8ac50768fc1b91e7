import { expect, test } from 'vitest'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import { standardOn } from '../../../src/shared/care-standards/care-standards.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { signedIn } from '../../helpers/harness'

test('a standard gets a version with its reason, and two do not write over one another', async () => {
  const core = await signedIn('officer')
  const [shipped] = shippedStandards
  if (!shipped) throw new Error('nothing ships')
  const { version: _version, ...bare } = shipped
  const standard = { ...bare, ceilingFen: 100_000, status: 'CONFIRMED(P)' as const, source: '区委办〔2029〕5号' }
  await core.api.careStandards.put({ standard, version: 0, reason: '按新办法' })
  await expect(core.api.careStandards.put({ standard, version: 0, reason: '再' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const all = await core.api.careStandards.list({})
  expect(standardOn(all, bare.occasion, Day.parse('2030-01-02'))).toMatchObject({ version: 1, ceilingFen: 100_000 })
  expect((await core.api.careStandards.versions({ occasion: bare.occasion })).map(({ reason }) => reason)).toEqual([
    '按新办法',
    '随应用提供',
  ])
  core.close()
})
