import { useLocation } from 'wouter'
import type { CadreId } from '../../shared/cadres/cadres'
import type { DuplicatePair } from '../../shared/duplicates/duplicates'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { routeOfPair, whoWords } from './duplicates.words'
import { usePairDismissal } from './usePairDismissal'

/** Beyond this the strips would push the file off the screen. */
const MOST_STRIPS = 2

/** On a person's page: that another file may be of the same person. Silent when there is none. */
export function DuplicateStrip({ id }: { id: CadreId }) {
  const found = useCall('duplicates', 'of', { id })
  const [, go] = useLocation()
  const dismissal = usePairDismissal()
  const pairs = found.data ?? []
  const left = pairs.length - MOST_STRIPS
  return (
    <>
      {pairs.slice(0, MOST_STRIPS).map(pair => (
        <PairStrip key={`${pair.first.id} ${pair.second.id}`} pair={pair} id={id} onDismiss={dismissal.dismiss} />
      ))}
      {left > 0 && (
        <p className="cdr-strip">
          <span>另外还有 {left} 份档案可能是同一人</span>
          <Button size="small" onClick={() => go('/cadres/duplicates')}>
            看重复档案
          </Button>
        </p>
      )}
      {dismissal.dialog}
    </>
  )
}

interface PairStripProps {
  pair: DuplicatePair
  id: CadreId
  onDismiss: (pair: DuplicatePair) => void
}

function PairStrip({ pair, id, onDismiss }: PairStripProps) {
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit')
  const other = pair.first.id === id ? pair.second : pair.first
  return (
    <p className="cdr-strip">
      <Icon name="copy" size={16} />
      <b>可能还有一份档案</b>
      <span>
        {whoWords(other)}：{pair.why}
      </span>
      <Button size="small" onClick={() => go(routeOfPair(pair))}>
        {edits ? '对照合并' : '对照'}
      </Button>
      <Button size="small" kind="link" onClick={() => go(`/cadres/${other.id}`)}>
        打开那一份
      </Button>
      {edits && (
        <Button size="small" kind="link" onClick={() => onDismiss(pair)}>
          不是同一人
        </Button>
      )}
    </p>
  )
}
