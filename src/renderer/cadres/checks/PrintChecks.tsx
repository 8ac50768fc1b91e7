import { App } from 'antd'
import { useState } from 'react'
import { surenessTitles } from '../../../shared/cadres/checks/check'
import type { CheckedPerson, CheckFilter } from '../../../shared/checks/checks'
import { type ExportEntry, numberWords } from '../../../shared/exports/exports'
import { api } from '../../api/client'
import { useSession } from '../../api/session'
import { PaperList } from '../../ui/PaperList'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { instantWords } from '../cadres.words'
import { maskedWords } from './checks.words'
import { allOf, MOST_PRINTED } from './useChecks'

interface PrintChecksProps {
  filter: CheckFilter
  people: number
  onClose: () => void
}

interface Sheet {
  readonly entry: ExportEntry
  readonly people: readonly CheckedPerson[]
}

/** The page has drawn what is to be printed once two frames have passed. */
const drawn = (): Promise<void> =>
  new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Takes a number of the register with its reason, then prints; what is masked in a file is not on the paper. */
export function PrintChecks({ filter, people: total, onClose }: PrintChecksProps) {
  const { message } = App.useApp()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const print = async (reason: string): Promise<void> => {
    const people = await allOf(filter)
    const whom = { by: 'ids' as const, ids: people.map(({ id }) => id) }
    const entry = await api.exports.begin({
      kind: 'checks-print',
      whom,
      reason,
      recipient: '',
      mark: null,
      sensitive: [],
      namePattern: '',
    })
    setSheet({ entry, people })
    await drawn()
    const printed = await api.shell.print({}).then(
      answer => (answer.printed ? 'done' : 'cancelled'),
      () => 'failed' as const,
    )
    await api.exports.finish({ id: entry.id, outcome: printed, written: printed === 'done' ? people.length : 0 })
    if (printed === 'failed') void message.warning('没有打印出来。检查打印机后再试一次。')
    else if (printed === 'done') void message.info(`已打印，登记为${numberWords(entry)}`)
  }
  const tooMany = total > MOST_PRINTED ? `人太多，只印前 ${MOST_PRINTED} 人；其余请按单位分别打印。` : ''
  return (
    <>
      <ReasonDialog
        open
        title={`打印核对清单：${Math.min(total, MOST_PRINTED)} 人`}
        consequence={`打印会登记编号、人数和理由。遮住的内容不印出。${tooMany}`}
        confirmText="登记并打印"
        onConfirm={print}
        onClose={onClose}
      />
      {sheet && <ChecksSheet {...sheet} />}
    </>
  )
}

/** 云泽区石桥镇，3 人，5 处 */
function unitWords(unitName: string, people: readonly CheckedPerson[]): string {
  const own = people.filter(person => person.unitName === unitName)
  const found = own.reduce((sum, { findings }) => sum + findings.length, 0)
  return `${unitName || '没有填单位'}　${own.length} 人，${found} 处`
}

function ChecksSheet({ entry, people }: Sheet) {
  const { unit } = useSession()
  return (
    <PaperList
      title={`${unit}　档案核对清单`}
      note={`${entry.mark}　${numberWords(entry)}　${instantWords(entry.at)}`}
      foot="只作提示，以档案和组织认定为准"
      columns={['姓名', '核对结果', '把握', '处理']}
    >
      {people.flatMap(({ id, name, unitName, currentPost, findings }, nth) => [
        ...(people[nth - 1]?.unitName === unitName
          ? []
          : [
              <tr key={`unit-${id}`} className="chk-paper-unit">
                <td colSpan={4}>{unitWords(unitName, people)}</td>
              </tr>,
            ]),
        ...findings.map(({ rule, title, message, masked, sureness, dismissal }, index) => (
          <tr key={`${id}-${rule}-${index}`}>
            <td className="chk-paper-who">
              <b>{name}</b>
              {index === 0 && <small>{currentPost}</small>}
            </td>
            <td>
              <b>{title}</b>　{message ?? `涉及${maskedWords(masked)}，不印出`}
            </td>
            <td className="chk-paper-sure">{surenessTitles[sureness]}</td>
            <td className="chk-paper-hand">{dismissal ? `${dismissal.byName}：${dismissal.reason}` : ''}</td>
          </tr>
        )),
      ])}
    </PaperList>
  )
}
