import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import type { SheetSize } from '../../shared/papers/sheet-size'
import { api } from '../api/client'

const MOST_COPIES = 20

/** The computer's printers, and the one that is taken: the one used last, or the first. */
export function usePrinter(last: string) {
  const { data: printers } = useQuery({ queryKey: ['printers'], queryFn: () => api.shell.printers({}), gcTime: 0 })
  const chosen = (printers?.find(({ name }) => name === last) ?? printers?.[0])?.name
  const missing = printers === undefined ? '正在查找打印机' : '这台计算机没有打印机，可以存为 PDF'
  return { printers, chosen, refusal: chosen === undefined ? missing : undefined }
}

/** Which paper is put in for a sheet, and how it is turned for its second side. */
export const sheetWords = ({ size, upright }: SheetSize): { readonly advice: string; readonly turning: string } => ({
  advice: `用 ${size} 纸${upright ? '竖放' : '横放'}，按实际大小打印。`,
  turning: upright ? '沿长边翻转' : '沿短边翻转',
})

interface PrintFieldsProps extends ReturnType<typeof usePrinter> {
  copies: number
  twoSided: boolean
  onChange: (next: { printer?: string; copies?: number; twoSided?: boolean }) => void
  /** Which paper is put in. */
  advice: string
  /** How the sheets are turned: 沿长边翻转. */
  turning: string
}

/** Which printer, how many copies, one side or both. */
export function PrintFields({ printers, chosen, copies, twoSided, onChange, advice, turning }: PrintFieldsProps) {
  const id = useId()
  return (
    <>
      <div className="dd-field">
        <label className="dd-label" htmlFor={`${id}printer`}>
          打印机
        </label>
        <Select
          id={`${id}printer`}
          value={chosen ?? null}
          placeholder={printers === undefined ? '正在查找' : '没有找到打印机'}
          disabled={!printers?.length}
          onChange={name => onChange({ printer: name ?? '' })}
          options={(printers ?? []).map(({ name, title }) => ({ value: name, label: title }))}
        />
      </div>
      <div className="pap-print">
        <label className="dd-label" htmlFor={`${id}copies`}>
          份数
        </label>
        <InputNumber
          id={`${id}copies`}
          min={1}
          max={MOST_COPIES}
          precision={0}
          value={copies}
          onChange={next => onChange({ copies: next ?? 1 })}
        />
        <label className="exp-check">
          <input type="checkbox" checked={twoSided} onChange={event => onChange({ twoSided: event.target.checked })} />
          双面打印，{turning}
        </label>
      </div>
      <p className="exp-hint">{advice}</p>
    </>
  )
}
