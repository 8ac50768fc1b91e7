import type { Which } from '../../shared/queries/queries'
import { ColumnsButton } from '../cadres/ColumnsButton'
import { count } from '../cadres/cadres.words'
import type { useColumns } from '../cadres/columns'
import { useQueriesStore } from './queries.store'
import type { Answer } from './useAnswer'

interface AnswerBarProps {
  answer: Answer
  columns: ReturnType<typeof useColumns>
}

const hints: Readonly<Record<Which, string>> = {
  matching: '条件都由档案证实的人',
  open: '档案里缺了要用的内容，或只写了年份，定不了的人',
}

/** Of how many it holds and of how many the files do not tell, each a way to its list. */
export function AnswerBar({ answer: { counts, isBehind, problems }, columns }: AnswerBarProps) {
  const { which, show } = useQueriesStore()
  const tab = (kind: Which, title: string, people: number) => (
    <button
      type="button"
      role="tab"
      id={`qry-tab-${kind}`}
      aria-selected={which === kind}
      aria-controls="qry-result"
      tabIndex={which === kind ? 0 : -1}
      title={hints[kind]}
      onClick={() => show(kind)}
      onKeyDown={event => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
        const next = kind === 'matching' ? 'open' : 'matching'
        show(next)
        document.getElementById(`qry-tab-${next}`)?.focus()
      }}
    >
      {title} <b>{count(people)}</b> 人
    </button>
  )
  const [problem] = problems
  return (
    <div className="qry-answer" data-behind={isBehind || undefined}>
      {counts && (
        <div role="tablist" aria-label="查询结果" className="qry-tabs">
          {tab('matching', '符合', counts.matching)}
          {tab('open', '无法判断', counts.open)}
        </div>
      )}
      <span className={problem ? 'qry-quiet' : 'dd-hidden'} role="status">
        {problem && `${problem.message}。${counts ? '下面是上一次的结果' : ''}`}
        {!problem && counts && !isBehind && `符合 ${count(counts.matching)} 人，无法判断 ${count(counts.open)} 人`}
      </span>
      <span className="cad-filter-end">
        <ColumnsButton columns={columns} />
      </span>
    </div>
  )
}
