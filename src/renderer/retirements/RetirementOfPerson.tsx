import { Modal } from 'antd'
import { useState } from 'react'
import type { Cadre } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { retirementOf } from '../../shared/cadres/retirement.rules'
import { parsePartialDate, precisionOf, showDate } from '../../shared/dates/partial-date'
import { elasticOf } from '../../shared/retirements/elastic.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { TextField } from '../ui/TextField'
import { MonthWords } from './MonthWords'
import './retirements.css'

/** 到龄年月 as it is reckoned or decided, with its basis; what cannot be reckoned says why. A press tells the rest. */
export function RetirementOfPerson({ cadre, decided }: Pick<CadreFile, 'cadre' | 'decided'>) {
  const found = useCall('retirements', 'person', { cadreId: cadre.id })
  const [open, setOpen] = useState(false)
  const reached = retirementOf(cadre, decided ?? undefined)
  return (
    <div>
      <dt>到龄年月</dt>
      <dd data-empty={reached.kind === 'unknown' || undefined}>
        <MonthWords reached={reached} />{' '}
        {found.data && (
          <Button kind="link" size="small" onClick={() => setOpen(true)}>
            详情
          </Button>
        )}
      </dd>
      {open && found.data && (
        <DecideDialog cadre={cadre} decisions={found.data.decisions} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

interface DecideProps {
  readonly cadre: Cadre
  readonly decisions: Awaited<ReturnType<typeof api.retirements.person>>['decisions']
  readonly onClose: () => void
}

/** What may be chosen by one's own will, as information, and the month that the organisation sets. */
function DecideDialog({ cadre, decisions, onClose }: DecideProps) {
  const edits = useMay()('care.edit')
  const [month, setMonth] = useState('')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const computed = retirementOf(cadre)
  const elastic = elasticOf(cadre)
  const parsed = parsePartialDate(month)
  const inForce = (decisions[0]?.month ?? null) !== null
  const refusal =
    reason.trim() === ''
      ? '先写明由谁认定、依据哪个文件'
      : !parsed || precisionOf(parsed) === 'year'
        ? '年月写作 2032.04'
        : undefined
  async function decide(next: typeof parsed | null): Promise<void> {
    try {
      await api.retirements.decide({ cadreId: cadre.id, month: next ?? null, seen: decisions.length, reason })
      onClose()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <Modal open title="到龄年月" footer={null} onCancel={onClose} width={560} centered>
      <div className="ret-decide">
        <p>
          {computed.kind === 'computed' ? (
            <>
              推算：{showDate(computed.earliest)}
              {computed.latest !== computed.earliest && `至 ${showDate(computed.latest)}`}，{computed.age}{' '}
              <BasisWord basis={computed.basis} />
            </>
          ) : computed.kind === 'unknown' ? (
            `推算不出：${computed.reason}`
          ) : null}
        </p>
        {elastic && (
          <p>
            本人自愿弹性退休：最早 {showDate(elastic.earliest)}，最晚 {showDate(elastic.latest)}{' '}
            <BasisWord basis={elastic.basis} />
            {elastic.years && (
              <>
                ；最早退休时缴费要满 {elastic.years.years} 年 <BasisWord basis={elastic.years.basis} />
              </>
            )}
          </p>
        )}
        {decisions.map(({ month: decided, reason: why, byName, at }) => (
          <p key={at}>
            {decided === null ? '撤回认定' : `认定 ${showDate(decided)}`}：{why}　{byName}{' '}
            {at.slice(0, 10).replaceAll('-', '.')}
          </p>
        ))}
        {edits && (
          <>
            <TextField label="组织认定的年月" value={month} onChange={setMonth} nfkc placeholder="2032.04" />
            <TextField
              label="由谁认定、依据哪个文件"
              value={reason}
              onChange={setReason}
              maxChars={200}
              multiline
              rows={2}
            />
            {error !== null && <ErrorNote error={error} />}
            <div className="dd-form-end">
              {inForce && (
                <Button reason={reason.trim() === '' ? '先写明理由' : undefined} onClick={() => void decide(null)}>
                  撤回认定
                </Button>
              )}
              <Button kind="primary" reason={refusal} onClick={() => void decide(parsed)}>
                认定
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}
