import { useRef, useState } from 'react'
import type { Day } from '../../../shared/dates/add-months'
import type { InterviewHeader, Slot } from '../../../shared/interviews/interviews'
import { movedSlot } from '../../../shared/interviews/round.rules'
import { api } from '../../api/client'
import { dayOf } from '../interviews.words'

const DAY_MS = 86_400_000
const nobody = { names: [], departments: [] }

/** What was moved last, so that it can be said and taken back. */
export interface Moved {
  readonly talk: InterviewHeader
  readonly to: Slot
}

/** Moves planned talks: the core checks time and avoidance as it does for a new plan, and its refusal is said. */
export function useMoving() {
  const [dragged, setDragged] = useState<InterviewHeader>()
  const [moved, setMoved] = useState<Moved>()
  const [error, setError] = useState<unknown>(null)
  const busy = useRef(false)

  async function put(talk: InterviewHeader, to: Slot): Promise<boolean> {
    if (busy.current || talk.startsAt === to.startsAt) return false
    busy.current = true
    setError(null)
    try {
      await api.interviews.replan({
        id: talk.id,
        startsAt: to.startsAt,
        minutes: to.minutes,
        talkers: talk.talkers.map(({ id }) => id),
        recorderId: talk.recorder?.id ?? null,
        place: talk.place,
        mode: talk.mode,
        avoid: nobody,
      })
      return true
    } catch (failure) {
      setError(failure)
      setMoved(undefined)
      return false
    } finally {
      busy.current = false
    }
  }
  async function move(talk: InterviewHeader, to: Slot): Promise<void> {
    if (!(await put(talk, to))) return
    setMoved({ talk, to })
    // The button stands on another day now: the focus goes with it, so that the keys go on.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-talk="${talk.id}"]`)?.focus(), 80)
  }
  return {
    dragged,
    moved,
    error,
    drag: setDragged,
    dropOn(day: Day): void {
      if (!dragged) return
      const days = Math.round((Date.parse(day) - Date.parse(dayOf(dragged.startsAt))) / DAY_MS)
      setDragged(undefined)
      void move(dragged, movedSlot(dragged, { days }))
    },
    move: (talk: InterviewHeader, by: { days?: number; minutes?: number }): void =>
      void move(talk, movedSlot(talk, by)),
    async takeBack(): Promise<void> {
      if (!moved) return
      const { talk, to } = moved
      if (await put({ ...talk, ...to }, { startsAt: talk.startsAt, minutes: talk.minutes })) setMoved(undefined)
    },
    close(): void {
      setMoved(undefined)
      setError(null)
    },
  }
}
export type Moving = ReturnType<typeof useMoving>
