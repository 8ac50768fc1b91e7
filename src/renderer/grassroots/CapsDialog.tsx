import { Select } from 'antd'
import { useState } from 'react'
import { type BasisStatus, basisCautions } from '../../shared/basis/basis'
import { BurdenCap, BurdenKind, type VersionedCap } from '../../shared/grassroots/burdens'
import { api } from '../api/client'
import { basisChoices } from '../ui/basis.words'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { wholeNumber } from '../ui/wholeNumber'

interface CapsDialogProps {
  readonly caps: readonly VersionedCap[]
  readonly year: number
  readonly onClose: () => void
}

/** What may be sent to one unit in a year at the most: the unit's own number from a year on, with where it comes from. */
export function CapsDialog({ caps, year, onClose }: CapsDialogProps) {
  const [kind, setKind] = useState<BurdenKind>('发文')
  const [fromYear, setFromYear] = useState(String(year))
  const present = caps.find(each => each.kind === kind && String(each.fromYear) === fromYear.trim())
  const [cap, setCap] = useState('')
  const [source, setSource] = useState('')
  const [status, setStatus] = useState<BasisStatus>('UNKNOWN')
  const [reason, setReason] = useState('')
  const number = wholeNumber(cap)
  const facts = BurdenCap.safeParse({
    kind,
    fromYear: wholeNumber(fromYear),
    cap: number === undefined ? Number.NaN : number,
    source,
    status,
  })
  const refusal =
    number === undefined
      ? '限额写一个整数，不设就空着'
      : source.trim() === ''
        ? '先写依据'
        : !facts.success
          ? '年度写作 2026，限额最多 9999'
          : reason.trim() === ''
            ? '先写理由'
            : undefined
  return (
    <FormDialog
      title="负担限额"
      act="设定"
      refusal={refusal}
      onAct={async () => {
        if (facts.success)
          await api.grassroots.setCap({ ...facts.data, version: present?.version ?? 0, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <p className="dd-aside">
        全国没有统一的数，由本单位按文件设定：从哪一年起，每个单位一年最多多少件。以前各年的限额不变。
      </p>
      {caps.length > 0 && (
        <ul className="grs-caps">
          {caps.map(each => (
            <li key={`${each.kind} ${each.fromYear}`}>
              <b>{each.kind}</b>
              <span>
                {each.fromYear} 年起 {each.cap === null ? '不设限额' : `限 ${each.cap} 件`}
              </span>
              <small>{[each.source, basisCautions[each.status]].filter(part => part !== '').join('，')}</small>
            </li>
          ))}
        </ul>
      )}
      <div className="grs-plan">
        <div className="dd-field">
          <span className="dd-label">类别</span>
          <Select<BurdenKind>
            aria-label="限额的类别"
            value={kind}
            onChange={setKind}
            options={BurdenKind.options.map(value => ({ value, label: value }))}
          />
        </div>
        <TextField label="从哪一年起" value={fromYear} onChange={setFromYear} nfkc />
        <TextField label="一年最多" value={cap} onChange={setCap} nfkc placeholder="不设就空着" />
      </div>
      <div className="dd-pair">
        <TextField label="依据" value={source} onChange={setSource} maxChars={120} placeholder="文件名称、文号" />
        <div className="dd-field">
          <span className="dd-label">依据的可靠程度</span>
          <Select<BasisStatus> aria-label="依据的可靠程度" value={status} onChange={setStatus} options={basisChoices} />
        </div>
      </div>
      <TextField label={present ? '改动的理由' : '理由'} value={reason} onChange={setReason} maxChars={200} />
    </FormDialog>
  )
}
