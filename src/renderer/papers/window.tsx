import '../environment'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { layoutForm } from '../../shared/cadres/form/form-layout.rules'
import type { Paper, PaperBridge } from '../../shared/papers/paper-protocol'
import { addressOf } from '../ui/photoAddress'
import { FormPages } from './FormPages'
import { measureOf, readyToSet, wordsOf } from './fonts'
import './window.css'

declare global {
  interface Window {
    readonly paper: PaperBridge
  }
}

const place = document.getElementById('root')
const root = place ? createRoot(place) : undefined
let turn = 0

/** Lays a paper out and waits until everything in it stands. @returns its pages */
async function lay({ sheets, furniture }: Paper): Promise<number> {
  await readyToSet(wordsOf(sheets) + wordsOf(furniture))
  const measure = measureOf('body')
  const forms = sheets.map(sheet => ({
    pages: layoutForm(sheet, furniture, measure).pages,
    photo: sheet.photo ? addressOf(sheet.photo) : undefined,
  }))
  turn += 1
  // Keys of their own for each turn: nothing of the paper before is kept.
  flushSync(() => root?.render(forms.map((form, index) => <FormPages key={`${turn}-${index}`} {...form} />)))
  await document.fonts.ready
  await Promise.all([...document.images].map(image => image.decode().catch(() => undefined)))
  return forms.reduce((sum, { pages }) => sum + pages.length, 0)
}

window.paper.onPaper(({ id, paper }) => {
  lay(paper).then(
    pages => window.paper.answer({ id, pages }),
    () => window.paper.answer({ id, failed: true }),
  )
})
