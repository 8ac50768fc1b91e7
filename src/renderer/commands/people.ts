import { useEffect, useRef, useState } from 'react'

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

interface FoundPeople {
  readonly persons: readonly FoundPerson[]
  /** What is shown answers earlier words. */
  readonly busy: boolean
}

const none: readonly FoundPerson[] = []

/** Who answers what is typed. One question is asked at a time, at once; what is typed meanwhile is asked next, the newest alone. */
export function useFoundPeople(people: People | undefined, text: string): FoundPeople {
  const [found, setFound] = useState({ text: '', persons: none })
  const wanted = useRef('')
  const asking = useRef(false)
  const asked = people ? text.trim() : ''
  const find = people?.find
  useEffect(() => {
    wanted.current = asked
    if (!find || asked === '' || asking.current) return
    const ask = async (): Promise<void> => {
      while (wanted.current !== '') {
        const now = wanted.current
        const persons = await find(now).catch(() => none)
        if (wanted.current !== now) continue
        setFound({ text: now, persons })
        break
      }
      asking.current = false
    }
    asking.current = true
    void ask()
  }, [find, asked])
  useEffect(
    () => () => {
      wanted.current = ''
    },
    [],
  )
  return { persons: asked === '' ? none : found.persons, busy: asked !== '' && asked !== found.text }
}
