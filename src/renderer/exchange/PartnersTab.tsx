import { useState } from 'react'
import type { Partner } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/FormDialog'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { minuteWords } from './exchange.words'
import { useAct } from './useAct'

/** 往来单位: this store's own card, and the stores whose cards were imported and confirmed by telephone. */
export function PartnersTab() {
  const manages = useMay()('exchange.partners')
  return (
    <div className="exc-stack">
      <OwnCard manages={manages} />
      <Partners manages={manages} />
    </div>
  )
}

function OwnCard({ manages }: { manages: boolean }) {
  const card = useCall('exchange', 'card', {})
  const act = useAct()
  const save = async (): Promise<void> => {
    const place = await api.shell.chooseSaveFile({ suggestedName: '本库名片', extension: 'ddcard' })
    if (place) await api.exchange.saveCard({ target: place.token })
  }
  return (
    <Card
      title="本库名片"
      more={
        manages && (
          <Button size="small" onClick={() => act(save())}>
            保存本库名片
          </Button>
        )
      }
    >
      <div className="exc-card">
        {card.isPending && <Loading />}
        {card.isError && <ErrorNote error={card.error} onRetry={() => void card.refetch()} />}
        {card.data === null && (
          <p className="exc-quiet">
            还没有名片。由安全保密管理员保存一次，把名片文件交给往来单位，数据包才能加密给本库。
          </p>
        )}
        {card.data && (
          <>
            <p>{card.data.unit}</p>
            <p className="exc-print" aria-label="本库指纹">
              {card.data.fingerprint}
            </p>
            <p className="exc-quiet">对方打电话来核对时，把这 30 位数字念给对方；不要随名片文件一起发出。</p>
          </>
        )}
      </div>
    </Card>
  )
}

function Partners({ manages }: { manages: boolean }) {
  const partners = useCall('exchange', 'partners', {})
  const [asked, setAsked] = useState<{ readonly partner: Partner; readonly what: 'confirm' | 'stop' } | null>(null)
  const act = useAct()
  const add = async (): Promise<void> => {
    const chosen = await api.shell.chooseImport({ what: 'card' })
    if (!chosen) return
    const partner = await api.exchange.importCard({ token: chosen.token })
    setAsked({ partner, what: 'confirm' })
  }
  return (
    <Card
      title="往来单位"
      more={
        manages && (
          <Button size="small" onClick={() => act(add())}>
            登记对方名片
          </Button>
        )
      }
    >
      {partners.isPending && <Loading />}
      {partners.isError && <ErrorNote error={partners.error} onRetry={() => void partners.refetch()} />}
      {partners.data?.length === 0 && (
        <EmptyState title="还没有往来单位" hint="请对方保存名片文件发来，由安全保密管理员登记，再打电话核对指纹。" />
      )}
      {partners.data && partners.data.length > 0 && (
        <table className="exc-table">
          <thead>
            <tr>
              <th>单位</th>
              <th>指纹</th>
              <th>最近发出</th>
              <th>最近并入</th>
              <th>状态</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {partners.data.map(partner => (
              <tr key={partner.id}>
                <td>{partner.unit}</td>
                <td>
                  {partner.confirmedAt === null
                    ? '没有核对'
                    : `${minuteWords(partner.confirmedAt)} ${partner.confirmedBy ?? ''}核对`}
                </td>
                <td>{partner.lastSent === 0 ? '—' : `第 ${partner.lastSent} 号`}</td>
                <td>{partner.lastReceived === 0 ? '—' : `第 ${partner.lastReceived} 号`}</td>
                <td>
                  <PartnerState partner={partner} />
                </td>
                <td className="exc-acts">
                  {manages && partner.confirmedAt === null && (
                    <Button kind="link" size="small" onClick={() => setAsked({ partner, what: 'confirm' })}>
                      核对指纹
                    </Button>
                  )}
                  {manages && (
                    <Button kind="link" size="small" onClick={() => setAsked({ partner, what: 'stop' })}>
                      {partner.stoppedAt === null ? '停止往来' : '恢复往来'}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked?.what === 'confirm' && <ConfirmDialog partner={asked.partner} onClose={() => setAsked(null)} />}
      {asked?.what === 'stop' && <StopDialog partner={asked.partner} onClose={() => setAsked(null)} />}
    </Card>
  )
}

function PartnerState({ partner: { confirmedAt, stoppedAt } }: { partner: Partner }) {
  if (stoppedAt !== null) return <StateMark state="soon">已停止</StateMark>
  return confirmedAt === null ? (
    <StateMark state="today">待核对</StateMark>
  ) : (
    <StateMark state="done">可以往来</StateMark>
  )
}

function ConfirmDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const [digits, setDigits] = useState('')
  const count = digits.normalize('NFKC').replaceAll(/\D/g, '').length
  return (
    <FormDialog
      title={`核对“${partner.unit}”的指纹`}
      act="核对"
      refusal={count === 30 ? undefined : `指纹是 30 位数字，现有 ${count} 位`}
      onAct={() => api.exchange.confirmPartner({ id: partner.id, digits })}
      onClose={onClose}
    >
      <p className="exc-quiet">
        用平时就知道的电话号码打给对方，请对方念出“数据交换—往来单位”里本库名片下的 30 位数字，照听到的填在下面。
        不要使用名片文件里或随文件发来的数字。
      </p>
      <TextField label="对方念出的数字" value={digits} onChange={setDigits} nfkc autoFocus required />
    </FormDialog>
  )
}

function StopDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const stopped = partner.stoppedAt === null
  return (
    <ReasonDialog
      open
      title={stopped ? `停止与“${partner.unit}”往来` : `恢复与“${partner.unit}”往来`}
      consequence={
        stopped
          ? '以后不能向它发出数据包，它发来的也打不开；已并入的内容不变，可以随时恢复。'
          : '恢复后又可以互相发送数据包。'
      }
      confirmText={stopped ? '停止往来' : '恢复往来'}
      danger={stopped}
      onConfirm={async reason => void (await api.exchange.setStopped({ id: partner.id, stopped, reason }))}
      onClose={onClose}
    />
  )
}
