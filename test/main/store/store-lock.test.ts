import { expect, test } from 'vitest'
import { lockStore } from '../../../src/main/store/store-lock'
import { bundle, start } from './child'
import { expectCode, tempFolder } from './fixtures'

test('one process at a time, and a killed process leaves no lock behind', async () => {
  const folder = tempFolder()
  const script = await bundle(new URL('./lock.child.ts', import.meta.url))

  const first = start(script, [folder])
  await first.says('locked')
  await expectCode('store-in-use', () => lockStore(folder))
  const second = start(script, [folder])
  expect(await second.says('refused')).toEqual(['refused', 'store-in-use'])
  await second.ended

  first.process.kill('SIGKILL')
  await first.ended
  const own = lockStore(folder)
  await expectCode('store-in-use', () => lockStore(folder))
  const third = start(script, [folder])
  expect(await third.says('refused')).toEqual(['refused', 'store-in-use'])
  await third.ended

  own.release()
  own.release()
  lockStore(folder).release()
})
