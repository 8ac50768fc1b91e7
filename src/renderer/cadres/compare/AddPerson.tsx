import { useState } from 'react'
import { CadreId } from '../../../shared/cadres/cadres'
import { api } from '../../api/client'
import { type FoundPerson, useFoundPeople } from '../../commands/people'
import { SearchField } from '../../ui/TextField'

const MOST_FOUND = 8

const find = async (text: string): Promise<FoundPerson[]> =>
  (await api.cadres.search({ text, limit: MOST_FOUND })).map(({ id, name, unitName, currentPost }) => ({
    id,
    name,
    about: currentPost || unitName,
  }))
const people = { find, open: () => undefined }

interface AddPersonProps {
  isFirst: boolean
  taken: readonly CadreId[]
  onAdd: (id: CadreId) => void
}

/** Finds another one to compare: by name, initials or post; Enter takes the first. */
export function AddPerson({ isFirst, taken, onAdd }: AddPersonProps) {
  const [text, setText] = useState('')
  const found = useFoundPeople(people, text).persons.filter(({ id }) => !taken.some(other => other === id))
  const add = (id: string): void => {
    setText('')
    onAdd(CadreId.parse(id))
  }
  return (
    <div className="cmp-add">
      <SearchField
        label={isFirst ? '找第一个人' : '再加一个人'}
        placeholder={`${isFirst ? '找第一个人' : '再加一个人'}：姓名、拼音首字母、职务`}
        value={text}
        onChange={setText}
        onEnter={() => found[0] && add(found[0].id)}
        autoFocus={isFirst}
      />
      {text.trim() !== '' && found.length > 0 && (
        <ul className="cmp-found" aria-label="找到的人">
          {found.map(({ id, name, about }) => (
            <li key={id}>
              <button type="button" onClick={() => add(id)}>
                <b>{name}</b>
                <span>{about}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
