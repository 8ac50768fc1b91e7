import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { TextField } from '../ui/TextField'
import { type Draft, usualHolidays, withNewRow, withRow } from './holidays.words'

interface YearFormProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly children: ReactNode
}

/** The days off and the weekends worked of a year, typed. */
export const YearForm = ({ draft, onChange, children }: YearFormProps) => (
  <Card title="放假和调休">
    <div className="hol-form">
      <TextField
        label="依据"
        value={draft.source}
        onChange={source => onChange({ ...draft, source })}
        maxChars={120}
        placeholder="国务院办公厅关于部分节假日安排的通知和文号"
      />
      <ul>
        {draft.off.map(row => (
          <li key={row.id}>
            <TextField
              label="节日"
              hideLabel
              value={row.name}
              onChange={name => onChange(withRow(draft, { ...row, name }))}
              suggestions={usualHolidays}
              placeholder="节日"
            />
            <TextField
              label={`${row.name}从`}
              hideLabel
              value={row.from}
              onChange={from => onChange(withRow(draft, { ...row, from }))}
              nfkc
              placeholder="2.15"
            />
            <span>至</span>
            <TextField
              label={`${row.name}到`}
              hideLabel
              value={row.to}
              onChange={to => onChange(withRow(draft, { ...row, to }))}
              nfkc
              placeholder="2.23"
            />
            <button
              type="button"
              aria-label={`去掉${row.name}`}
              onClick={() => onChange({ ...draft, off: draft.off.filter(({ id }) => id !== row.id) })}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => onChange(withNewRow(draft))}>
        加一个节日
      </Button>
      <TextField
        label="周末上班"
        value={draft.worked}
        onChange={worked => onChange({ ...draft, worked })}
        nfkc
        placeholder="2.14、2.28"
        hint="日期之间用顿号隔开"
      />
      {children}
    </div>
  </Card>
)
