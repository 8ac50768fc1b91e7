import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import { today } from '../../shared/dates/today'
import { fieldsByKey } from '../../shared/queries/queries.rules'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { CadreAside } from '../cadres/CadreAside'
import { useColumns } from '../cadres/columns'
import { compareRoute } from '../cadres/compare/compare.route'
import { PickedBar } from '../cadres/PickedBar'
import { useCopy } from '../cadres/useCopy'
import '../cadres/cadres.css'
import { askExport } from '../exports/ask'
import { askForms } from '../papers/ask'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { AnswerBar } from './AnswerBar'
import { QuestionCard } from './QuestionCard'
import './queries.css'
import { useQueriesStore } from './queries.store'
import { Result } from './Result'
import { SavedPane } from './SavedPane'
import { useAnswer } from './useAnswer'
import { useQueryOffer } from './useQueryOffer'
import { useQuestion } from './useQuestion'
import { useSaved } from './useSaved'

/** 组合查询: a question over every field of the files, and whom it finds. */
export function QueriesPage() {
  const fieldList = useCall('queries', 'fields', {})
  const units = useCall('units', 'tree', {})
  const fields = useMemo(() => fieldList.data && fieldsByKey(fieldList.data), [fieldList.data])
  const asking = useQuestion()
  const saved = useSaved(asking)
  const list = useQueriesStore()
  const { picked, beside, walk, cursor, which, sort, begin, savedOpen, openSaved, turnTo } = list
  const answer = useAnswer(asking, asking.ready ? fields : undefined)
  const offer = useQueryOffer(answer)
  const columns = useColumns()
  const copy = useCopy(list, columns.shown, asking.on ?? today())
  const exports = useMay()('cadres.export')
  const [, go] = useLocation()
  const open = (id: CadreId): void => go(`/cadres/${id}`)
  const { asked } = answer
  const askedKey = asked && JSON.stringify(asked)
  useEffect(() => {
    if (askedKey !== null) begin(askedKey)
  }, [askedKey, begin])

  const isEmpty = asking.tree.of.length === 0
  const refusal = isEmpty ? '先加一个条件' : answer.problems[0]?.message
  const failed = fieldList.error ?? units.error
  return (
    <Page
      title="组合查询"
      note={
        asking.title !== '' && (
          <>
            {asking.title}
            {saved.current ? (saved.isChanged ? '（改了，没有保存）' : '') : '（没有保存）'}
          </>
        )
      }
      actions={
        <>
          <Button icon={<Icon name="folder" size={16} />} onClick={() => openSaved(!savedOpen)}>
            {savedOpen ? '收起常用' : '常用查询'}
          </Button>
          <Button
            icon={<Icon name="plus" size={16} />}
            disabled={isEmpty && asking.title === ''}
            onClick={asking.clear}
          >
            新查询
          </Button>
          {saved.current && (
            <Button reason={refusal} onClick={saved.saveAs}>
              另存为
            </Button>
          )}
          {exports && (
            <Button
              icon={<Icon name="export" size={16} />}
              reason={offer ? undefined : '还没有查到人'}
              onClick={() => offer && askExport(offer)}
            >
              导出
            </Button>
          )}
          <Button
            kind="primary"
            reason={refusal ?? (saved.current && !saved.isChanged ? '没有要保存的改动' : undefined)}
            onClick={saved.save}
          >
            保存
          </Button>
        </>
      }
    >
      <div className="cad-page qry-page">
        {savedOpen && (
          <SavedPane
            saved={saved.list}
            current={asking.savedId}
            onOpen={query => {
              asking.open(query)
              turnTo(true)
            }}
            onStart={({ name, tree }) => {
              asking.start(name, tree)
              turnTo(false)
            }}
            onRename={saved.rename}
            onShare={saved.share}
            onRemove={saved.remove}
          />
        )}
        <div className="cad-main">
          {failed !== null && (
            <ErrorNote
              error={failed}
              onRetry={() => {
                void fieldList.refetch()
                void units.refetch()
              }}
            />
          )}
          {(!fields || !units.data || !asking.ready) && failed === null && <Loading />}
          {fields && fieldList.data && units.data && asking.ready && (
            <QuestionCard
              asking={asking}
              fields={fields}
              fieldList={fieldList.data}
              units={units.data}
              problems={answer.problems}
            />
          )}
          {answer.error !== null && <ErrorNote error={answer.error} onRetry={answer.retry} />}
          {asked ? (
            <>
              <AnswerBar answer={answer} columns={columns} />
              <div className="cad-split" id="qry-result" role="tabpanel" aria-labelledby={`qry-tab-${which}`}>
                <Result
                  key={`${which} ${sort.by} ${sort.descending} ${askedKey}`}
                  question={asked}
                  columns={columns.shown}
                  onOpen={open}
                  onCopy={() => void copy()}
                />
                {beside !== null && (
                  <CadreAside key={beside} id={beside} onOpen={() => open(beside)} onClose={() => walk(cursor, null)} />
                )}
              </div>
              {picked.size > 0 && (
                <PickedBar
                  list={list}
                  onExport={exports && offer ? () => askExport(offer) : undefined}
                  onPrint={exports && offer ? () => askForms(offer) : undefined}
                  onCopy={() => void copy()}
                  onCompare={() => go(compareRoute([...picked.keys()]))}
                />
              )}
            </>
          ) : (
            asking.ready &&
            isEmpty && (
              <EmptyState
                title="想找什么样的人"
                hint="在上面加条件：几个条件可以并且、或者，也可以用括号套起来；人数随写随算。左边有现成的问法，打开就能改。"
              />
            )
          )}
        </div>
      </div>
      {saved.dialog}
    </Page>
  )
}
