import { App } from 'antd'
import { useState } from 'react'
import { minuteWords } from '../../shared/exports/exports'
import type { HonourBatch } from '../../shared/honours/honours-file.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'

const whats: Record<HonourBatch['what'], string> = { import: '导入', adopt: '从档案登记' }

/** What came into the register together, each to be taken back whole. */
export function BatchesCard() {
  const edits = useMay()('honours.edit')
  const { message } = App.useApp()
  const batches = useCall('honours', 'batches', {})
  const [undoing, setUndoing] = useState<HonourBatch | null>(null)
  if (!batches.data || batches.data.length === 0) return null
  return (
    <Card title="最近成批登记的">
      <ul>
        {batches.data.map(batch => (
          <li key={batch.id} className="dd-row">
            <span>
              {whats[batch.what]}　{batch.count} 项<small>{batch.words}</small>
            </span>
            <span>{batch.byName}</span>
            <span>{minuteWords(batch.at)}</span>
            {batch.undone ? (
              <span className="dd-aside">已撤回</span>
            ) : (
              edits && (
                <Button kind="link" size="small" onClick={() => setUndoing(batch)}>
                  撤回
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <ReasonDialog
        open={undoing !== null}
        title={`撤回 ${undoing?.count ?? 0} 项`}
        consequence="这一批登记的从荣誉册里去掉；后来改过、核验过或者撤销过的留下。"
        confirmText="撤回"
        danger
        onConfirm={async reason => {
          if (!undoing) return
          const { undone, kept } = await api.honours.undoBatch({ id: undoing.id, reason })
          void message.success(kept > 0 ? `已撤回 ${undone} 项，留下 ${kept} 项` : `已撤回 ${undone} 项`)
        }}
        onClose={() => setUndoing(null)}
      />
    </Card>
  )
}
