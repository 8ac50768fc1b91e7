import { useState } from 'react'
import type { Campaign, Hold, Nominee, Opinion } from '../../shared/campaigns/campaigns'
import { isPassed, mayPass } from '../../shared/campaigns/holds.rules'
import { mayDo } from '../../shared/campaigns/stages.rules'
import { showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { NomineeForm } from './NomineeForm'
import { OpinionForm } from './OpinionForm'

interface NomineeCardProps {
  readonly campaign: Campaign
  readonly nominee: Nominee
  readonly organs: readonly string[]
}

/** One nominee: the deeds, what stands against it with its basis, and every opinion. */
export function NomineeCard({ campaign, nominee, organs }: NomineeCardProps) {
  const edits = useMay()('honours.edit')
  const [changing, setChanging] = useState(false)
  const [stopping, setStopping] = useState(false)
  const nominates = mayDo('nominate', campaign.stage)
  const checks = mayDo('check', campaign.stage)
  const { id, revision, state } = nominee
  return (
    <Card
      className="cam-one"
      title={nominee.shownName}
      note={nominee.post || nominee.unitName}
      more={
        edits && (
          <span className="cam-acts">
            <Button
              size="small"
              reason={nominates.allowed ? undefined : nominates.reason}
              onClick={() => setChanging(true)}
            >
              修改
            </Button>
            <Button size="small" reason={checks.allowed ? undefined : checks.reason} onClick={() => setStopping(true)}>
              {state === '在选' ? '止步…' : '恢复…'}
            </Button>
          </span>
        )
      }
    >
      <dl className="cam-facts">
        <dt>推荐单位</dt>
        <dd>{nominee.unitName}</dd>
        {state === '止步' && (
          <>
            <dt>止步原因</dt>
            <dd>{nominee.stateReason}</dd>
          </>
        )}
        <dt>事迹</dt>
        <dd className="cam-text">{nominee.deeds || '没有写'}</dd>
        {nominee.tags.length + nominee.task.length > 0 && (
          <>
            <dt>特点</dt>
            <dd>
              {nominee.tags.join('、')}
              {nominee.task !== '' && <small>服务中心任务：{nominee.task}</small>}
            </dd>
          </>
        )}
        {nominee.members.length > 0 && (
          <>
            <dt>成员</dt>
            <dd>{nominee.members.map(({ name, part }) => (part === '' ? name : `${name}（${part}）`)).join('、')}</dd>
          </>
        )}
        {nominee.evidence !== '' && (
          <>
            <dt>佐证</dt>
            <dd className="cam-text">{nominee.evidence}</dd>
          </>
        )}
        {nominee.attachments.length > 0 && (
          <>
            <dt>档案材料</dt>
            <dd>本人档案附件 {nominee.attachments.length} 份</dd>
          </>
        )}
      </dl>
      <Holds nominee={nominee} edits={edits && checks.allowed} />
      <Opinions nominee={nominee} organs={organs} edits={edits && checks.allowed} />
      {changing && <NomineeForm campaign={campaign} nominee={nominee} onClose={() => setChanging(false)} />}
      <ReasonDialog
        open={stopping}
        title={state === '在选' ? `${nominee.shownName}不再推荐` : `恢复${nominee.shownName}`}
        consequence={`登记的内容都保留。${AUDITED_REASON}`}
        confirmText={state === '在选' ? '止步' : '恢复'}
        onConfirm={async reason => {
          await api.campaigns.setState({ id, revision, state: state === '在选' ? '止步' : '在选', reason })
        }}
        onClose={() => setStopping(false)}
      />
    </Card>
  )
}

function Holds({ nominee, edits }: { nominee: Nominee; edits: boolean }) {
  const [passing, setPassing] = useState<Hold>()
  if (nominee.holds.length === 0) return <p className="cam-none">档案里没有影响评优的处分、处理，没有不同意见。</p>
  return (
    <section className="cam-holds" aria-label="限制和提示">
      {nominee.holds.map(hold => {
        const pass = nominee.passes.find(({ key }) => key === hold.key)
        const verdict = mayPass(nominee, hold.key)
        return (
          <div key={hold.key}>
            <StateMark state={hold.weight === 'warns' ? 'soon' : isPassed(hold, nominee.passes) ? 'done' : 'late'}>
              {hold.weight === 'warns' ? '提示' : isPassed(hold, nominee.passes) ? '已放行' : '受限制'}
            </StateMark>
            <p>
              {hold.who !== '' && `${hold.who}：`}
              {hold.words} {hold.basis && <BasisWord basis={hold.basis} />}
              {hold.actions.length > 0 && <small>影响期内限制：{hold.actions.join('、')}</small>}
              {hold.weight === 'warns' && <small>参考，以文件为准</small>}
              {pass && (
                <small>
                  {showDate(pass.on)} {pass.byName}放行：{pass.reason}
                </small>
              )}
            </p>
            {edits && hold.weight !== 'warns' && !pass && (
              <Button
                size="small"
                reason={verdict.allowed ? undefined : verdict.reason}
                onClick={() => setPassing(hold)}
              >
                放行…
              </Button>
            )}
          </div>
        )
      })}
      <ReasonDialog
        open={passing !== undefined}
        title="放行受限制的人选"
        consequence={`${passing?.words ?? ''}。放行只对这一项有效。${AUDITED_REASON}`}
        confirmText="放行"
        onConfirm={async reason => {
          if (passing)
            await api.campaigns.pass({ id: nominee.id, revision: nominee.revision, key: passing.key, reason })
        }}
        onClose={() => setPassing(undefined)}
      />
    </section>
  )
}

function Opinions({ nominee, organs, edits }: { nominee: Nominee; organs: readonly string[]; edits: boolean }) {
  const [open, setOpen] = useState<Opinion | 'new'>()
  const missing = organs.filter(organ => !nominee.opinions.some(each => each.organ === organ))
  return (
    <section className="cam-opinions" aria-label="核查意见">
      <header>
        <h3>核查意见</h3>
        {missing.length > 0 && <span className="dd-aside">还没有：{missing.join('、')}</span>}
        {edits && (
          <Button size="small" onClick={() => setOpen('new')}>
            登记意见
          </Button>
        )}
      </header>
      <ul>
        {nominee.opinions.map(opinion => (
          <li key={opinion.id}>
            <b>{opinion.organ}</b>
            <StateMark state={opinion.answer === '同意' ? 'done' : opinion.answer === '不同意' ? 'late' : 'soon'}>
              {opinion.answer}
            </StateMark>
            <span>
              {opinion.words}
              <small>
                {showDate(opinion.on)} {opinion.signedBy}
              </small>
            </span>
            {edits && (
              <Button kind="link" size="small" onClick={() => setOpen(opinion)}>
                更正
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <OpinionForm
          nominee={nominee}
          organs={organs}
          opinion={open === 'new' ? undefined : open}
          first={missing[0]}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
