import { Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { api } from '../api/client'

interface Person {
  readonly id: CadreId
  readonly name: string
}
interface PeopleSelectProps {
  readonly value: readonly Person[]
  readonly onChange: (people: readonly Person[]) => void
  readonly label?: string
  /** How many at most. */
  readonly most?: number
}

interface Option {
  readonly value: CadreId
  readonly label: string
  readonly about: string
}
const optionOf = ({ data }: { data: Option }) => (
  <span className="itv-option">
    <b>{data.label}</b> <small>{data.about}</small>
  </span>
)

/** Whom it concerns: found by name, reading, initials, post or unit, as in the search box. */
export function PeopleSelect({ value, onChange, label = '谈话对象', most = 200 }: PeopleSelectProps) {
  const [found, setFound] = useState<readonly (Person & { about: string })[]>([])
  async function search(text: string): Promise<void> {
    if (text.trim() === '') return setFound([])
    const rows = await api.cadres.search({ text, limit: 12 })
    setFound(rows.map(({ id, name, currentPost, unitName }) => ({ id, name, about: currentPost || unitName })))
  }
  const known = new Map<CadreId, string>([...found, ...value].map(({ id, name }) => [id, name]))
  return (
    <label className="dd-field itv-field">
      <span className="dd-label">{label}</span>
      <Select<CadreId[], Option>
        mode="multiple"
        value={value.map(({ id }) => id)}
        onChange={ids => onChange(ids.map(id => ({ id, name: known.get(id) ?? '' })))}
        showSearch={{ filterOption: false, onSearch: text => void search(text) }}
        options={[
          ...found.map(({ id, name, about }) => ({ value: id, label: name, about })),
          ...value
            .filter(({ id }) => !found.some(each => each.id === id))
            .map(({ id, name }) => ({ value: id, label: name, about: '' })),
        ]}
        optionRender={optionOf}
        placeholder="姓名、拼音首字母、职务"
        notFoundContent={null}
        maxCount={most}
      />
    </label>
  )
}
