import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import type { Unit } from '../../shared/units/units'
import { Face } from '../cadres/Face'
import { wholenessOf } from '../cadres/wholeness'
import { Button } from '../ui/Button'
import type { Comparison } from './differences'
import { identityWords, mergeRoute, placeWords } from './duplicates.words'
import { usePairDismissal } from './usePairDismissal'

interface MergeHeadsProps {
  compared: Comparison
  units: readonly Unit[]
  edits: boolean
}

/** Whose two files these are, and which of them is kept. */
export function MergeHeads({ compared: { kept, other }, units, edits }: MergeHeadsProps) {
  const [, go] = useLocation()
  const dismissal = usePairDismissal(() => go('/cadres/duplicates'))
  return (
    <div className="mrg-heads">
      <Head file={kept} units={units} title="保留这份" />
      <Head file={other} units={units} title="并入后移入回收站">
        {edits && (
          <>
            <Button size="small" onClick={() => go(mergeRoute(other.cadre.id, kept.cadre.id), { replace: true })}>
              改为保留这份
            </Button>
            <Button
              size="small"
              kind="link"
              onClick={() => dismissal.dismiss({ first: kept.cadre, second: other.cadre })}
            >
              不是同一人
            </Button>
          </>
        )}
      </Head>
      {dismissal.dialog}
    </div>
  )
}

interface HeadProps {
  file: CadreFile
  units: readonly Unit[]
  title: string
  children?: ReactNode
}

function Head({ file, units, title, children }: HeadProps) {
  const [, go] = useLocation()
  const { cadre, photo } = file
  const unitName = units.find(({ id }) => id === cadre.unitId)?.name ?? ''
  const place = { unitName, currentPost: cadre.form.currentPost }
  return (
    <section className="mrg-who" aria-label={`${title}：${cadre.name}`} data-kept={title === '保留这份' || undefined}>
      <Face cadreId={cadre.id} photo={photo} sex={cadre.sex} size="small" />
      <div className="dup-person-words">
        <p className="mrg-fate">{title}</p>
        <button type="button" className="cdr-entry dup-name" onClick={() => go(`/cadres/${cadre.id}`)}>
          {cadre.name}
        </button>
        <p>{identityWords(cadre)}</p>
        <p>{placeWords(place)}</p>
        <p className="dup-quiet">档案完整度 {wholenessOf(file).percent}%</p>
      </div>
      <div className="mrg-who-acts">{children}</div>
    </section>
  )
}
