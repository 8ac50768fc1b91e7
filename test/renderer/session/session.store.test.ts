import { expect, test } from 'vitest'
import { createSessionStore } from '../../../src/renderer/session/session.store'
import { AppError } from '../../../src/shared/result'
import { installBridge } from '../bridge'

const locked = { kind: 'locked', unit: '区委组织部', storeId: crypto.randomUUID(), machineKnown: true }
const start = (current: string | null) => ({ stores: [], current, theme: 'light', zoomPercent: 100, demo: false })
const settle = () => new Promise(resolve => setTimeout(resolve, 0))

test('a computer with a store in use asks the core at once', async () => {
  const { channels } = installBridge({ 'shell.start': () => start('a'), 'session.state': () => locked })
  const store = createSessionStore()
  await store.getState().begin()
  await settle()
  expect(channels().toSorted()).toEqual(['session.state', 'shell.start'])
  expect(store.getState()).toMatchObject({ view: 'store', store: locked })
})

test('without a store the list is shown, even though the core never answers', async () => {
  installBridge({ 'shell.start': () => start(null), 'session.state': () => new Promise(() => undefined) })
  const store = createSessionStore()
  await store.getState().begin()
  expect(store.getState()).toMatchObject({ view: 'choosing', store: null })
})

test('only the latest answer counts: the old core’s failure does not hide the new store', async () => {
  let answer = 0
  const { tell } = installBridge({
    'shell.start': () => start('a'),
    'session.state': async () => {
      answer++
      if (answer > 1) return locked
      await new Promise(resolve => setTimeout(resolve, 20))
      throw new AppError('signed-out', '已锁定，请先登录')
    },
  })
  const store = createSessionStore()
  await store.getState().begin()
  tell({ kind: 'core-restarted' })
  await new Promise(resolve => setTimeout(resolve, 40))
  expect(store.getState()).toMatchObject({ store: locked, failure: null })
})

test('a change of accounts or policy asks about the open session anew, a draft does not', async () => {
  const open = { kind: 'open', session: { account: { name: '陆' } } }
  const { tell, channels } = installBridge({ 'shell.start': () => start('a'), 'session.state': () => open })
  const store = createSessionStore()
  await store.getState().begin()
  await settle()
  tell({ kind: 'changed', feature: 'drafts' })
  expect(channels()).toHaveLength(2)
  tell({ kind: 'changed', feature: 'policy' })
  expect(channels()).toHaveLength(3)
})

test('the wizard stays in place while it binds one folder after another', async () => {
  const place = { id: 'n', label: '新数据库', place: '/x', lastUsedAt: null, demo: false }
  installBridge({ 'session.state': () => locked })
  const store = createSessionStore()
  store.getState().show('creating')
  expect(await store.getState().bind(async () => null)).toBe(false)
  expect(await store.getState().bind(async () => place)).toBe(true)
  expect(store.getState()).toMatchObject({ view: 'creating', bound: place, store: locked })
})
