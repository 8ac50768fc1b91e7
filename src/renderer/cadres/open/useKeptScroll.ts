import { type RefObject, useEffect, useRef } from 'react'

/** Where each place stood when it was left. Only as long as the page lives: it is nothing to be kept in the store. */
const tops = new Map<string, number>()
/** What is drawn later than this is not waited for. */
const PATIENCE_MS = 2000

/** Brings a scrolling box back to where it stood at this place, as soon as what is in it is tall enough. */
export function useKeptScroll(place: string, ready: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element || !ready) return
    const wanted = tops.get(place) ?? 0
    let watch: ResizeObserver | undefined
    const settle = (): void => {
      watch?.disconnect()
      watch = undefined
    }
    const bring = (): void => {
      element.scrollTop = wanted
      if (element.scrollTop >= wanted - 1) settle()
    }
    if (wanted > 0 && typeof ResizeObserver !== 'undefined') {
      watch = new ResizeObserver(bring)
      for (const child of element.children) watch.observe(child)
    }
    bring()
    const patience = setTimeout(settle, PATIENCE_MS)
    const keep = (): void => {
      if (!watch) tops.set(place, element.scrollTop)
    }
    element.addEventListener('scroll', keep, { passive: true })
    element.addEventListener('wheel', settle, { passive: true })
    element.addEventListener('keydown', settle)
    return () => {
      settle()
      clearTimeout(patience)
      element.removeEventListener('scroll', keep)
      element.removeEventListener('wheel', settle)
      element.removeEventListener('keydown', settle)
    }
  }, [place, ready])
  return box
}
