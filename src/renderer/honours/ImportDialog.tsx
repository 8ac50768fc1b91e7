import { App, Select } from 'antd'
import { useState } from 'react'
import type { SheetLine, StagedLine } from '../../shared/honours/honours-file.contract'
import { matchHead, type SheetColumn, sheetColumns } from '../../shared/honours/sheet.rules'
import { api } from '../api/client'
import { useJob } from '../api/useJob'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { ErrorNote } from '../ui/states'

interface Sheet {
  readonly rows: readonly SheetLine[]
  /** The place of the head among the rows; -1 for none. */
  readonly at: number
  readonly columns: readonly (SheetColumn | '')[]
  readonly words: string
}
const titles: Record<StagedLine['what'], string> = { new: '新', duplicate: '重复', unreadable: '读不了' }
const choices = [
  { value: '' as const, label: '不用' },
  ...(Object.keys(sheetColumns) as SheetColumn[]).map(value => ({ value, label: sheetColumns[value][0] })),
]
const SHOWN = 200

/** A sheet is read, its columns matched, each line told apart; nothing is written before an officer confirms. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [staged, setStaged] = useState<readonly StagedLine[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const job = useJob()

  async function stage(next: Sheet): Promise<void> {
    setSheet(next)
    setStaged(null)
    setError(null)
    if (!next.columns.includes('name') || !next.columns.includes('holderName') || !next.columns.includes('on')) return
    try {
      const rows = next.rows.slice(next.at + 1)
      setStaged(await api.honours.stage({ columns: [...next.columns], rows: [...rows] }))
    } catch (failure) {
      setError(failure)
    }
  }
  async function readFile(): Promise<void> {
    setError(null)
    try {
      const chosen = await api.shell.chooseImport({ what: 'files' })
      if (!chosen) return
      const found = await job.run('读取表格', options => api.honours.readSheet({ token: chosen.token }, options))
      if (found) await stage({ rows: found.rows, words: found.sheet, ...matchHead(found.rows) })
    } catch (failure) {
      setError(failure)
    }
  }
  const count = (what: StagedLine['what']): number => staged?.filter(each => each.what === what).length ?? 0
  const items = staged?.flatMap(({ facts }) => facts ?? []) ?? []
  const head = sheet?.rows[Math.max(0, sheet.at)]?.cells ?? []
  const refusal = !sheet
    ? '先选一个 Excel 文件'
    : staged === null
      ? '把获得者、荣誉名称、批准日期对上列'
      : items.length === 0
        ? '没有新的行'
        : undefined
  return (
    <FormDialog
      title="从 Excel 导入荣誉"
      act={items.length > 0 ? `登记 ${items.length} 项` : '登记'}
      refusal={refusal}
      width={920}
      onAct={async () => {
        const { count: done } = await api.honours.take({ words: (sheet?.words ?? '').slice(0, 120), items })
        void message.success(`登记了 ${done} 项，可以在“档案比对”下面一起撤回`)
      }}
      onClose={onClose}
    >
      <p className="dd-aside">
        读第一张表，一行一项；表头写
        {choices
          .slice(1, 7)
          .map(({ label }) => label)
          .join('、')}
        等。确认以前什么也不写。
      </p>
      <span>
        <Button size="small" busy={job.running !== null} onClick={() => void readFile()}>
          选择 Excel 文件
        </Button>
      </span>
      {(error ?? job.error) !== null && <ErrorNote error={error ?? job.error} />}
      {sheet && (
        <div className="hon-columns">
          {sheet.columns.map((column, at) => (
            <label key={`${at + 1}`}>
              <small>
                第 {at + 1} 列　{head[at] ?? ''}
              </small>
              <Select
                aria-label={`第 ${at + 1} 列是什么`}
                value={column}
                options={choices.filter(
                  ({ value }) => value === '' || value === column || !sheet.columns.includes(value),
                )}
                onChange={value => void stage({ ...sheet, columns: sheet.columns.with(at, value) })}
                popupMatchSelectWidth={false}
              />
            </label>
          ))}
        </div>
      )}
      {staged && (
        <>
          <p>
            新 {count('new')} 行，重复 {count('duplicate')} 行，读不了 {count('unreadable')} 行
          </p>
          <ul className="hon-staged">
            {staged
              .toSorted((a, b) => Number(a.what === 'new') - Number(b.what === 'new') || a.line - b.line)
              .slice(0, SHOWN)
              .map(each => (
                <li key={each.line}>
                  <span>第 {each.line} 行</span>
                  <span>{titles[each.what]}</span>
                  <span>{each.shown}</span>
                  <span className="dd-aside">{each.words}</span>
                </li>
              ))}
          </ul>
          {staged.length > SHOWN && <p className="dd-aside">还有 {staged.length - SHOWN} 行</p>}
        </>
      )}
    </FormDialog>
  )
}
