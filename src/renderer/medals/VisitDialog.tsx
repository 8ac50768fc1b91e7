import { Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { BatchId, MOST_VISITS } from '../../shared/care-batches/care-batches'
import { Day } from '../../shared/dates/add-months'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { FormDialog } from '../ui/FormDialog'

const NEW = 'new'

/** Takes people over into the visits of 七一: into one that is open, or a new one. What was entered there stays. */
export function VisitDialog({ year, rows, onClose }: { year: number; rows: readonly MedalRow[]; onClose: () => void }) {
  const [, go] = useLocation()
  const list = useCall('careBatches', 'list', {})
  const open = (list.data ?? []).filter(({ state, occasion }) => state === '进行中' && occasion === '七一')
  const [chosen, setChosen] = useState<string>()
  const into = chosen ?? open[0]?.id ?? NEW
  const visited = rows.filter(({ visitedOn }) => visitedOn !== null)

  async function take(): Promise<void> {
    const id =
      into === NEW
        ? (
            await api.careBatches.add({
              title: `${year}年七一走访（在党50年）`,
              occasion: '七一',
              budgetFen: null,
              source: null,
              approvedBy: '',
              from: Day.parse(`${year}-06-15`),
              to: Day.parse(`${year}-07-01`),
            })
          ).id
        : BatchId.parse(into)
    const { batch, visits } = await api.careBatches.get({ id })
    const known = new Set(visits.map(({ cadreId }) => cadreId))
    const fresh = rows.flatMap(({ ref }) => (ref.of === 'cadre' && !known.has(ref.id) ? [ref.id] : []))
    await api.careBatches.plan({
      id,
      revision: batch.revision,
      visits: [
        ...visits.map(({ cadreId, visitor, plannedFen, goods }) => ({ cadreId, visitor, plannedFen, goods })),
        ...fresh.map(cadreId => ({ cadreId, visitor: '', plannedFen: 0, goods: '' })),
      ],
    })
    go(`/care/batches/${id}`)
  }
  return (
    <FormDialog
      title={`列入七一走访：${rows.length} 人`}
      act="列入"
      refusal={list.isPending ? '正在读取' : rows.length > MOST_VISITS ? `一次最多 ${MOST_VISITS} 人` : undefined}
      onAct={take}
      onClose={onClose}
    >
      <div className="dd-field">
        <span className="dd-label">列入哪一次走访慰问</span>
        <Select
          aria-label="列入哪一次走访慰问"
          value={into}
          onChange={setChosen}
          options={[
            ...open.map(({ id, title, people }) => ({ value: id as string, label: `${title}（${people} 人）` })),
            { value: NEW, label: `新建 ${year}年七一走访` },
          ]}
        />
      </div>
      <p className="dd-aside">
        已经在名单里的不重复列入。走访人、慰问金在走访慰问里填，办结后记入每个人的关爱记录。
        {visited.length > 0 && `其中 ${visited.length} 人今年走访过：${visited.map(({ name }) => name).join('、')}。`}
      </p>
    </FormDialog>
  )
}
