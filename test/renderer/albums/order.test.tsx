import { createEvent, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { AlbumPeople } from '../../../src/renderer/albums/AlbumPeople'
import { movedTo } from '../../../src/renderer/albums/useDragOrder'
import type { AlbumEntry } from '../../../src/shared/albums/albums'
import { HonourId } from '../../../src/shared/honours/honours'
import { signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [0, 1, 'bac'],
])('the item at %i goes to %i: %s', (from, to, expected) => {
  expect(movedTo(['a', 'b', 'c'], from, to).join('')).toBe(expected)
})

const ids = ['a', 'b', 'c'].map(letter => HonourId.parse(`00000000-0000-4000-8000-00000000000${letter}`))

function People({ onOrder }: { onOrder: (order: string) => void }) {
  const [entries, setEntries] = useState<readonly AlbumEntry[]>(ids.map(honourId => ({ honourId, text: null })))
  return (
    <AlbumPeople
      entries={entries}
      known={[]}
      locked={undefined}
      onEntries={next => {
        setEntries(next)
        onOrder(next.map(({ honourId }) => honourId.at(-1)).join(''))
      }}
      onKnown={() => {}}
    />
  )
}

test('people of an album are put in order by arrows on their numbers, the focus going with them, and by dragging', async () => {
  const core = await signedIn('officer')
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  const orders: string[] = []
  const { user } = showOver(core.bridge, state.session, <People onOrder={order => orders.push(order)} />)
  const grip = (place: number) => screen.getByRole('button', { name: new RegExp(`^第 ${place} 位`) })
  grip(1).focus()
  await user.keyboard('{ArrowDown}')
  expect(orders.at(-1)).toBe('bac')
  expect(document.activeElement).toBe(grip(2))
  await user.keyboard('{End}')
  expect(orders.at(-1)).toBe('bca')
  await user.keyboard('{ArrowDown}')
  expect(orders).toHaveLength(2)

  const row = grip(1).closest('li')
  if (!row) throw new Error('no row')
  const begin = createEvent.dragStart(grip(3))
  Object.defineProperty(begin, 'dataTransfer', { value: { setData: () => {}, effectAllowed: '' } })
  fireEvent(grip(3), begin)
  fireEvent.dragOver(row)
  expect(row.dataset['over']).toBe('above')
  fireEvent.drop(row)
  expect(orders.at(-1)).toBe('abc')
  core.close()
})
