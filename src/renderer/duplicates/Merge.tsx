import { useLocation, useParams } from 'wouter'
import { CadreId } from '../../shared/cadres/cadres'
import { useCall } from '../api/query'
import '../cadres/cadre.css'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './duplicates.css'
import './merge.css'
import { MergeDesk } from './MergeDesk'

/** 对照合并: two files of one person side by side, and what of each is kept. */
export function Merge() {
  const { keep, drop } = useParams<{ keep: string; drop: string }>()
  const [, go] = useLocation()
  const ids = [CadreId.safeParse(keep), CadreId.safeParse(drop)] as const
  return (
    <Page
      title="对照合并"
      actions={
        <Button icon={<Icon name="left" size={16} />} onClick={() => go('/cadres/duplicates')}>
          重复档案
        </Button>
      }
    >
      {ids[0].success && ids[1].success ? (
        <Compared key={`${keep} ${drop}`} keep={ids[0].data} drop={ids[1].data} />
      ) : (
        <EmptyState title="没有这两份档案" hint="回到重复档案，重新选择。" />
      )}
    </Page>
  )
}

function Compared({ keep, drop }: { keep: CadreId; drop: CadreId }) {
  const compared = useCall('duplicates', 'compare', { keep, drop })
  if (compared.data) {
    const { kept, other } = compared.data
    return <MergeDesk key={`${kept.revision}.${other.revision}`} compared={compared.data} />
  }
  if (compared.isError) return <ErrorNote error={compared.error} onRetry={() => void compared.refetch()} />
  return <Loading />
}
