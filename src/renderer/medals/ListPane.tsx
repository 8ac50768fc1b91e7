import { useState } from 'react'
import { medalTerm } from '../../shared/medals/medal-year.rules'
import { columns, columnTitles, type MedalColumn, refKey } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { reviewBasis } from '../../shared/medals/medals.data'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'
import { CertificatesOfMedals } from './CertificatesOfMedals'
import { DecideDialog } from './DecideDialog'
import { HandDialog } from './HandDialog'
import { MemberVisitDialog } from './MemberVisitDialog'
import { PersonLine } from './PersonLine'
import { VisitDialog } from './VisitDialog'

interface ListPaneProps {
  readonly year: number
  readonly rows: readonly MedalRow[]
  readonly counts: Record<MedalColumn, number>
}
const empties: Record<MedalColumn, string> = {
  qualifies: '没有够条件还没有定的人',
  review: '没有需要核对的人',
  missing: '没有缺日期的人',
  given: '还没有决定授予的人',
  later: '今后五年没有到年限的人',
}
const STEP = 100

/** Everybody who comes into question in a year, in columns; what is picked in one column is decided, handed or visited together. */
export function ListPane({ year, rows, counts }: ListPaneProps) {
  const may = useMay()
  const [chosen, setChosen] = useState<MedalColumn>()
  const column = chosen ?? columns.find(each => counts[each] > 0) ?? 'qualifies'
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(STEP)
  const [acting, setActing] = useState<'decide' | 'hand' | 'visit' | 'member-visit' | 'certificates'>()
  const here = rows.filter(row => row.column === column)
  const chosenRows = here.filter(({ ref }) => picked.has(refKey(ref)))
  const withFile = chosenRows.filter(({ ref }) => ref.of === 'cadre')
  const withoutFile = chosenRows.flatMap(({ ref, name }) => (ref.of === 'member' ? [{ id: ref.id, name }] : []))
  const awarded = chosenRows.filter(({ decision }) => decision?.decision === '授予')
  const toHand = chosenRows.filter(({ award }) => award === null)
  const isAll = here.length > 0 && chosenRows.length === here.length
  const turn = (row: MedalRow): void => {
    const next = new Set(picked)
    if (!next.delete(refKey(row.ref))) next.add(refKey(row.ref))
    setPicked(next)
  }
  const done = (): void => {
    setActing(undefined)
    setPicked(new Set())
  }
  return (
    <>
      <div className="dd-filter">
        <span className="dd-chips">
          {columns.map(each => (
            <button
              key={each}
              type="button"
              aria-pressed={each === column}
              onClick={() => {
                setChosen(each)
                setPicked(new Set())
                setShown(STEP)
              }}
            >
              {columnTitles[each]} {counts[each]}
            </button>
          ))}
        </span>
        <span className="dd-aside">
          党龄算到 {year}.07.01 满50年 <BasisWord basis={column === 'review' ? reviewBasis : medalTerm} />
        </span>
      </div>
      <Card className="dd-list">
        {here.length > 0 && column !== 'later' && (
          <div className="med-bar">
            <label>
              <input
                type="checkbox"
                checked={isAll}
                onChange={() => setPicked(new Set(isAll ? [] : here.map(({ ref }) => refKey(ref))))}
              />
              全选
            </label>
            <span className="dd-aside">选了 {chosenRows.length} 人</span>
            <span className="med-acts">
              {may('care.edit') && (
                <Button
                  size="small"
                  reason={withFile.length === 0 ? '先选有干部档案的人' : undefined}
                  onClick={() => setActing('visit')}
                >
                  列入七一走访
                </Button>
              )}
              {may('honours.edit') && (
                <Button
                  size="small"
                  reason={withoutFile.length === 0 ? '先选没有干部档案的人' : undefined}
                  onClick={() => setActing('member-visit')}
                >
                  登记走访
                </Button>
              )}
              {may('honours.edit') && column === 'given' && (
                <Button
                  size="small"
                  reason={awarded.length === 0 ? '先选决定授予的人' : undefined}
                  onClick={() => setActing('certificates')}
                >
                  证书
                </Button>
              )}
              {may('honours.edit') && column === 'given' && (
                <Button
                  size="small"
                  reason={toHand.length === 0 ? '先选还没有颁发的人' : undefined}
                  onClick={() => setActing('hand')}
                >
                  登记颁发
                </Button>
              )}
              {may('honours.edit') && (
                <Button
                  size="small"
                  kind={column === 'qualifies' ? 'primary' : 'plain'}
                  reason={chosenRows.length === 0 ? '先选人' : undefined}
                  onClick={() => setActing('decide')}
                >
                  决定
                </Button>
              )}
            </span>
          </div>
        )}
        {here.length === 0 && (
          <EmptyState
            title={empties[column]}
            hint="有干部档案的按档案推算；没有档案的老党员可以登记，或者从表格粘贴。"
          />
        )}
        <ul>
          {here.slice(0, shown).map(row => (
            <PersonLine
              key={refKey(row.ref)}
              row={row}
              picked={picked.has(refKey(row.ref))}
              onPick={column === 'later' ? undefined : () => turn(row)}
            />
          ))}
        </ul>
        {here.length > shown && (
          <div className="dd-more">
            <Button onClick={() => setShown(shown + STEP)}>再看一些，共 {here.length} 人</Button>
          </div>
        )}
      </Card>
      {acting === 'decide' && (
        <DecideDialog year={year} rows={chosenRows} onDone={done} onClose={() => setActing(undefined)} />
      )}
      {acting === 'hand' && <HandDialog year={year} rows={toHand} onDone={done} onClose={() => setActing(undefined)} />}
      {acting === 'member-visit' && (
        <MemberVisitDialog people={withoutFile} onDone={done} onClose={() => setActing(undefined)} />
      )}
      {acting === 'certificates' && <CertificatesOfMedals rows={awarded} onClose={() => setActing(undefined)} />}
      {acting === 'visit' && <VisitDialog year={year} rows={withFile} onClose={() => setActing(undefined)} />}
    </>
  )
}
