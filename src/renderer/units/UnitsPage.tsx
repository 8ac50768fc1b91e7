import { useEffect, useMemo } from 'react'
import type { Unit } from '../../shared/units/units'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { offerExport, offerOfUnit } from '../exports/ask'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { MoveDialog } from './MoveDialog'
import { UnitPane } from './posts/UnitPane'
import { UnitAside } from './UnitAside'
import './units.css'
import { UnitTree } from './UnitTree'
import { useUnitsStore } from './units.store'
import { matchesOf, rowsOf } from './units.tree'
import { useUnitActs } from './useUnitActs'

/** 单位: the tree that scopes and people hang on. */
export function UnitsPage() {
  const units = useCall('units', 'tree', {})
  return (
    <Page title="单位" note={units.data && `共 ${units.data.length} 个`}>
      {units.isPending && <Loading />}
      {units.isError && <ErrorNote error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && <Workspace units={units.data} />}
    </Page>
  )
}

function Workspace({ units }: { units: readonly Unit[] }) {
  const { text, folds, selected, editing, search, edit } = useUnitsStore()
  const acts = useUnitActs(units)
  const readsFiles = useMay()('cadres.read')
  const rows = useMemo(() => rowsOf(units, folds, text), [units, folds, text])
  const found = useMemo(() => matchesOf(units, text)?.size, [units, text])
  const shown = rows.find(({ unit }) => unit.id === selected)?.unit ?? rows[0]?.unit
  const { id, name } = shown ?? {}
  useEffect(() => {
    if (id === undefined || name === undefined || !readsFiles) return
    return offerExport(offerOfUnit({ id, name }))
  }, [id, name, readsFiles])
  const moved = editing?.kind === 'move' ? units.find(unit => unit.id === editing.id) : undefined
  if (units.length === 0)
    return <EmptyState title="您的查看范围内没有单位" hint="需要时向系统管理员申请调整查看范围。" />
  return (
    <div className={readsFiles ? 'unit-split has-pane' : 'unit-split'}>
      <div className="unit-main">
        <div className="unit-filter">
          <SearchField label="按名称查找单位" placeholder="单位名称" value={text} onChange={search} />
          {found !== undefined && <span className="unit-hint">找到 {found} 个</span>}
        </div>
        <Card className="unit-card">
          {shown ? (
            <UnitTree rows={rows} units={units} selected={shown.id} acts={acts} />
          ) : (
            <EmptyState title="没有这个名称的单位" action={<Button onClick={() => search('')}>看全部单位</Button>} />
          )}
          {units.length === 1 && shown && acts.edits && editing === null && (
            <EmptyState
              title="还没有下级单位"
              hint="先建几个大类，再在各类之下建单位。名称和顺序以后都可以改。"
              action={
                <span className="unit-acts">
                  <Button onClick={() => acts.addAll(shown.id, ['镇街', '区直部门', '企事业单位'])}>
                    建立“镇街、区直部门、企事业单位”三类
                  </Button>
                  <Button onClick={() => edit({ kind: 'add', parentId: shown.id })}>自己起名</Button>
                </span>
              }
            />
          )}
        </Card>
      </div>
      {shown &&
        (readsFiles ? (
          <UnitPane unit={shown} units={units} acts={acts} />
        ) : (
          <UnitAside unit={shown} units={units} acts={acts} />
        ))}
      {moved && <MoveDialog unit={moved} units={units} onClose={() => edit(null)} />}
    </div>
  )
}
