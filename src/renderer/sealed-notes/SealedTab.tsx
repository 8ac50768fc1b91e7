import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import { type SealedLine, SealedNoteId } from '../../shared/sealed-notes/sealed-notes'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { CrisisCard } from './CrisisCard'
import { SealedForm } from './SealedForm'
import { SealedNotePage } from './SealedNotePage'
import { nextMark, whoReads } from './sealed-notes.words'
import './sealed-notes.css'

/** 心理关怀: the records that are sealed to whoever is signed in, and nobody else's. */
export function SealedTab() {
  const [, params] = useRoute('/care/sealed/:id')
  const id = SealedNoteId.safeParse(params?.id)
  return id.success ? <SealedNotePage key={id.data} id={id.data} /> : <SealedList />
}

function SealedList() {
  const [, go] = useLocation()
  const list = useCall('sealedNotes', 'list', {})
  const [adding, setAdding] = useState(false)
  return (
    <div className="dd-tab">
      <div className="sea-grid">
        <div className="sea-main">
          <p className="sea-who">
            <Icon name="lock" size={16} /> {whoReads}
          </p>
          <div className="dd-filter">
            <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
              新建记录
            </Button>
            {list.data && list.data.length > 0 && <span className="dd-aside">共 {list.data.length} 份</span>}
          </div>
          <Card className="dd-list">
            {list.isPending && <Loading />}
            {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
            {list.data?.length === 0 && (
              <EmptyState
                title="没有您能打开的记录"
                hint="记本人想要什么、安排了什么、下次什么时候联系。不打分，不做量表，不下结论。"
              />
            )}
            <ul>
              {list.data?.map(line => (
                <Line key={line.id} line={line} onOpen={() => go(`/care/sealed/${line.id}`)} />
              ))}
            </ul>
          </Card>
        </div>
        <CrisisCard />
      </div>
      {adding && (
        <SealedForm
          note={null}
          place={null}
          onSaved={({ id }) => go(`/care/sealed/${id}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

function Line({ line, onOpen }: { line: SealedLine; onOpen: () => void }) {
  const others = line.carers.map(({ name }) => name).join('、')
  if (line.state !== 'open')
    return (
      <li className="dd-row sea-shut">
        <span>
          <b>已无法打开</b>
          <small>关爱人：{others}</small>
        </span>
        <span className="sea-why">{whyShut(line)}</span>
      </li>
    )
  const { mark, words } = nextMark(line.nextOn)
  return (
    <li className="dd-row">
      <button type="button" onClick={onOpen}>
        <b>{line.name}</b>
        <span>{line.post}</span>
      </button>
      <span>{line.lastOn !== null && `最近 ${showDate(line.lastOn)}`}</span>
      <span>
        <small>关爱人：{others}</small>
      </span>
      <StateMark state={mark}>{words}</StateMark>
    </li>
  )
}

function whyShut({ state, carers }: SealedLine): string {
  if (state === 'damaged')
    return '没有通过校验：数据被改动或者损坏。它原样留着，别的记录不受影响，请联系系统管理员核对备份。'
  const able = carers.filter(carer => carer.state === 'holds').map(({ name }) => name)
  const why = '写下以后您的密码被重置过，密钥换了。'
  return able.length > 0
    ? `${why}${able.join('、')}还能打开，请当面核实以后重新指定您。`
    : `${why}没有别的关爱人能打开，这份内容找不回来了。`
}
