import { type RefObject, useEffect, useRef, useState } from 'react'

/** The width that an element's parent has for it, so that a drawing keeps its type size in every window. */
export function useWidth(usual: number): [RefObject<SVGSVGElement | null>, number] {
  const box = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(usual)
  useEffect(() => {
    const parent = box.current?.parentElement
    if (!parent || typeof ResizeObserver === 'undefined') return
    const measure = (): void => {
      if (parent.clientWidth > 0) setWidth(parent.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(parent)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
