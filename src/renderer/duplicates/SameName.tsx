import { useQuery } from '@tanstack/react-query'
import type { CadreId } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import './duplicates.css'
import { whoWords } from './duplicates.words'

/** So many are shown; more namesakes than that tell nothing. */
const MOST_SHOWN = 5

interface SameNameProps {
  name: string
  birth: PartialDate | null
  onOpen: (id: CadreId) => void
}

/** While a new file is begun: files that it may repeat. It says so and hinders nobody. */
export function SameName({ name, birth, onOpen }: SameNameProps) {
  const asked = { name: name.trim(), birth }
  const found = useQuery({
    queryKey: ['duplicates', 'like', asked],
    queryFn: () => api.duplicates.like(asked),
    enabled: [...asked.name].length > 1,
  })
  const people = found.data ?? []
  if (people.length === 0) return null
  return (
    <div className="dup-like" role="status">
      <p>
        已有同名的档案{people.length > 1 && ` ${people.length} 份`}
        {birth === null ? '，填上出生年月可以分辨' : '，出生年月也相符'}
      </p>
      <ul>
        {people.slice(0, MOST_SHOWN).map(person => (
          <li key={person.id}>
            <span>{whoWords(person)}</span>
            <Button size="small" kind="link" onClick={() => onOpen(person.id)}>
              打开
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
