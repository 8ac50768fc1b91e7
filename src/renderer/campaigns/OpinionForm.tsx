import { Segmented } from 'antd'
import { useState } from 'react'
import { Answer, type Nominee, type Opinion } from '../../shared/campaigns/campaigns'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { typedDay } from './campaigns.words'

interface OpinionFormProps {
  readonly nominee: Nominee
  readonly organs: readonly string[]
  /** The one that is corrected; none for a new one. */
  readonly opinion: Opinion | undefined
  /** Whose opinion is missing yet. */
  readonly first: string | undefined
  readonly onClose: () => void
}

/** What an organ says of a nominee: whose word, which day, who signed. */
export function OpinionForm({ nominee, organs, opinion, first, onClose }: OpinionFormProps) {
  const [organ, setOrgan] = useState(opinion?.organ ?? first ?? '')
  const [answer, setAnswer] = useState<Answer>(opinion?.answer ?? '同意')
  const [on, setOn] = useState<string>(showDate(opinion?.on ?? todayDay()))
  const [signedBy, setSignedBy] = useState(opinion?.signedBy ?? '')
  const [words, setWords] = useState(opinion?.words ?? '')
  const [reason, setReason] = useState('')
  const day = typedDay(on)
  const refusal =
    organ.trim() === ''
      ? '先写是哪个单位的意见'
      : !day
        ? '日期写作 2027.03.01'
        : answer !== '未答复' && signedBy.trim() === ''
          ? '写上谁签署的'
          : opinion && reason.trim() === ''
            ? '更正要写明理由'
            : undefined
  return (
    <FormDialog
      title={`${nominee.shownName}：${opinion ? '更正意见' : '登记意见'}`}
      act={opinion ? '更正' : '登记'}
      refusal={refusal}
      onAct={async () => {
        if (!day) return
        const facts = { organ, answer, on: day, signedBy, words }
        const one = { id: nominee.id, revision: nominee.revision }
        if (opinion) await api.campaigns.changeOpinion({ ...one, opinionId: opinion.id, facts, reason })
        else await api.campaigns.addOpinion({ ...one, facts })
      }}
      onClose={onClose}
    >
      <div className="dd-pair">
        <TextField label="单位" value={organ} onChange={setOrgan} suggestions={organs} maxChars={30} />
        <TextField label="日期" value={on} onChange={setOn} nfkc />
      </div>
      <Segmented<Answer> aria-label="意见" value={answer} onChange={setAnswer} options={[...Answer.options]} />
      <TextField label="签署" value={signedBy} onChange={setSignedBy} maxChars={60} placeholder="签署的人或单位" />
      <TextField
        label="内容"
        value={words}
        onChange={setWords}
        maxChars={1000}
        multiline
        hint="只写结论和依据，不写举报人、反映人是谁"
      />
      {opinion && <TextField label="理由" value={reason} onChange={setReason} maxChars={200} />}
    </FormDialog>
  )
}
