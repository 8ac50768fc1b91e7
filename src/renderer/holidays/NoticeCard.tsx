import { useRef, useState } from 'react'
import type { HolidayYear } from '../../shared/dates/work-days'
import { readHolidays } from '../../shared/holidays/holiday-file.rules'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { TextField } from '../ui/TextField'

/** A table is a few hundred bytes; what is larger is something else. */
const MOST_BYTES = 64 * 1024
const sample = '春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。'

interface NoticeCardProps {
  readonly year: number
  readonly open: boolean
  readonly onRead: (table: HolidayYear) => void
}

/** Takes the words of the yearly notice, or a table that was saved out. What was read is shown below; nothing is stored yet. */
export function NoticeCard({ year, open, onRead }: NoticeCardProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [doubts, setDoubts] = useState<readonly string[]>([])
  const [done, setDone] = useState('')

  function read(words: string): void {
    const found = readHolidays(words, year)
    setDoubts(found.doubts)
    setDone(found.table ? `读出 ${found.table.year} 年 ${found.table.off.length} 个节日，请核对下面的日历后保存` : '')
    if (found.table) onRead(found.table)
  }
  async function readFile(file: File | undefined): Promise<void> {
    if (!file) return
    if (file.size > MOST_BYTES) return setDoubts(['文件太大，不是放假安排'])
    const words = await file.text()
    setText(words)
    read(words)
  }

  return (
    <Card
      title={open ? `${year} 年的放假安排还没有导入` : '按通知导入'}
      note="粘贴国务院办公厅通知的正文，或打开从本应用导出的表格"
    >
      <div className="hol-notice">
        <TextField
          label="通知正文"
          hideLabel
          value={text}
          onChange={setText}
          multiline
          rows={open ? 6 : 3}
          placeholder={sample}
        />
        <div className="hol-notice-acts">
          <Button
            kind={open ? 'primary' : 'plain'}
            reason={text.trim() === '' ? '先粘贴通知正文' : undefined}
            onClick={() => read(text)}
          >
            读取
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".csv,.json,.txt"
            hidden
            aria-label="放假安排文件"
            onChange={event => {
              void readFile(event.target.files?.[0])
              event.target.value = ''
            }}
          />
          <Button icon={<Icon name="folder" size={16} />} onClick={() => chooser.current?.click()}>
            打开表格
          </Button>
          <span role="status">{done}</span>
        </div>
        {doubts.length > 0 && (
          <ul className="hol-doubts" role="alert">
            {doubts.map(doubt => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
