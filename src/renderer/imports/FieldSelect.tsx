import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { labelOf } from '../../shared/cadres/field-labels'
import { type RosterTarget, rosterTargets } from '../../shared/imports/columns.words'
import type { RosterColumns } from '../../shared/imports/sheets'
import { type Searchable, scoreOf } from '../commands/match'
import { letterOf, wordsFor } from './sheets.words'

const none = 'none'
const leftOut = '不读入'
const fieldWords = (speak: (title: string) => readonly string[]): ReadonlyMap<string, readonly Searchable[]> => {
  const spoken = (title: string): Searchable => ({ title, syllables: speak(title) })
  return new Map([
    [none, [spoken(leftOut)]],
    ...rosterTargets.map(target => [target, wordsFor(target).map(spoken)] as const),
  ])
}
let known = fieldWords(() => [])
let isSpoken = false

/** Lets fields be found by pinyin too, once the dictionary is there. */
function useFieldWords(): ReadonlyMap<string, readonly Searchable[]> {
  const [words, setWords] = useState(known)
  useEffect(() => {
    if (isSpoken) return
    let isHere = true
    void import('../commands/pinyin').then(({ syllablesOf }) => {
      known = fieldWords(syllablesOf)
      isSpoken = true
      if (isHere) setWords(known)
    })
    return () => {
      isHere = false
    }
  }, [])
  return words
}

const optionLine = ({ data }: { data: { label: string; by: string } }) => (
  <span className="imp-option">
    {data.label}
    <small>{data.by}</small>
  </span>
)

interface FieldSelectProps {
  column: number
  heading: string
  columns: RosterColumns
  onChange: (target: RosterTarget | null) => void
}

/** What a column is: found by the field's name, by what rosters call it, or by pinyin and its initials. */
export function FieldSelect({ column, heading, columns, onChange }: FieldSelectProps) {
  const words = useFieldWords()
  const best = (text: string, value: unknown): number =>
    Math.max(0, ...(words.get(String(value)) ?? []).map(word => scoreOf(text, word)))
  const value = columns[column] ?? null
  const isTwice = value !== null && columns.some((other, at) => at !== column && other === value)
  const otherColumn = (target: RosterTarget): string => {
    const used = columns.findIndex((own, at) => own === target && at !== column)
    return used < 0 ? '' : `已是 ${letterOf(used)} 列`
  }
  return (
    <Select
      aria-label={`${letterOf(column)} 列“${heading}”读入为`}
      className="imp-field"
      value={value ?? none}
      status={isTwice ? 'error' : ''}
      showSearch={{
        filterOption: (text, option) => best(text, option?.value) > 0,
        filterSort: (a, b, { searchValue }) => best(searchValue, b.value) - best(searchValue, a.value),
      }}
      popupMatchSelectWidth={300}
      onChange={next => onChange(rosterTargets.find(target => target === next) ?? null)}
      options={[
        { value: none, label: leftOut, by: '' },
        ...rosterTargets.map(target => ({ value: target, label: labelOf(target), by: otherColumn(target) })),
      ]}
      optionRender={optionLine}
    />
  )
}
