import { numberWords } from '../../shared/exports/exports'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { describeError } from '../ui/errorWords'
import { StateMark } from '../ui/marks'
import { count, sensitiveWords } from './exports.words'
import type { Finished } from './way'

interface ResultViewProps {
  finished: Finished
  onSay: (words: string) => void
  onClose: () => void
}

/** What left, under which number, and where it lies. */
export function ResultView({ finished: { entry, place, saved, notes }, onSay, onClose }: ResultViewProps) {
  const show = async (): Promise<void> => {
    if (saved) await api.shell.showSaved(saved)
  }
  return (
    <div className="exp-result">
      <p className="exp-result-head">
        <StateMark state="done">已导出 {count(entry.written ?? 0)} 人</StateMark>
      </p>
      <dl>
        <dt>编号</dt>
        <dd className="exp-number">{numberWords(entry)}</dd>
        <dt>密级</dt>
        <dd>{entry.mark}</dd>
        <dt>带出的敏感内容</dt>
        <dd>{sensitiveWords(entry.sensitive)}</dd>
        {place !== null && (
          <>
            <dt>位置</dt>
            <dd className="exp-place">{place}</dd>
          </>
        )}
      </dl>
      {notes.map(note => (
        <p key={note} className="exp-advice">
          {note}
        </p>
      ))}
      <p className="exp-hint">已写入导出登记。文件离开本程序后不再加密，请按密级保管，用完及时清除。</p>
      <div className="dd-dialog-end">
        {saved && (
          <Button onClick={() => void show().catch((error: unknown) => onSay(describeError(error).what))}>
            打开所在文件夹
          </Button>
        )}
        <Button kind="primary" onClick={onClose}>
          知道了
        </Button>
      </div>
    </div>
  )
}
