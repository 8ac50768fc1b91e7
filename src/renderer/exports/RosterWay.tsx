import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useDeferredValue, useId, useState } from 'react'
import { PartialDate } from '../../shared/dates/partial-date'
import { RosterSpec, sensitiveOf } from '../../shared/exports/roster.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { TextField } from '../ui/TextField'
import type { Offer } from './ask'
import { ColumnSets } from './ColumnSets'
import { ColumnsPicker } from './ColumnsPicker'
import { compactDay } from './exports.words'
import { OrderForm } from './OrderForm'
import { RosterPreview } from './RosterPreview'
import { knownColumns, usualSets } from './roster.form'
import type { Plan, Way, WayProps } from './way'

const usual: readonly string[] = usualSets[0]?.columns ?? []
const usualPaper: string = 'A4'
const dayOf = (day: dayjs.Dayjs): PartialDate => PartialDate.parse(day.format('YYYY-MM-DD'))

/** The fields of a roster, whatever becomes of it. They are remembered, but for the day. */
function useRoster({ whom }: Offer) {
  const draft = useDraft('exports.roster', {
    title: '干部名册',
    columns: usual,
    grouped: true,
    paper: usualPaper,
  })
  const [on, setOn] = useState(() => dayOf(dayjs()))
  const [sight, setSight] = useState<'fields' | 'preview'>('fields')
  const id = useId()
  const { title, grouped } = draft.value
  const columns = knownColumns(draft.value.columns)
  const paper = draft.value.paper === 'A3' ? 'A3' : 'A4'
  const put = (next: Partial<typeof draft.value>): void => draft.set({ ...draft.value, ...next })
  const spec = RosterSpec.safeParse({ title, columns, grouped, on, paper })
  const shown = useDeferredValue(spec.success ? spec.data : undefined)
  const refusal = spec.success
    ? undefined
    : columns.length === 0
      ? '至少选一列'
      : title.trim() === ''
        ? '先写标题'
        : (spec.error.issues[0]?.message ?? '还不能导出')

  const fields = (
    <div className="exp-fields">
      <div className="exp-sight">
        <Segmented<'fields' | 'preview'>
          aria-label="查看"
          options={[
            { value: 'fields', label: '选列' },
            { value: 'preview', label: '预览' },
          ]}
          value={sight}
          onChange={setSight}
        />
        <ColumnSets columns={columns} onChange={next => put({ columns: [...next] })} />
      </div>
      {sight === 'preview' && shown ? (
        <RosterPreview whom={whom} roster={shown} />
      ) : (
        <ColumnsPicker columns={columns} onChange={next => put({ columns: [...next] })} />
      )}
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
          <Segmented
            aria-label="纸张"
            options={[
              { value: 'A4', label: 'A4 横' },
              { value: 'A3', label: 'A3 横' },
            ]}
            value={paper}
            onChange={value => put({ paper: value })}
          />
        </div>
      </div>
    </div>
  )
  return { fields, refusal, sensitive: sensitiveOf(columns), spec: spec.success ? spec.data : undefined }
}

function useXlsxPlan(offer: Offer): Plan {
  const { spec, ...plan } = useRoster(offer)
  return {
    ...plan,
    act: '选择位置并导出',
    async run(order, work) {
      if (!spec) return null
      const suggestedName = `${spec.title}${compactDay(new Date())}`
      const place = await api.shell.chooseSaveFile({ suggestedName, extension: 'xlsx' })
      if (!place) return null
      const done = await work('导出干部名册', options =>
        api.exports.rosterXlsx({ ...order, roster: spec, target: place.token }, options),
      )
      if (!done) return null
      const notes = done.cut > 0 ? [`有 ${done.cut} 格文字太长，一格放不下，末尾已注明`] : []
      return { entry: done.entry, place: place.place, saved: { token: place.token, name: '' }, notes }
    },
  }
}

function XlsxForm(props: WayProps) {
  return <OrderForm {...props} plan={useXlsxPlan(props.offer)} />
}

export const rosterXlsxWay: Way = {
  id: 'roster-xlsx',
  title: '干部名册 Excel',
  hint: '自选列，按单位分组',
  Form: XlsxForm,
}
