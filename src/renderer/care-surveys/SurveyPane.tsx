import { Select } from 'antd'
import { useState } from 'react'
import type { SurveyBoard } from '../../shared/care-surveys/care-surveys'
import { coveredOf, percent } from '../../shared/care-surveys/survey-paper.rules'
import { LEAST_ANSWERS } from '../../shared/care-surveys/surveys.rules'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-surveys.css'
import { QuestionsDialog } from './QuestionsDialog'
import { SurveyDialog } from './SurveyDialog'
import { TotalsDialog } from './TotalsDialog'
import { YearsChart } from './YearsChart'

const thisYear = Number(todayDay().slice(0, 4))
const YEARS = Array.from({ length: 6 }, (_, at) => thisYear - at)

/** 满意度: how care is felt, asked once a year without names, beside how many it reached. */
export function SurveyPane() {
  const may = useMay()
  const [year, setYear] = useState(thisYear)
  const [open, setOpen] = useState<'totals' | 'questions' | 'leave'>()
  const board = useCall('careSurveys', 'board', { year })
  return (
    <>
      <div className="dd-filter">
        <Select
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={YEARS.map(value => ({ value, label: `${value} 年` }))}
        />
        <span className="dd-aside">一年一次，无记名，只录各单位合计；少于 {LEAST_ANSWERS} 份的只并入全部</span>
        <span className="srv-acts">
          {may('care.configure') && <Button onClick={() => setOpen('questions')}>题目…</Button>}
          {may('cadres.export') && board.data && board.data.units.length > 0 && (
            <Button icon={<Icon name="print" size={16} />} onClick={() => setOpen('leave')}>
              打印和导出
            </Button>
          )}
          {may('care.edit') && (
            <Button kind="primary" onClick={() => setOpen('totals')}>
              录入答卷合计
            </Button>
          )}
        </span>
      </div>
      {board.isPending && <Loading />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {board.data && (
        <div className="itv-cover ccv-cover">
          <Card title={`${year} 年满意度和覆盖`} note="满意和基本满意占答卷的比例" className="srv-board">
            {board.data.units.length === 0 ? (
              <EmptyState title="这一年还没有录入答卷" hint="无记名收回答卷以后，按单位录入每题各有多少份。" />
            ) : (
              <UnitsTable board={board.data} />
            )}
          </Card>
          <div className="ccv-side">
            <Card title="历年" note="满意，覆盖">
              <YearsChart years={board.data.years} />
            </Card>
            <Card title="三个台子办理后" note={`${year} 年回访`}>
              <dl className="ccv-figures">
                {board.data.desks.map(({ desk, content, asked }) => (
                  <div key={desk}>
                    <dt>{desk}</dt>
                    <dd>{asked === 0 ? '没有回访' : `满意和基本满意 ${content}／${asked} 件`}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          </div>
        </div>
      )}
      {open === 'totals' && board.data && (
        <TotalsDialog year={year} questions={board.data.form.questions} onClose={() => setOpen(undefined)} />
      )}
      {open === 'questions' && board.data && (
        <QuestionsDialog form={board.data.form} version={board.data.version} onClose={() => setOpen(undefined)} />
      )}
      {open === 'leave' && board.data && <SurveyDialog board={board.data} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function UnitsTable({ board: { form, units, folded, whole, people, reached } }: { readonly board: SurveyBoard }) {
  const shares = (of: Readonly<Record<string, number>> | null) =>
    form.questions.map(({ key }) => <td key={key}>{percent(of?.[key])}</td>)
  return (
    <div className="srv-scroll">
      <table className="srv-table">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">答卷</th>
            {form.questions.map(({ key, text }) => (
              <th scope="col" key={key}>
                {text}
              </th>
            ))}
            <th scope="col">关爱覆盖</th>
          </tr>
        </thead>
        <tbody>
          {units
            .filter(each => each.shares !== null)
            .map(each => (
              <tr key={each.unitId}>
                <th scope="row">{each.unitName}</th>
                <td>{each.answers}</td>
                {shares(each.shares)}
                <td>{percent(coveredOf(each))}</td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">全部</th>
            <td>{whole?.answers ?? '—'}</td>
            {shares(whole?.shares ?? null)}
            <td>{percent(coveredOf({ people, reached }))}</td>
          </tr>
        </tfoot>
      </table>
      <p className="ccv-hint">
        {folded > 0 && `有 ${folded} 个单位答卷少，或者从合计里能推出来，不单独列，只计入全部。`}
        题目 <BasisWord basis={form.basis} />
      </p>
    </div>
  )
}
