import { useState } from 'react'
import type { InterviewKind, VersionedKind } from '../../../shared/interviews/kinds'
import { useCall } from '../../api/query'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { ChoiceList } from './ChoiceList'
import { KindForm } from './KindForm'

/** A kind of the unit's own, to be filled in. Its short name in the store is made once and never shown. */
const blankKind = (): VersionedKind => ({
  key: `own-${Date.now().toString(36)}`,
  title: '',
  about: '',
  holders: ['officer', 'interviewer', 'leader'],
  talkersAtLeast: 1,
  modes: ['当面'],
  group: false,
  signed: false,
  outline: [{ key: 'talk', title: '谈话情况', questions: [], required: true }],
  required: ['place'],
  paper: '谈话记录',
  basis: { source: '本单位规定', status: 'OWN' },
  active: true,
  version: 0,
})

const noteOf = ({ active, version, outline }: InterviewKind & { version: number }): string =>
  [active ? '' : '已停用', version > 0 ? `第 ${version} 版` : '', `提纲 ${outline.length} 部分`]
    .filter(part => part !== '')
    .join('　')

export function KindsPane() {
  const kinds = useCall('interviews', 'kinds', {})
  const [chosen, setChosen] = useState<string>()
  const [fresh, setFresh] = useState<VersionedKind>()
  if (kinds.isPending) return <Loading />
  if (kinds.isError) return <ErrorNote error={kinds.error} onRetry={() => void kinds.refetch()} />
  const known = kinds.data.find(({ key }) => key === (fresh?.key ?? chosen)) ?? fresh ?? kinds.data[0]
  return (
    <div className="itv-configure">
      <ChoiceList
        title="谈话种类"
        items={kinds.data.map(kind => ({
          key: kind.key,
          title: kind.title,
          note: noteOf(kind),
          quiet: !kind.active,
        }))}
        chosen={known?.key}
        onChoose={key => {
          setFresh(undefined)
          setChosen(key)
        }}
        newTitle="新种类"
        onNew={() => setFresh(blankKind())}
      />
      {known ? <KindForm key={`${known.key} ${known.version}`} kind={known} /> : <EmptyState title="还没有谈话种类" />}
    </div>
  )
}
