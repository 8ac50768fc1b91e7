import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CadreId } from '../../../shared/cadres/cadres'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { Page } from '../../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { SearchField } from '../../ui/TextField'
import '../cadre.css'
import '../cadres.css'
import { count } from '../cadres.words'
import './trash.css'
import { TrashTable } from './TrashTable'
import { useRestore } from './useRestore'
import { useTrashed } from './useTrashed'

/** As many as one call takes. */
const MOST_AT_ONCE = 500

/** 回收站: who lies there, since when, by whom and why. Files are read and restored here; nothing is deleted. */
export function TrashPage() {
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<CadreId>>(new Set())
  const { rows, total, error, retry, more } = useTrashed(text.trim())
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit')
  const restore = useRestore(() => setPicked(new Set()))
  // Who was restored elsewhere meanwhile is not among the rows any more.
  const chosen = rows.filter(({ id }) => picked.has(id))
  return (
    <Page
      title="回收站"
      note={total !== undefined && `${text.trim() === '' ? '' : '找到 '}${count(total)} 份档案`}
      actions={
        <Button icon={<Icon name="left" size={16} />} onClick={() => go('/cadres')}>
          干部名册
        </Button>
      }
    >
      <div className="trs-page">
        <div className="trs-filter">
          <SearchField label="在回收站里查找" placeholder="姓名、拼音首字母" value={text} onChange={setText} />
          <span className="trs-hint">档案和变更记录都完整保留，打开可以查看，恢复以后才能修改。</span>
        </div>
        <Card className="trs-card">
          {error !== null && <ErrorNote error={error} onRetry={retry} />}
          {total === undefined && error === null && <Loading />}
          {total === 0 &&
            (text.trim() === '' ? (
              <EmptyState title="回收站是空的" hint="移入回收站、合并以后和撤销导入的档案列在这里，可以恢复。" />
            ) : (
              <EmptyState
                title="回收站里没有这样的人"
                action={<Button onClick={() => setText('')}>看回收站的全部档案</Button>}
              />
            ))}
          {rows.length > 0 && (
            <div className="trs-scroll">
              <TrashTable
                rows={rows}
                edits={edits}
                picked={picked}
                onPick={setPicked}
                onOpen={id => go(`/cadres/${id}`)}
                onRestore={row => restore([row])}
              />
              {more && total !== undefined && (
                <p className="trs-more">
                  已列出 {count(rows.length)} 份
                  <Button kind="link" size="small" onClick={more}>
                    再列一些（共 {count(total)} 份）
                  </Button>
                </p>
              )}
            </div>
          )}
        </Card>
        {chosen.length > 0 && (
          <div className="cad-picked" role="group" aria-label="选中的档案">
            <span role="status">已选 {chosen.length} 份</span>
            <Button
              size="small"
              reason={chosen.length > MOST_AT_ONCE ? `一次最多 ${MOST_AT_ONCE} 份` : undefined}
              onClick={() => restore(chosen)}
            >
              恢复
            </Button>
            <Button size="small" kind="link" onClick={() => setPicked(new Set())}>
              取消选择
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}
