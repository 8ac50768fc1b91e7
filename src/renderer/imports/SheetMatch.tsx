import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mayMatch } from '../../shared/imports/columns.rules'
import type { RosterTarget } from '../../shared/imports/columns.words'
import type { BatchId } from '../../shared/imports/imports'
import type { HeaderChoice, RosterColumns, SheetView, WaitingSheet } from '../../shared/imports/sheets'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { DiscardButton } from './DiscardButton'
import { FieldSelect } from './FieldSelect'
import { HeaderPick } from './HeaderPick'
import { match } from './imports.acts'
import './sheets.css'
import { letterOf, sheetPlan, surenessWords } from './sheets.words'

/** Sheets whose columns nobody has matched before: one after the other the officer says what each column is. */
export function SheetMatch({ batchId }: { batchId: BatchId }) {
  const sheets = useCall('imports', 'sheets', { batchId })
  const [place, setPlace] = useState<number>()
  if (sheets.isPending) return <Loading />
  if (sheets.isError) return <ErrorNote error={sheets.error} onRetry={() => void sheets.refetch()} />
  const shown = sheets.data.find(sheet => sheet.place === place) ?? sheets.data[0]
  if (!shown) return <EmptyState title="没有待对应的表" />
  return (
    <div className="imp-sheets">
      {sheets.data.length > 1 && (
        <div className="imp-slices" role="tablist" aria-label="待对应的表">
          {sheets.data.map(sheet => (
            <button
              key={sheet.place}
              type="button"
              role="tab"
              aria-selected={sheet === shown}
              onClick={() => setPlace(sheet.place)}
            >
              {sheet.fileName} · {sheet.sheet}
            </button>
          ))}
        </div>
      )}
      <Sheet key={shown.place} batchId={batchId} sheet={shown} isOnly={sheets.data.length === 1} />
    </div>
  )
}

/** What the officer has chosen so far; null is what is likely. */
interface Wanted {
  readonly header: HeaderChoice | null
  readonly columns: RosterColumns | null
}

function Sheet({ batchId, sheet, isOnly }: { batchId: BatchId; sheet: WaitingSheet; isOnly: boolean }) {
  const { place, fileName, sheet: title } = sheet
  const [wanted, setWanted] = useState<Wanted>({ header: null, columns: null })
  const [picking, setPicking] = useState<boolean>()
  const question = { batchId, place, ...wanted }
  const view = useQuery({
    queryKey: ['imports', 'sheet', question],
    queryFn: () => api.imports.sheet(question),
    placeholderData: keepPreviousData,
  })
  if (view.isPending) return <Loading />
  if (view.isError) return <ErrorNote error={view.error} onRetry={() => void view.refetch()} />
  const columns = wanted.columns ?? view.data.columns
  const data = { ...view.data, columns }
  const { header, labels, lines, people } = data
  const verdict = mayMatch(columns, people)
  const reason = verdict.allowed ? undefined : verdict.reason
  const choose = (column: number, target: RosterTarget | null): void =>
    setWanted(now => ({ header: now.header ?? header, columns: (now.columns ?? columns).with(column, target) }))
  const from = lines[header.from]?.line ?? 1
  const isPicking = picking ?? !view.data.proposed.includes('name')
  return (
    <>
      <header className="imp-sheet-head">
        {isOnly && (
          <h2>
            {fileName} · {title}
          </h2>
        )}
        <span className="imp-quiet">
          表头在第 {from}
          {header.depth > 1 ? ` 至 ${from + header.depth - 1}` : ''} 行
        </span>
        <Button kind="link" size="small" onClick={() => setPicking(!isPicking)}>
          {isPicking ? '收起' : '表头不对，换一行'}
        </Button>
      </header>
      {isPicking && <HeaderPick view={data} onChange={next => setWanted({ header: next, columns: null })} />}
      <div className="imp-list imp-sheet" tabIndex={0} role="region" aria-label="列的对应">
        <table className="imp-table imp-columns">
          <thead>
            <tr>
              <th>列</th>
              <th>表里的列名</th>
              <th>内容举例</th>
              <th>读入为</th>
              <th>把握</th>
            </tr>
          </thead>
          <tbody>
            {labels.map((label, column) => (
              <tr key={column} data-left={columns[column] === null || undefined}>
                <td>{letterOf(column)}</td>
                <td>{label || <span className="imp-quiet">（空）</span>}</td>
                <td className="imp-samples">
                  {(data.samples[column] ?? []).map((text, at) => (
                    <span key={at}>{text}</span>
                  ))}
                </td>
                <td>
                  <FieldSelect
                    column={column}
                    heading={label}
                    columns={columns}
                    onChange={target => choose(column, target)}
                  />
                </td>
                <td>
                  <Sure view={data} column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="imp-confirm">
        <span className="imp-plan">
          {sheetPlan(data)}
          <small>{reason ?? '读入后逐人核对，确认以后才写进档案。下次遇到同样的表头，就按这次的对应直接读入。'}</small>
        </span>
        <DiscardButton batchId={batchId} />
        <Button onClick={() => void match(batchId, place, null)}>不导入这张表</Button>
        <Button
          kind="primary"
          reason={reason}
          disabled={view.isPlaceholderData}
          onClick={() => void match(batchId, place, { header, columns })}
        >
          读入这 {people} 人
        </Button>
      </footer>
    </>
  )
}

/** Why a column is thought to be what it is, what it runs into, and what of it stays out. */
function Sure({ view: { columns, proposed, sureness, doubts }, column }: { view: SheetView; column: number }) {
  const target = columns[column] ?? null
  const twin = columns.findIndex((other, at) => at !== column && other === target)
  if (target !== null && twin >= 0) return <span className="imp-wrong">与 {letterOf(twin)} 列重复，只能留一列</span>
  if (target === null)
    return <span className="imp-quiet">{proposed[column] ? '您选了不读入' : '没有认出，不读入'}</span>
  const how = sureness[column]
  const doubtful = doubts[column] ?? 0
  return (
    <>
      <span className={how === 'same' || target !== proposed[column] ? 'imp-sure' : 'imp-check'}>
        {target === proposed[column] && how ? surenessWords[how] : '您选定'}
      </span>
      {doubtful > 0 && <span className="imp-check">{doubtful} 格读不出，留空并提醒</span>}
    </>
  )
}
