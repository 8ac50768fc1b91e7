import { CadreStatus } from '../../shared/cadres/cadres'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { SearchField } from '../ui/TextField'
import { ColumnsButton } from './ColumnsButton'
import { useCadresStore } from './cadres.store'
import type { useColumns } from './columns'

/** Words, states and columns. While words are searched for, the other conditions wait: the search goes through everybody. */
export function FilterBar({ columns }: { columns: ReturnType<typeof useColumns> }) {
  const { text, filter, treeOpen, search, toggleStatus, narrow, openTree } = useCadresStore()
  return (
    <div className="cad-filter">
      <Button icon={<Icon name="units" size={16} />} kind="plain" onClick={() => openTree(!treeOpen)}>
        {treeOpen ? '收起' : '单位'}
      </Button>
      <SearchField label="查找干部" placeholder="姓名、拼音首字母、职务" value={text} onChange={search} />
      {text.trim() === '' ? (
        <div className="cad-chips" role="group" aria-label="人员状态">
          <Chip on={filter.status.length === 0} onClick={() => narrow({ status: [] })}>
            全部状态
          </Chip>
          {CadreStatus.options.map(status => (
            <Chip key={status} on={filter.status.includes(status)} onClick={() => toggleStatus(status)}>
              {status}
            </Chip>
          ))}
        </div>
      ) : (
        <span className="cad-hint">在全部干部中查找，单位和状态暂不起作用</span>
      )}
      <span className="cad-filter-end">
        <ColumnsButton columns={columns} />
      </span>
    </div>
  )
}

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className="cad-chip" aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  )
}
