import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { Trace, TracedPerson } from '../../shared/campaigns/boards'
import type { CampaignId } from '../../shared/campaigns/campaigns'
import { followedWords, gradeWords, tracePaper } from '../../shared/campaigns/trace.rules'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TableButton } from './TableButton'

const PAGE = 60
const YEARS_SHOWN = 4

/** 从实绩到使用: deed, grades, honour, and what followed, person by person. */
export function TracePane({ campaignId, name }: { readonly campaignId: CampaignId | null; readonly name: string }) {
  const [year, setYear] = useState<number | null>(null)
  const list = useRows('campaigns', 'trace', { campaignId, year }, PAGE)
  const rows = list.rows as readonly Trace[]
  const total = list.total ?? 0
  const heading = year === null ? '全部年度' : `${year}年`
  const paper = useCallback(
    (around: Parameters<typeof tracePaper>[2]) => tracePaper(rows, heading, around),
    [rows, heading],
  )
  const thisYear = Number(todayDay().slice(0, 4))
  return (
    <>
      {campaignId === null && (
        <div className="dd-filter">
          <span className="dd-chips">
            {Array.from({ length: YEARS_SHOWN }, (_, back) => thisYear - back).map(each => (
              <button
                key={each}
                type="button"
                aria-pressed={year === each}
                onClick={() => setYear(year === each ? null : each)}
              >
                {each}
              </button>
            ))}
          </span>
        </div>
      )}
      <Card
        title="从实绩到使用"
        note={`荣誉 ${total} 项；摆出事实，怎样使用由组织决定`}
        more={
          total > 0 && (
            <TableButton
              name={name}
              count={`${total} 项`}
              hint="实绩、考核、荣誉和以后的宣讲、疗养、任职，一人一行。"
              table={{ of: 'trace', campaignId, year }}
              paper={paper}
              {...(rows.length < total && { partly: `预览前 ${rows.length} 项，导出全部 ${total} 项` })}
            />
          )
        }
      >
        {list.isPending && <Loading />}
        {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
        {list.total === 0 && <EmptyState title="还没有荣誉" hint="登记表彰决定以后，获得荣誉的人在这里。" />}
        <ul className="cam-trace">
          {rows.map(row => (
            <TraceRow key={row.honourId} row={row} />
          ))}
        </ul>
        {list.more && (
          <div className="dd-more">
            <Button onClick={list.more}>再看一些，共 {total} 项</Button>
          </div>
        )}
      </Card>
    </>
  )
}

const TraceRow = ({ row }: { readonly row: Trace }) => (
  <li>
    <div>
      <b>{row.shownName}</b>
      <small>{row.unitName}</small>
    </div>
    <div>
      <span className="cam-deeds">{row.deeds || '没有写事迹'}</span>
      <small>{[...row.tags, row.task].filter(text => text !== '').join('、')}</small>
    </div>
    <div>
      {row.honour}
      <small>
        {showDate(row.on)} {row.documentNo}
      </small>
    </div>
    <div className="cam-people">
      {row.people.map(person => (
        <Followed key={person.cadreId} person={person} alone={row.holder === 'person'} />
      ))}
    </div>
  </li>
)

function Followed({ person, alone }: { readonly person: TracedPerson; readonly alone: boolean }) {
  const [, go] = useLocation()
  const opens = useMay()('cadres.read')
  const told = [
    ['考核', gradeWords(person.grades)],
    ['宣讲', followedWords(person.talks)],
    ['疗养', followedWords(person.retreats)],
    ['任职', followedWords(person.posts)],
  ] as const
  return (
    <dl>
      {(!alone || opens) && (
        <div>
          <dt>{alone ? '档案' : '成员'}</dt>
          <dd>
            {opens ? (
              <Button kind="link" size="small" onClick={() => go(`/cadres/${person.cadreId}`)}>
                {person.name}
              </Button>
            ) : (
              person.name
            )}
          </dd>
        </div>
      )}
      {told.map(([title, words]) =>
        words === '' ? null : (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
