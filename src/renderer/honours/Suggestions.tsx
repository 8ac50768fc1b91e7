import { useState } from 'react'
import { basisCautions } from '../../shared/basis/basis'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Suggestion } from '../../shared/honours/honours-file.contract'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { HonourForm } from './HonourForm'

const PAGE = 40
interface SuggestionsProps {
  readonly year: number
  readonly unitId: string | null
  readonly cadreId: CadreId | null
  readonly kinds: readonly Suggestion['kind'][]
  readonly declined: boolean
}

/** Each with its basis and what bears on the person today. 登记 opens the form; 不办 keeps why. */
export function Suggestions({ year, unitId, cadreId, kinds, declined }: SuggestionsProps) {
  const edits = useMay()('honours.edit')
  const list = useRows('honours', 'suggestions', { year, unitId, cadreId, kinds: [...kinds], declined }, PAGE)
  const [entering, setEntering] = useState<Suggestion | null>(null)
  const [declining, setDeclining] = useState<Suggestion | null>(null)
  // On a person's page there is nothing to say where nothing is suggested.
  if (cadreId !== null && list.rows.length === 0) return null
  return (
    <Card
      title={declined ? '定了不办的' : '可以考虑的'}
      note={list.total === undefined ? undefined : `${list.total} 人`}
    >
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && (
        <EmptyState
          title={declined ? '没有定了不办的' : '没有要提示的'}
          hint="年度考核优秀而册里和档案里都没有当年奖励的公务员列在这里。"
        />
      )}
      <ul>
        {list.rows.map(each => (
          <li key={`${each.cadreId} ${each.kind}`} className="dd-row hon-row">
            <span>
              <b>{each.cadreName}</b>
              <small>{each.cadrePost || each.unitName}</small>
            </span>
            <span>
              {each.kind}：{each.why} <BasisWord basis={each.basis} />
              <small>{basisCautions[each.basis.status]}</small>
              {each.declined !== null && <small>不办：{each.declined}</small>}
            </span>
            <span className="hon-hold">
              {each.restrictions.length > 0 && <StateMark state="today">影响期内</StateMark>}
              {each.restrictions.map(words => (
                <small key={words}>{words}</small>
              ))}
            </span>
            {edits && (
              <span className="dd-row-acts">
                {each.declined === null ? (
                  <>
                    <Button size="small" onClick={() => setEntering(each)}>
                      登记
                    </Button>
                    <Button kind="link" size="small" onClick={() => setDeclining(each)}>
                      不办
                    </Button>
                  </>
                ) : (
                  <Button
                    kind="link"
                    size="small"
                    onClick={() =>
                      void api.honours.reconsider({ cadreId: each.cadreId, year: each.year, kind: each.kind })
                    }
                  >
                    恢复
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
      {entering && (
        <HonourForm
          honour={null}
          preset={{
            person: { id: entering.cadreId, name: entering.cadreName },
            kind: entering.kind,
            name: entering.kind === '嘉奖' ? '嘉奖' : '记三等功',
            evidence: entering.why,
            ground: '1',
          }}
          onClose={() => setEntering(null)}
        />
      )}
      <ReasonDialog
        open={declining !== null}
        title={`${declining?.cadreName ?? ''}：${declining?.year ?? ''} 年度${declining?.kind ?? ''}不办`}
        consequence="写明为什么。以后在“不办的”里能看到，也能恢复。"
        confirmText="不办"
        onConfirm={async reason => {
          if (!declining) return
          const { cadreId: who, year: of, kind } = declining
          await api.honours.decline({ cadreId: who, year: of, kind, reason })
        }}
        onClose={() => setDeclining(null)}
      />
    </Card>
  )
}
