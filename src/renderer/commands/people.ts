import { useEffect, useState } from 'react'

/** A person as the palette shows one. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  /** What tells two people of one name apart. */
  readonly about: string
}

/** How people are found and opened; the palette itself knows no feature. */
export interface People {
  find(text: string): Promise<readonly FoundPerson[]>
  open(id: string): void
}

const PAUSE_MS = 120

/** Who answers what is typed, once typing pauses. A late answer to earlier words is let go. */
export function useFoundPeople(people: People | undefined, text: string): readonly FoundPerson[] {
  const [found, setFound] = useState<{ text: string; persons: readonly FoundPerson[] }>({ text: '', persons: [] })
  const asked = text.trim()
  const find = people?.find
  useEffect(() => {
    if (!find || asked === '') return
    let left = false
    const timer = setTimeout(() => {
      find(asked)
        .then(persons => {
          if (!left) setFound({ text: asked, persons })
        })
        .catch(() => undefined)
    }, PAUSE_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [find, asked])
  return asked === '' ? [] : found.persons
}
