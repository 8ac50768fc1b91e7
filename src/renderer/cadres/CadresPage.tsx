import { App } from 'antd'
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import { MOST_AT_ONCE } from '../../shared/cadres/cadres.contract'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { askExport } from '../exports/ask'
import { askForms } from '../papers/ask'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AddDialog } from './AddDialog'
import { CadreAside } from './CadreAside'
import { CadresList } from './CadresList'
import './cadres.css'
import { today } from '../../shared/dates/today'
import { useCadresStore } from './cadres.store'
import { count } from './cadres.words'
import { useColumns } from './columns'
import { compareRoute } from './compare/compare.route'
import { FilterBar } from './FilterBar'
import { PickedBar } from './PickedBar'
import { UnitPane } from './UnitPane'
import { useCopy } from './useCopy'
import { useOffer } from './useOffer'

/** 干部: everybody the account may see, as a list that one reads, narrows and walks. */
export function CadresPage() {
  const list = useCadresStore()
  const { filter, sort, text, beside, picked, treeOpen, walk, clearPicked, cursor } = list
  const [, go] = useLocation()
  const { message } = App.useApp()
  const may = useMay()
  const edits = may('cadres.edit')
  const exports = may('cadres.export')
  const offer = useOffer()
  const columns = useColumns()
  const copy = useCopy(list, columns.shown, today())
  const [adding, setAdding] = useState(false)
  const [trashing, setTrashing] = useState<readonly CadreId[]>()
  const [total, setTotal] = useState<number>()
  const open = (id: CadreId): void => go(`/cadres/${id}`)

  const onTotal = useCallback((now: number | undefined) => setTotal(now), [])
  const searching = text.trim() !== ''
  const tooMany = picked.size > MOST_AT_ONCE ? `一次最多 ${MOST_AT_ONCE} 人` : undefined
  return (
    <Page
      title="干部名册"
      note={
        total !== undefined && (
          <>
            {searching ? '找到' : filter.unitId || filter.status.length > 0 ? '符合' : '全部'} {count(total)} 人
          </>
        )
      }
      actions={
        <>
          <Button icon={<Icon name="trash" size={16} />} onClick={() => go('/cadres/trash')}>
            回收站
          </Button>
          <Button icon={<Icon name="copy" size={16} />} onClick={() => go('/cadres/duplicates')}>
            重复档案
          </Button>
          <Button icon={<Icon name="check" size={16} />} onClick={() => go('/cadres/checks')}>
            核对
          </Button>
          {exports && offer && (
            <Button icon={<Icon name="export" size={16} />} onClick={() => askExport(offer)}>
              导出
            </Button>
          )}
          {edits && (
            <Button icon={<Icon name="download" size={16} />} onClick={() => go('/imports')}>
              导入
            </Button>
          )}
          {edits && (
            <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
              新增干部
            </Button>
          )}
        </>
      }
    >
      <div className="cad-page">
        {treeOpen && <UnitPane />}
        <div className="cad-main">
          <FilterBar columns={columns} />
          <div className="cad-split">
            <CadresList
              key={JSON.stringify([filter, sort, searching])}
              query={{ filter, sort, text: searching ? text : '' }}
              columns={columns.shown}
              onTotal={onTotal}
              onOpen={open}
              onCopy={() => void copy()}
              onAdd={edits ? () => setAdding(true) : undefined}
            />
            {beside !== null && (
              <CadreAside
                key={beside}
                id={beside}
                onOpen={() => open(beside)}
                onClose={() => walk(cursor, null)}
                onTrash={edits ? () => setTrashing([beside]) : undefined}
              />
            )}
          </div>
          {picked.size > 0 && (
            <PickedBar
              list={list}
              onExport={exports && offer ? () => askExport(offer) : undefined}
              onPrint={exports && offer ? () => askForms(offer) : undefined}
              onCopy={() => void copy()}
              onCompare={() => go(compareRoute([...picked.keys()]))}
            >
              {edits && (
                <Button
                  size="small"
                  icon={<Icon name="trash" size={16} />}
                  reason={tooMany}
                  onClick={() => setTrashing([...picked.keys()])}
                >
                  移入回收站
                </Button>
              )}
            </PickedBar>
          )}
        </div>
      </div>
      {adding && <AddDialog onClose={() => setAdding(false)} onAdded={id => go(`/cadres/${id}/edit`)} onOpen={open} />}
      <ReasonDialog
        open={trashing !== undefined}
        title={`移入回收站：${trashing?.length ?? 0} 份档案`}
        consequence="移入后不再出现在名册、查找和统计中。档案和变更记录都保留，可以在回收站里恢复。"
        confirmText="移入回收站"
        danger
        onConfirm={async reason => {
          await api.cadres.trash({ ids: [...(trashing ?? [])], reason })
          walk(-1, null)
          clearPicked()
          void message.info('已移入回收站')
        }}
        onClose={() => setTrashing(undefined)}
      />
    </Page>
  )
}
