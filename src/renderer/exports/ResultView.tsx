import { type ExportEntry, isOfNobody, isRegister, numberWords } from '../../shared/exports/exports'
import { sensitiveWords } from '../../shared/exports/register.rules'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { describeError } from '../ui/errorWords'
import { StateMark } from '../ui/marks'
import { count } from './exports.words'
import type { Finished } from './way'

interface ResultViewProps {
  finished: Finished
  onSay: (words: string) => void
  onClose: () => void
}

const isPaper = ({ kind }: ExportEntry): boolean => kind.endsWith('-print')

/** How it ended, in words. What a printer has taken before a stop cannot be taken back. */
function headOf(entry: ExportEntry): string {
  if (isOfNobody(entry.kind)) {
    const what = isRegister(entry.kind) ? '登记簿' : '表格'
    if (!isPaper(entry)) return `已导出${what}`
    return entry.outcome === 'done' ? `已送打印${what}` : `已停止：${what}没有全部打印`
  }
  const written = count(entry.written ?? 0)
  if (!isPaper(entry)) return `已导出 ${written} 人`
  return entry.outcome === 'done' ? `已送打印 ${written} 人` : `已停止：送打印 ${written} 人，其余没有打印`
}

function keepingWords(entry: ExportEntry): string {
  if (isPaper(entry)) return '纸质件请按密级登记、保管和销毁。'
  if (entry.kind === 'exchange') return '文件已经加密，仍请按密级保管和递送，对方并入以后及时清除。'
  return '文件离开本程序后不再加密，请按密级保管，用完及时清除。'
}

/** What left, under which number, and where it lies. */
export function ResultView({ finished: { entry, place, saved, notes }, onSay, onClose }: ResultViewProps) {
  const show = async (): Promise<void> => {
    if (saved) await api.shell.showSaved(saved)
  }
  return (
    <div className="exp-result">
      <p className="exp-result-head">
        <StateMark state={entry.outcome === 'done' ? 'done' : 'late'}>{headOf(entry)}</StateMark>
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
      <p className="exp-hint">
        已写入导出登记。
        {keepingWords(entry)}
      </p>
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
