import { Popover } from 'antd'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { otherColumns, type useColumns } from './columns'

/** Opens the choice of columns. It is one for all lists of people. */
export function ColumnsButton({ columns }: { columns: ReturnType<typeof useColumns> }) {
  return (
    <Popover trigger="click" placement="bottomRight" content={<ColumnsMenu columns={columns} />}>
      <span>
        <Button icon={<Icon name="filter" size={16} />}>
          列 {columns.shown.length + 1}/{otherColumns.length + 1}
        </Button>
      </span>
    </Popover>
  )
}

function ColumnsMenu({ columns }: { columns: ReturnType<typeof useColumns> }) {
  return (
    <fieldset className="cad-columns">
      <legend>显示哪些列</legend>
      {otherColumns.map(({ key, title }) => (
        <label key={key}>
          <input type="checkbox" checked={columns.isShown(key)} onChange={() => columns.toggle(key)} />
          {title}
        </label>
      ))}
    </fieldset>
  )
}
