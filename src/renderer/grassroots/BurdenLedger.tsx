import { useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import { type Burden, type BurdenFacts, BurdenKind } from '../../shared/grassroots/burdens'
import type { BoardUnit } from '../../shared/grassroots/facilities'
import { burdenHeads, burdensFrom, EVERY_TOWN } from '../../shared/grassroots/pasted.rules'
import type { UnitId } from '../../shared/units/units'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Chips } from '../interviews/Chips'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { dayDots, nameOf } from './grassroots.words'
import { PasteDialog } from './PasteDialog'
import { BurdenFields, QuickEntry, useBurden } from './QuickEntry'

const PAGE = 60

interface BurdenLedgerProps {
  readonly units: readonly BoardUnit[]
  readonly year: number
  readonly unitId: UnitId | null
  readonly onAll: () => void
}

/** Each paper, meeting and inspection: entered one after the other by keyboard, or pasted from a spreadsheet. */
export function BurdenLedger({ units, year, unitId, onAll }: BurdenLedgerProps) {
  const edits = useMay()('care.edit')
  const [kinds, setKinds] = useState<readonly BurdenKind[]>([])
  const [pasting, setPasting] = useState(false)
  const [told, setTold] = useState('')
  const [changing, setChanging] = useState<Burden>()
  const [removing, setRemoving] = useState<Burden>()
  const list = useRows('grassroots', 'burdens', { year, kinds: [...kinds], unitId }, PAGE)
  const towns = units.filter(({ side }) => side === '街镇').length
  const sentTo = ({ unitIds }: Pick<BurdenFacts, 'unitIds'>): string =>
    unitIds.length === towns && unitIds.every(id => units.some(unit => unit.id === id && unit.side === '街镇'))
      ? EVERY_TOWN
      : unitIds.map(id => nameOf(units, id)).join('、')
  return (
    <Card
      title={unitId === null ? '台账' : `台账：${nameOf(units, unitId)}`}
      note={list.total === undefined ? undefined : `${year} 年 ${list.total} 件`}
      more={
        <span className="dd-row-acts">
          {unitId !== null && (
            <Button size="small" kind="link" onClick={onAll}>
              看全部单位
            </Button>
          )}
          {edits && (
            <Button size="small" onClick={() => setPasting(true)}>
              从表格粘贴
            </Button>
          )}
        </span>
      }
    >
      {edits && <QuickEntry units={units} onTold={setTold} />}
      <div className="dd-filter grs-ledger-filter">
        <Chips
          label="类别"
          options={BurdenKind.options.map(value => ({ value, label: value }))}
          chosen={kinds}
          onChange={setKinds}
        />
        {told !== '' && <output className="dd-aside">{told}</output>}
      </div>
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && (
        <EmptyState
          title="没有登记"
          hint="发给基层的文件、会议、督查检查、报表和调研，一件一行，发到几个单位就选几个。"
        />
      )}
      <ul>
        {list.rows.map(row => (
          <li key={row.id} className="grs-line">
            <span>{dayDots(row.on)}</span>
            <span>{row.kind}</span>
            <span className="grs-what">
              <b>{row.title}</b>
              <small>{row.sender}</small>
            </span>
            <span className="grs-to" title={sentTo(row)}>
              {sentTo(row)}
              {row.unseen > 0 && `，另有 ${row.unseen} 个单位`}
            </span>
            {edits && row.unseen === 0 && (
              <span className="dd-row-acts">
                <Button size="small" kind="link" onClick={() => setChanging(row)}>
                  更正
                </Button>
                <Button size="small" kind="link" onClick={() => setRemoving(row)}>
                  去掉
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
      {changing && <ChangeBurden burden={changing} units={units} onClose={() => setChanging(undefined)} />}
      {pasting && (
        <PasteDialog<BurdenFacts>
          title="从表格粘贴"
          heads={burdenHeads}
          hint={`几个单位之间用顿号隔开，发给所有街道乡镇的写“${EVERY_TOWN}”。`}
          read={text => burdensFrom(text, units, todayDay())}
          cellsOf={row => [row.kind, dayDots(row.on), row.title, row.sender, sentTo(row)]}
          onTake={async rows => {
            const { added, known } = await api.grassroots.addBurdens({ rows: [...rows] })
            setTold(`已登记 ${added} 件${known > 0 ? `，${known} 件原来就有，没有重复登记` : ''}`)
          }}
          onClose={() => setPasting(false)}
        />
      )}
      <ReasonDialog
        open={removing !== undefined}
        title="去掉这一件"
        consequence={removing ? `“${removing.title}”不再计入 ${removing.unitIds.length} 个单位的负担。` : ''}
        confirmText="去掉"
        danger
        onConfirm={async reason => {
          if (removing) await api.grassroots.removeBurden({ id: removing.id, revision: removing.revision, reason })
        }}
        onClose={() => setRemoving(undefined)}
      />
    </Card>
  )
}

interface ChangeBurdenProps {
  readonly burden: Burden
  readonly units: readonly BoardUnit[]
  readonly onClose: () => void
}

function ChangeBurden({ burden, units, onClose }: ChangeBurdenProps) {
  const { fields, put, facts, refusal } = useBurden(burden)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      title="更正这一件"
      act="更正"
      refusal={refusal ?? (reason.trim() === '' ? '先写更正的理由' : undefined)}
      width={720}
      onAct={async () => {
        const { id, revision } = burden
        if (facts) await api.grassroots.changeBurden({ id, revision, facts, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <BurdenFields fields={fields} put={put} units={units} />
      <TextField label="更正的理由" value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
