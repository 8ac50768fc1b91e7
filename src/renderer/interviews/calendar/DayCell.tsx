import { useState } from 'react'
import { type Day, weekdayOf } from '../../../shared/dates/add-months'
import { type InterviewHeader, type InterviewId, stateTitles } from '../../../shared/interviews/interviews'
import { clockOf, namesOf, subjectsWords } from '../interviews.words'
import type { Moving } from './useMoving'

interface DayCellProps {
  readonly day: Day
  readonly talks: readonly InterviewHeader[]
  readonly isToday: boolean
  /** A day of the month before or after. */
  readonly isBeside: boolean
  /** How talks are moved; undefined for those who do not plan. */
  readonly moving: Moving | undefined
  readonly onOpen: (id: InterviewId) => void
}

const keys: Readonly<Record<string, { days?: number; minutes?: number }>> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { minutes: -30 },
  ArrowDown: { minutes: 30 },
}

/** One day: its talks in their order. A planned talk can be put here from another day. */
export function DayCell({ day, talks, isToday, isBeside, moving, onOpen }: DayCellProps) {
  const [over, setOver] = useState(false)
  return (
    <li
      aria-current={isToday ? 'date' : undefined}
      data-rest={weekdayOf(day) % 6 === 0 || undefined}
      data-beside={isBeside || undefined}
      data-over={over || undefined}
      onDragOver={event => {
        if (!moving?.dragged) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        moving?.dropOn(day)
      }}
    >
      <p>
        <b>{Number(day.slice(8))}</b>
        {day.endsWith('-01') && <span>{Number(day.slice(5, 7))}月</span>}
        <small>周{'日一二三四五六'.charAt(weekdayOf(day))}</small>
      </p>
      {talks.map(talk => {
        const moves = moving !== undefined && talk.state === 'planned'
        return (
          <button
            key={talk.id}
            type="button"
            data-state={talk.state}
            data-talk={talk.id}
            draggable={moves}
            title={`${stateTitles[talk.state]}，${clockOf(talk.startsAt)}，${talk.place || '地点未定'}`}
            onDragStart={event => {
              event.dataTransfer.effectAllowed = 'move'
              moving?.drag(talk)
            }}
            onDragEnd={() => moving?.drag(undefined)}
            onKeyDown={event => {
              const by = keys[event.key]
              if (!moves || !event.altKey || !by) return
              event.preventDefault()
              moving.move(talk, by)
            }}
            onClick={() => onOpen(talk.id)}
          >
            <b>{clockOf(talk.startsAt)}</b> {subjectsWords(talk.subjects)}
            <small>
              {talk.kindTitle}，{namesOf(talk.talkers)}
            </small>
          </button>
        )
      })}
    </li>
  )
}
