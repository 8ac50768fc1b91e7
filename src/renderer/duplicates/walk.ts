import type { KeyboardEvent } from 'react'

const chosenIn = (row: Element): HTMLElement | null => row.querySelector<HTMLElement>('input[type=radio]:checked')

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  const rows = [...(list?.querySelectorAll('[role=radiogroup]') ?? [])]
  return rows.flatMap(row => chosenIn(row) ?? [])
}

export const focusFirst = (list: HTMLElement | null): void => rowsOf(list)[0]?.focus({ preventScroll: true })

/** Left and right choose without going round: left is always the kept file, right the other, further right both. */
function chooseBeside(radio: HTMLInputElement, step: 1 | -1): void {
  const row = radio.closest('[role=radiogroup]')
  const radios = [...(row?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
  const next = radios[radios.indexOf(radio) + step]
  next?.focus()
  next?.click()
}

/** Up, down and Enter lead from one difference to the next, and at the end to the reason. */
export function walkDifferences(event: KeyboardEvent, list: HTMLElement | null): void {
  const { key, target } = event
  if (event.altKey || event.ctrlKey || !(target instanceof HTMLInputElement)) return
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    event.preventDefault()
    return chooseBeside(target, key === 'ArrowLeft' ? -1 : 1)
  }
  const step = key === 'ArrowDown' || key === 'Enter' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const rows = rowsOf(list)
  const at = rows.findIndex(radio => radio.closest('[role=radiogroup]') === target.closest('[role=radiogroup]'))
  const next = rows[at + step] ?? (step === 1 ? document.querySelector<HTMLElement>('.mrg-bar input') : null)
  next?.focus()
  next?.closest('[role=radiogroup]')?.scrollIntoView({ block: 'nearest' })
}
