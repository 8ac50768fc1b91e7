import { Segmented } from 'antd'
import { useState } from 'react'
import { type Action, ActionState } from '../../shared/campaigns/boards'
import { mayKeepAction } from '../../shared/campaigns/boards.rules'
import type { Campaign } from '../../shared/campaigns/campaigns'
import { tenActions } from '../../shared/campaigns/campaigns.data'
import { todayDay } from '../../shared/dates/today'
import { api } from '../api/client'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'
import { shownDay, typedDayOrNone } from './campaigns.words'

/** Who does one of the ten, until when, and how it stands. */
export function ActionForm(props: { campaign: Campaign; action: Action; onClose: () => void }) {
  const { campaign, action, onClose } = props
  const [state, setState] = useState<ActionState>(action.state)
  const [typed, setTyped] = useState({
    owner: action.owner,
    dueOn: shownDay(action.dueOn),
    doneOn: shownDay(action.doneOn),
    evidence: action.evidence,
    progress: action.progress,
  })
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const [dueOn, doneOn] = [typedDayOrNone(typed.dueOn), state === '已完成' ? typedDayOrNone(typed.doneOn) : null]
  const facts = dueOn === undefined || doneOn === undefined ? undefined : { ...typed, state, dueOn, doneOn }
  const verdict = facts && mayKeepAction(facts, todayDay())
  const refusal = verdict === undefined ? '日期写作 2027.06.01' : verdict.allowed ? undefined : verdict.reason
  return (
    <FormDialog
      title={tenActions.find(({ key }) => key === action.key)?.title ?? ''}
      act="保存"
      refusal={refusal}
      onAct={async () => {
        if (facts)
          await api.campaigns.setAction({ campaignId: campaign.id, key: action.key, revision: action.revision, facts })
      }}
      onClose={onClose}
    >
      <Segmented<ActionState> aria-label="状态" value={state} onChange={setState} options={[...ActionState.options]} />
      <div className="dd-pair">
        <TextField label="责任人" value={typed.owner} onChange={owner => set({ owner })} maxChars={60} />
        <TextField label="完成期限" value={typed.dueOn} onChange={text => set({ dueOn: text })} nfkc />
      </div>
      {state === '已完成' && (
        <div className="dd-pair">
          <TextField label="完成日期" value={typed.doneOn} onChange={text => set({ doneOn: text })} nfkc />
          <TextField
            label="凭据"
            value={typed.evidence}
            onChange={evidence => set({ evidence })}
            maxChars={200}
            placeholder="文号、片名、书名、会议名"
          />
        </div>
      )}
      <TextField
        label="进展"
        value={typed.progress}
        onChange={progress => set({ progress })}
        maxChars={600}
        multiline
      />
    </FormDialog>
  )
}
