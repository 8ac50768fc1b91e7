import { Select } from 'antd'
import { useState } from 'react'
import { exportKinds, exportTitles, minuteWords, numberWords } from '../../shared/exports/exports'
import {
  outcomeWords,
  type RegisterFilter,
  registerColumns,
  sensitiveWords,
  wholeRegister,
} from '../../shared/exports/register.rules'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { Page } from '../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { askExport } from './ask'
import './register.css'
import { count, outcomeState } from './exports.words'
import { RegisterDialog } from './RegisterDialog'
import { useRegister } from './useRegister'

const ALL = ''
const MOST_TEXT = 60

/** 导出登记: everything that left the application, by file or on paper, numbered by the year. */
export function RegisterPage() {
  const [filter, setFilter] = useState(wholeRegister)
  const register = useRegister(filter)
  const may = useMay()
  const { total } = register
  const [leaving, setLeaving] = useState(false)
  return (
    <Page
      title="导出登记"
      note={total !== undefined && `共 ${count(total)} 次导出和打印`}
      actions={
        <>
          <Button
            icon={<Icon name="print" size={16} />}
            reason={total === 0 ? '没有可以打印的登记' : undefined}
            onClick={() => setLeaving(true)}
          >
            打印或导出登记
          </Button>
          {may('cadres.export') && (
            <Button kind="primary" icon={<Icon name="export" size={16} />} onClick={() => askExport()}>
              导出干部
            </Button>
          )}
        </>
      }
    >
      <div className="reg-page">
        <Conditions filter={filter} years={register.years} onChange={setFilter} />
        <Card className="reg-card">
          {register.error !== null && <ErrorNote error={register.error} onRetry={register.retry} />}
          {total === undefined && register.error === null && <Loading />}
          {total === 0 && <Nothing filter={filter} onWhole={() => setFilter(wholeRegister)} />}
          {total !== undefined && total > 0 && <Register {...register} total={total} />}
        </Card>
      </div>
      {leaving && total !== undefined && total > 0 && (
        <RegisterDialog filter={filter} entries={register.entries} total={total} onClose={() => setLeaving(false)} />
      )}
    </Page>
  )
}

interface ConditionsProps {
  filter: RegisterFilter
  years: readonly number[]
  onChange: (filter: RegisterFilter) => void
}

function Conditions({ filter, years, onChange }: ConditionsProps) {
  return (
    <div className="reg-filter">
      <SearchField
        label="在理由、去向、经办人和编号中查找"
        placeholder="理由、去向、经办人、编号"
        value={filter.text}
        onChange={text => onChange({ ...filter, text: [...text].slice(0, MOST_TEXT).join('') })}
      />
      <Select<number | ''>
        aria-label="年度"
        value={filter.year ?? ALL}
        onChange={year => onChange({ ...filter, year: year === ALL ? null : year })}
        options={[{ value: ALL, label: '全部年度' }, ...years.map(year => ({ value: year, label: `${year} 年` }))]}
      />
      <Select<RegisterFilter['kind'] | ''>
        aria-label="种类"
        value={filter.kind ?? ALL}
        onChange={kind => onChange({ ...filter, kind: kind === ALL ? null : kind })}
        options={[
          { value: ALL, label: '全部种类' },
          ...exportKinds.map(kind => ({ value: kind, label: exportTitles[kind] })),
        ]}
      />
    </div>
  )
}

function Nothing({ filter, onWhole }: { filter: RegisterFilter; onWhole: () => void }) {
  const narrowed = filter.year !== null || filter.kind !== null || filter.text !== ''
  return narrowed ? (
    <EmptyState title="没有符合条件的登记" action={<Button onClick={onWhole}>去掉全部条件</Button>} />
  ) : (
    <EmptyState
      title="还没有导出或打印过"
      hint="每次导出和打印都在这里留下一行：编号、多少人、密级、理由、去向和结果，不能删改。"
    />
  )
}

type RegisterProps = Pick<ReturnType<typeof useRegister>, 'entries' | 'more'> & { total: number }

function Register({ entries, total, more }: RegisterProps) {
  return (
    <div className="reg-scroll" tabIndex={0} role="region" aria-label="导出登记">
      <table className="reg-table">
        <thead>
          <tr>
            {registerColumns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => {
            return (
              <tr key={entry.id}>
                <th scope="row">{numberWords(entry)}</th>
                <td>{minuteWords(entry.at)}</td>
                <td>{exportTitles[entry.kind]}</td>
                <td className="reg-count">{count(entry.people)}</td>
                <td>{entry.mark}</td>
                <td className="reg-words">{entry.reason}</td>
                <td className="reg-words">{entry.recipient || '—'}</td>
                <td>{sensitiveWords(entry.sensitive)}</td>
                <td>{entry.byName}</td>
                <td>
                  <StateMark state={outcomeState(entry)}>{outcomeWords(entry)}</StateMark>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more && (
        <p className="reg-more">
          已列出 {count(entries.length)} 次
          <Button kind="link" size="small" onClick={more}>
            再列一些（共 {count(total)} 次）
          </Button>
        </p>
      )}
    </div>
  )
}
