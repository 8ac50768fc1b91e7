import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { FontsNote } from '../../../src/renderer/papers/FontsNote'
import { useTypefaces } from '../../../src/renderer/papers/useTypefaces'
import { substitutions, substitutionWords } from '../../../src/shared/papers/typefaces'
import { installBridge } from '../bridge'

const [missing] = substitutions(['title'], () => false)
if (!missing) throw new Error('a title has a typeface that may be missing')
const sentence = substitutionWords(missing)

function Note() {
  const typefaces = useTypefaces(['title'])
  return (
    <>
      <FontsNote {...typefaces} shapeless={[]} onAccept={typefaces.accept} />
      <p>{typefaces.accepted ? '可以保存' : '先看过字体提示'}</p>
    </>
  )
}

/** What was read before arrives when the test says so. */
function showNote(accepted: readonly string[]) {
  let resolve: (draft: unknown) => void = () => {}
  const read = new Promise<unknown>(done => {
    resolve = done
  })
  installBridge({ 'drafts.get': () => read, 'drafts.save': () => null })
  render(<Note />)
  return () => resolve({ key: 'papers.typefaces', body: JSON.stringify({ accepted }), savedAt: '2026-01-01T00:00:00Z' })
}

test('a note that was accepted before never asks, and nothing can be sent off before that is known', async () => {
  const arrive = showNote([sentence])
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('先看过字体提示')).toBeTruthy()
  arrive()
  await screen.findByText('可以保存')
  expect(screen.getByText(sentence)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a new note stays until it is accepted', async () => {
  const arrive = showNote([])
  expect(screen.queryByRole('note')).toBeNull()
  arrive()
  await userEvent.click(await screen.findByRole('button', { name: '知道了，照此排版' }))
  await screen.findByText('可以保存')
})
