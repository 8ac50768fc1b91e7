import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useDeferredValue, useId, useState } from 'react'
import { TextField } from '../ui/TextField'
import { ColumnSets } from './ColumnSets'
import { ColumnsPicker } from './ColumnsPicker'
import { RosterPages } from './RosterPages'
import { RosterPreview } from './RosterPreview'
import { dayOf, type RosterChoice, type RosterOutput } from './roster.choice'
import type { WayProps } from './way'

const outputs: readonly { value: RosterOutput; label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'pdf', label: 'PDF' },
  { value: 'print', label: '打印' },
]

interface RosterFieldsProps extends Pick<WayProps, 'offer' | 'order'> {
  choice: RosterChoice
  /** What must be read first. */
  notice: ReactNode
  /** What only one of the outputs asks for. */
  more: ReactNode
}

/** Which columns, in which order, on which paper; or the pages as they will be. */
export function RosterFields({ choice, offer: { whom }, order, notice, more }: RosterFieldsProps) {
  const { output, columns, spec, put } = choice
  const [sight, setSight] = useState<'fields' | 'preview'>('fields')
  const shown = useDeferredValue(spec)
  return (
    <div className="exp-fields">
      <div className="exp-sight">
        <Segmented<RosterOutput>
          aria-label="导出为"
          options={[...outputs]}
          value={output}
          onChange={value => put({ output: value })}
        />
        <Segmented<'fields' | 'preview'>
          aria-label="查看"
          options={[
            { value: 'fields', label: '选列' },
            { value: 'preview', label: '预览' },
          ]}
          value={sight}
          onChange={setSight}
        />
        {sight === 'fields' && <ColumnSets columns={columns} onChange={next => put({ columns: [...next] })} />}
      </div>
      {notice}
      {sight === 'fields' && (
        <>
          <ColumnsPicker columns={columns} onChange={next => put({ columns: [...next] })} />
          <Layout {...choice} />
        </>
      )}
      {sight === 'preview' && shown && output === 'xlsx' && <RosterPreview whom={whom} roster={shown} />}
      {sight === 'preview' && shown && output !== 'xlsx' && (
        <RosterPages whom={whom} roster={shown} mark={order.mark} />
      )}
      {more}
    </div>
  )
}

/** Title, day, order and paper. */
function Layout({ title, on, setOn, grouped, sheet, put, advice }: RosterChoice) {
  const id = useId()
  return (
    <div>
      <div className="exp-pair">
        <TextField label="标题" value={title} onChange={text => put({ title: text })} maxChars={40} />
        <div className="dd-field">
          <label className="dd-label" htmlFor={id}>
            年龄、年限计算至
          </label>
          <DatePicker
            id={id}
            format="YYYY.MM.DD"
            value={dayjs(on)}
            onChange={day => setOn(dayOf(day ?? dayjs()))}
            allowClear={false}
          />
        </div>
        <div className="dd-field">
          <span className="dd-label">次序</span>
          <Segmented
            aria-label="次序"
            options={[
              { value: 'grouped', label: '按单位分组' },
              { value: 'listed', label: '按名单' },
            ]}
            value={grouped ? 'grouped' : 'listed'}
            onChange={value => put({ grouped: value === 'grouped' })}
          />
        </div>
        <div className="dd-field">
          <span className="dd-label">纸张</span>
          <span className="exp-paper">
            <Segmented
              aria-label="纸张"
              options={['A4', 'A3']}
              value={sheet.size}
              onChange={value => put({ paper: value })}
            />
            <Segmented
              aria-label="方向"
              options={[
                { value: 'across', label: '横' },
                { value: 'upright', label: '竖' },
              ]}
              value={sheet.upright ? 'upright' : 'across'}
              onChange={value => put({ upright: value === 'upright' })}
            />
          </span>
        </div>
      </div>
      {advice !== undefined && <p className="exp-advice">{advice}</p>}
    </div>
  )
}
