import { useState } from 'react'
import { moduleTitles } from '../../shared/exchange/exchange'
import { useLeaveRefusal } from '../api/it-policy'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { LockNote } from '../ui/LockNote'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { minuteWords, outcomeWords } from './exchange.words'
import { OwnTalksDialog } from './OwnTalksDialog'
import { WhomDialog } from './WhomDialog'

/** 发出: every package under its number, and what its recipient said of it. */
export function SentTab() {
  const may = useMay()
  const locked = useLeaveRefusal('sealed')
  const [asking, setAsking] = useState<'people' | 'talks' | null>(null)
  const sent = useRows('exchange', 'sent', {}, 50)
  return (
    <Card
      title="发出的数据包"
      more={
        <span className="exc-acts">
          {locked !== undefined && may('exchange.send') && <LockNote />}
          {may('cadres.export') && may('exchange.send') && (
            <Button size="small" kind="primary" reason={locked} onClick={() => setAsking('people')}>
              制作数据包
            </Button>
          )}
          {may('exchange.send') && (
            <Button size="small" reason={locked} onClick={() => setAsking('talks')}>
              发出本人的谈话
            </Button>
          )}
        </span>
      }
    >
      {sent.isPending && <Loading />}
      {sent.error && <ErrorNote error={sent.error} />}
      {sent.total === 0 && (
        <EmptyState
          title="还没有发出过"
          hint="选好单位、人员和内容，保存成一个加密的文件，用移动盘或机要渠道交给对方。"
        />
      )}
      {sent.rows.length > 0 && (
        <table className="exc-table">
          <thead>
            <tr>
              <th>编号</th>
              <th>时间</th>
              <th>发往</th>
              <th>人数</th>
              <th>内容</th>
              <th>密级</th>
              <th>经办</th>
              <th>导出登记</th>
              <th>回执</th>
            </tr>
          </thead>
          <tbody>
            {sent.rows.map(row => (
              <tr key={row.id}>
                <td>第 {row.number} 号</td>
                <td>{minuteWords(row.at)}</td>
                <td>{row.partnerUnit}</td>
                <td className="exc-count">{row.people}</td>
                <td>{row.modules.map(module => moduleTitles[module]).join('、')}</td>
                <td>{row.mark}</td>
                <td>{row.byName}</td>
                <td>{row.exportWords}</td>
                <td>
                  {row.receipt === null ? (
                    <StateMark state="soon">没有回执</StateMark>
                  ) : (
                    <>
                      <StateMark state="done">{minuteWords(row.receipt.at)}</StateMark>
                      <small className="exc-below">{outcomeWords(row.receipt)}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sent.more && (
        <p className="exc-more">
          <Button kind="link" size="small" onClick={sent.more}>
            再列一些
          </Button>
        </p>
      )}
      {asking === 'people' && <WhomDialog onClose={() => setAsking(null)} />}
      {asking === 'talks' && <OwnTalksDialog onClose={() => setAsking(null)} />}
    </Card>
  )
}
