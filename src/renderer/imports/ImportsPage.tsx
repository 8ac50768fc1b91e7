import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { ErrorNote, Loading } from '../ui/states'
import { choose } from './imports.acts'
import './imports.css'
import { useImportsStore } from './imports.store'
import { Matchings } from './Matchings'
import { PastImports } from './PastImports'
import { Staging } from './Staging'
import { StartPanel } from './StartPanel'
import { Undo } from './Undo'

/** 导入: read files, look at what they would change, confirm, and if need be undo. */
export function ImportsPage() {
  const { batchId, open, error, done } = useImportsStore()
  const history = useCall('imports', 'history', { offset: 0, limit: 50 })
  const waiting = history.data?.rows.filter(({ state, isOwn }) => state === 'staged' && isOwn) ?? []
  return (
    <Page
      title="导入"
      actions={
        batchId !== null && (
          <>
            <Button icon={<Icon name="left" size={16} />} onClick={() => open(null)}>
              返回
            </Button>
            <Button onClick={() => void choose('files')}>再读入一批</Button>
          </>
        )
      }
    >
      {error !== null && <ErrorNote error={error} />}
      {batchId === null ? (
        <div className="imp-start">
          {done && (
            <p className="imp-done" role="status">
              <Icon name="check" size={16} />
              {done.words}
              {done.batchId !== null && <Undo batchId={done.batchId} />}
            </p>
          )}
          <StartPanel waiting={waiting} />
          {history.isPending && <Loading />}
          {history.isError && <ErrorNote error={history.error} onRetry={() => void history.refetch()} />}
          {history.data && <PastImports rows={history.data.rows.filter(({ state }) => state !== 'staged')} />}
          <Matchings />
        </div>
      ) : (
        <Staging key={batchId} batchId={batchId} />
      )}
    </Page>
  )
}
