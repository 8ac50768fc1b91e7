import type { CadreId } from '../../../shared/cadres/cadres'
import type { ComparedRow } from '../../../shared/cadres/compare.rules'
import { BasisWord } from '../../ui/BasisWord'
import { Icon } from '../../ui/icons'
import { Face } from '../Face'
import type { ComparedPerson } from './useCompared'

interface CompareTableProps {
  people: readonly ComparedPerson[]
  rows: readonly ComparedRow[]
  onOpen: (id: CadreId) => void
  onRemove: (id: CadreId) => void
}

/** One column a person, one row a fact. Where they differ the row stands out; where they do not it steps back. */
export function CompareTable({ people, rows, onOpen, onRemove }: CompareTableProps) {
  const groups = [...new Set(rows.map(({ group }) => group))]
  return (
    <div className="dd-card cmp-box" tabIndex={0} role="region" aria-label="比较的内容">
      <table className="cmp-table">
        <thead>
          <tr>
            <td />
            {people.map(({ cadre, photo }) => (
              <th key={cadre.id} scope="col">
                <div className="cmp-who">
                  <Face cadreId={cadre.id} photo={photo} sex={cadre.sex} size="small" />
                  <button type="button" className="cmp-name" title="打开档案" onClick={() => onOpen(cadre.id)}>
                    {cadre.name}
                  </button>
                  <button
                    type="button"
                    className="cmp-remove"
                    aria-label={`不比较${cadre.name}`}
                    onClick={() => onRemove(cadre.id)}
                  >
                    <Icon name="close" size={14} />
                  </button>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group}>
            <tr className="cmp-group">
              <th scope="rowgroup" colSpan={people.length + 1}>
                {group}
              </th>
            </tr>
            {rows
              .filter(row => row.group === group)
              .map(row => (
                <Line key={row.title} row={row} people={people} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Line({
  row: { title, hint, cells, differs },
  people,
}: {
  row: ComparedRow
  people: readonly ComparedPerson[]
}) {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row" title={hint === '' ? undefined : hint} aria-description={hint === '' ? undefined : hint}>
        {title}
        {hint !== '' && <Icon name="info" size={14} />}
        {differs && <span className="dd-hidden">，不同</span>}
      </th>
      {cells.map((lines, index) => (
        <td key={people[index]?.cadre.id ?? index}>
          {lines.length === 0 && <span className="cmp-none">—</span>}
          {lines.map(({ text, quiet, basis }, at) => (
            // The same honour may stand twice.
            <p key={`${at}`}>
              {text}
              {quiet !== '' && <i>{quiet}</i>}
              {basis && <BasisWord basis={basis} />}
            </p>
          ))}
        </td>
      ))}
    </tr>
  )
}
