import { Select } from 'antd'
import { useId, useState } from 'react'
import type { RosterKey } from '../../shared/exports/roster-columns'
import { useDraft } from '../api/drafts'
import { Button } from '../ui/Button'
import { TextField } from '../ui/TextField'
import { type ColumnSet, isUsualName, knownSets, setOf, usualSets, withSet } from './roster.form'

interface ColumnSetsProps {
  columns: readonly RosterKey[]
  onChange: (columns: readonly RosterKey[]) => void
}

const OWN = '（自选）'
const MOST_NAME = 20

/** Columns under a name: the usual ones, and those that the officer has kept. */
export function ColumnSets({ columns, onChange }: ColumnSetsProps) {
  const draft = useDraft<{ sets: unknown[] }>('exports.column-sets', { sets: [] })
  const own = knownSets(draft.value.sets)
  const all: readonly ColumnSet[] = [...usualSets, ...own]
  const current = setOf(all, columns)
  const [naming, setNaming] = useState<string | null>(null)
  const id = useId()
  const name = naming?.trim() ?? ''
  const refusal =
    name === ''
      ? '先写方案名'
      : [...name].length > MOST_NAME
        ? `方案名最多 ${MOST_NAME} 个字`
        : isUsualName(name)
          ? '这个名字留给固定的方案'
          : undefined
  const keep = (): void => {
    if (refusal !== undefined) return
    draft.set({ sets: withSet(own, { name, columns }) })
    setNaming(null)
  }
  return (
    <div className="exp-sets">
      <div className="dd-field">
        <label className="dd-label" htmlFor={id}>
          列方案
        </label>
        <Select
          id={id}
          value={current?.name ?? OWN}
          onChange={chosen => {
            const set = all.find(each => each.name === chosen)
            if (set) onChange(set.columns)
          }}
          options={[
            ...(current ? [] : [{ value: OWN, label: OWN, disabled: true }]),
            ...all.map(set => ({ value: set.name, label: set.name })),
          ]}
        />
      </div>
      {naming === null ? (
        <>
          {!current && columns.length > 0 && (
            <Button size="small" kind="link" onClick={() => setNaming('')}>
              存为方案
            </Button>
          )}
          {current && !isUsualName(current.name) && (
            <Button
              size="small"
              kind="link"
              onClick={() => draft.set({ sets: own.filter(set => set.name !== current.name) })}
            >
              删除方案
            </Button>
          )}
        </>
      ) : (
        <>
          <TextField label="方案名" value={naming} onChange={setNaming} onEnter={keep} autoFocus />
          <Button size="small" reason={refusal} onClick={keep}>
            存下
          </Button>
          <Button size="small" kind="link" onClick={() => setNaming(null)}>
            不存
          </Button>
        </>
      )}
    </div>
  )
}
