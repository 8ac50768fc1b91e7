import { useState } from 'react'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Button } from '../ui/Button'
import { TextField } from '../ui/TextField'
import type { TypedMember } from './honour.draft'

const MOST = 200
interface MembersFieldProps {
  readonly value: readonly TypedMember[]
  readonly onChange: (members: readonly TypedMember[]) => void
}

/** Who belonged to the team, with each one's part: those with a file are looked for, others are written. */
export function MembersField({ value, onChange }: MembersFieldProps) {
  const [sought, setSought] = useState(0)
  const nextKey = Math.max(-1, ...value.map(({ key }) => key)) + 1
  const put = (key: number, more: Partial<TypedMember>): void =>
    onChange(value.map(member => (member.key === key ? { ...member, ...more } : member)))
  return (
    <div className="hon-members">
      <span className="dd-label">成员和各自的作用</span>
      {value.map(member => (
        <div key={member.key} className="hon-member">
          {member.cadreId === null ? (
            <TextField
              label="姓名"
              hideLabel
              placeholder="姓名"
              value={member.name}
              onChange={name => put(member.key, { name })}
              maxChars={60}
            />
          ) : (
            <b>{member.name}</b>
          )}
          <TextField
            label="作用"
            hideLabel
            placeholder="在团队里做什么"
            value={member.part}
            onChange={part => put(member.key, { part })}
            maxChars={120}
          />
          <Button kind="link" size="small" onClick={() => onChange(value.filter(({ key }) => key !== member.key))}>
            去掉
          </Button>
        </div>
      ))}
      {value.length < MOST && (
        <div className="dd-pair">
          <PeopleSelect
            key={sought}
            label="添有档案的干部"
            value={[]}
            onChange={people => {
              const [person] = people
              if (!person || value.some(({ cadreId }) => cadreId === person.id)) return
              onChange([...value, { key: nextKey, cadreId: person.id, name: person.name, part: '' }])
              setSought(sought + 1)
            }}
          />
          <span className="hon-add">
            <Button
              kind="link"
              size="small"
              onClick={() => onChange([...value, { key: nextKey, cadreId: null, name: '', part: '' }])}
            >
              ＋ 添没有档案的人
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
