import { Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import { authorityAdvice, bonusAdvice, bonusStandard } from '../../shared/honours/bonus.rules'
import type { Honour, HonourId } from '../../shared/honours/honours'
import { holderTitles, honourGrounds } from '../../shared/honours/honours.data'
import { yuanWords } from '../../shared/money/fen'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { ScansCard } from '../scans/ScansCard'
import { honourScans } from '../scans/sources'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { AdviceNote } from './AdviceNote'
import { HonourForm } from './HonourForm'
import { Revoke, Verify } from './HonourJudged'
import './honours.css'

/** The core raises it to that of the person's file. */
const least = SecrecyMark.parse('内部')
type Act = 'change' | 'verify' | 'revoke' | 'remove' | 'toFile' | 'fromFile'

/** Everything that the register knows of one honour, and what can be done with it. */
export function HonourDetail({ id, onClose }: { readonly id: HonourId; readonly onClose: () => void }) {
  const found = useCall('honours', 'get', { id })
  const [act, setAct] = useState<Act | null>(null)
  const edits = useMay()('honours.edit')
  const scans = useMemo(() => honourScans(id), [id])
  const scanned = useCall('honours', 'scans', { honourId: id })
  const honour = found.data
  const back = (): void => setAct(null)
  if (honour && act === 'change') return <HonourForm honour={honour} onClose={back} />
  return (
    <Modal open title={honour?.name ?? '荣誉'} onCancel={onClose} footer={null} width={760} centered>
      {found.isPending && <Loading />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {honour && (
        <>
          <Told honour={honour} onClose={onClose} />
          <ScansCard
            scans={scans}
            list={scanned}
            title="扫描件"
            empty="荣誉证书、表彰决定扫描成 PDF 或图片，附在这里。"
            writes={edits && honour.revoked === null}
            mark={least}
          />
          <Acts honour={honour} onAct={setAct} />
        </>
      )}
      {honour && act === 'verify' && <Verify honour={honour} onClose={back} />}
      {honour && act === 'revoke' && <Revoke honour={honour} onRevoked={() => setAct('fromFile')} onClose={back} />}
      {honour && (
        <>
          <ReasonDialog
            open={act === 'remove'}
            title="删除误登的荣誉"
            consequence="这一行不再出现在荣誉册里。被撤销的荣誉不要删除，点“撤销”。"
            confirmText="删除"
            danger
            onConfirm={async reason => {
              await api.honours.remove({ id, revision: honour.revision, reason })
              onClose()
            }}
            onClose={back}
          />
          <ReasonDialog
            open={act === 'toFile'}
            title={`写进${honour.shownName}的干部档案`}
            consequence="档案的奖励加上这一行，任免表的奖惩情况由它生成。档案里已经有的不再写，在“变更”里可以撤销。"
            confirmText="写进档案"
            onConfirm={async reason => void (await api.honours.toFile({ ids: [id], reason }))}
            onClose={back}
          />
          <ReasonDialog
            open={act === 'fromFile' && honour.revoked !== null && honour.cadreId !== null}
            title={`移出${honour.shownName}的干部档案`}
            consequence="这项荣誉已经撤销。档案里对应的奖励一行随之去掉，在“变更”里可以撤销。不移出就点取消。"
            confirmText="移出档案"
            onConfirm={async reason => void (await api.honours.fromFile({ ids: [id], reason }))}
            onClose={back}
          />
        </>
      )}
    </Modal>
  )
}

function Told({ honour, onClose }: { readonly honour: Honour; readonly onClose: () => void }) {
  const [, go] = useLocation()
  const { kind, holder, on, members, verified, revoked } = honour
  const standard = bonusStandard(kind, holder, on)
  const lines: readonly (readonly [string, React.ReactNode])[] = [
    ['获得者', `${honour.shownName}（${holderTitles[holder]}）`],
    ['当时单位', honour.unitName],
    ['现任职务', honour.post],
    ['种类和层级', `${kind}，${honour.level}级${honour.posthumous ? '，追授' : ''}`],
    ['批准机关', honour.authority === '' ? '' : `${honour.authority}（${honour.nature}）`],
    ['批准日期', showDate(on)],
    ['文件', [honour.documentNo, honour.documentTitle].filter(words => words !== '').join('　')],
    ['事由', honourGrounds.find(({ key }) => key === honour.ground)?.title ?? ''],
    [
      '奖金',
      honour.bonusFen === null
        ? standard
          ? `没有登记（当年标准 ${yuanWords(standard.fen)} 元）`
          : ''
        : `${yuanWords(honour.bonusFen)} 元`,
    ],
    ['证书编号', honour.certificateNo],
    [holder === 'person' ? '奖章编号' : '奖牌编号', honour.medalNo],
    [
      '颁发',
      [honour.handedOn ? showDate(honour.handedOn) : '', honour.handedNote].filter(words => words !== '').join('　'),
    ],
    ['有效期至', honour.validUntil ? showDate(honour.validUntil) : ''],
    ['主要事迹', honour.deeds],
    ['依据材料', honour.evidence],
    ['宣传报道', honour.publicity],
  ]
  return (
    <div className="hon-told">
      {revoked ? (
        <p className="hon-verdict">
          <StateMark state="late">{showDate(revoked.on)} 撤销</StateMark> {revoked.ground}（{revoked.documentNo}）
          {revoked.note}
        </p>
      ) : verified ? (
        <p className="hon-verdict">
          <StateMark state="done">{showDate(verified.on)} 核验</StateMark> {verified.byName}核对了{verified.original}
        </p>
      ) : (
        <p className="hon-verdict">
          <StateMark state="soon">还没有核对原件</StateMark>
        </p>
      )}
      <AdviceNote advice={bonusAdvice(honour, honour.bonusFen)} />
      <AdviceNote advice={authorityAdvice(honour)} />
      <dl>
        {lines
          .filter(([, words]) => words !== '')
          .map(([title, words]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        {members.length > 0 && (
          <div>
            <dt>成员</dt>
            <dd>
              <ul>
                {members.map(({ cadreId, name, part }, at) => (
                  <li key={`${cadreId ?? name} ${at}`}>
                    {cadreId === null ? (
                      name
                    ) : (
                      <Button
                        kind="link"
                        size="small"
                        onClick={() => {
                          onClose()
                          go(`/cadres/${cadreId}/honours`)
                        }}
                      >
                        {name}
                      </Button>
                    )}
                    <small>{part}</small>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {honour.cadreId !== null && (
        <Button
          kind="link"
          size="small"
          onClick={() => {
            onClose()
            go(`/cadres/${honour.cadreId}/honours`)
          }}
        >
          看{honour.shownName}的档案
        </Button>
      )}
    </div>
  )
}

function Acts({ honour, onAct }: { readonly honour: Honour; readonly onAct: (act: Act) => void }) {
  const may = useMay()
  const { revoked, cadreId } = honour
  const isOver = revoked ? '已撤销的荣誉不再修改' : undefined
  return (
    <div className="dd-dialog-end hon-acts">
      {may('cadres.edit') && cadreId !== null && (
        <Button onClick={() => onAct(revoked ? 'fromFile' : 'toFile')}>{revoked ? '移出档案' : '写进档案'}</Button>
      )}
      {may('honours.edit') && (
        <>
          <Button kind="link" onClick={() => onAct('remove')}>
            误登，删除
          </Button>
          <Button kind="danger" reason={isOver} onClick={() => onAct('revoke')}>
            撤销
          </Button>
          <Button reason={isOver} onClick={() => onAct('change')}>
            修改
          </Button>
          <Button kind="primary" reason={isOver} onClick={() => onAct('verify')}>
            核验
          </Button>
        </>
      )}
    </div>
  )
}
