import { Radio } from 'antd'
import type { HeaderChoice, SheetView } from '../../shared/imports/sheets'

/** As many columns as tell a header from a title. */
const shownColumns = 8
const depths = [1, 2, 3] as const

interface HeaderPickProps {
  view: SheetView
  onChange: (header: HeaderChoice) => void
}

/** The first lines of a sheet, of which one is where the header begins. */
export function HeaderPick({ view: { lines, header, body }, onChange }: HeaderPickProps) {
  return (
    <section className="imp-header" aria-label="选择表头">
      <div className="imp-header-how">
        点一下写着“姓名、性别……”的那一行。表头占
        <Radio.Group
          size="small"
          optionType="button"
          value={header.depth}
          options={depths.map(depth => ({ value: depth, label: `${depth} 行` }))}
          onChange={({ target }) => onChange({ ...header, depth: Number(target.value) })}
        />
      </div>
      <div className="imp-header-lines">
        <table>
          <tbody>
            {lines.map(({ line, cells }, place) => (
              <tr key={line} data-header={(place >= header.from && place < body) || undefined}>
                <th scope="row">
                  <Radio
                    aria-label={`表头从第 ${line} 行开始`}
                    checked={place === header.from}
                    onChange={() => onChange({ ...header, from: place })}
                  />
                  {line}
                </th>
                {cells.slice(0, shownColumns).map((text, column) => (
                  <td key={column} onClick={() => onChange({ ...header, from: place })}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
