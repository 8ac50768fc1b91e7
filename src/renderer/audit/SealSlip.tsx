import { App } from 'antd'
import type { AuditSeal } from '../../shared/audit/audit'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { PaperSlip } from '../ui/PaperSlip'
import { count, groupsOf, instantWords } from './audit.words'

/** The code in groups of four; read out as groups too. */
export const SealCode = ({ code }: { code: string }) => (
  <p className="aud-code">
    {groupsOf(code).map((group, index) => (
      <span key={index}>{group}</span>
    ))}
  </p>
)

/** Prints the slip that stands on the page. */
export function usePrint(): () => Promise<void> {
  const { message } = App.useApp()
  return async () => {
    try {
      await api.shell.print({})
    } catch {
      void message.warning('没有打印出来。检查打印机后再试一次。')
    }
  }
}

/** The paper for the safe: seen only by the printer, and alone on its sheet. */
export function SealSlip({ seal }: { seal: AuditSeal }) {
  const { unit } = useSession()
  return (
    <PaperSlip title="审计日志封存单" signatures={[`安全审计员（签名）：${seal.auditorName}`, '见证人（签名）：']}>
      <p>{unit}</p>
      <table>
        <tbody>
          <tr>
            <th>封存至</th>
            <td>第 {count(seal.seq)} 行</td>
          </tr>
          <tr>
            <th>封存时间</th>
            <td>{instantWords(seal.at)}</td>
          </tr>
          <tr>
            <th>封存码</th>
            <td>
              <SealCode code={seal.code} />
            </td>
          </tr>
          <tr>
            <th>备注</th>
            <td>{seal.note || '无'}</td>
          </tr>
        </tbody>
      </table>
      <p>本单与数据库分开存放。下次封存或检查时，把封存码与“封存记录”中同一行的封存码逐组核对。</p>
    </PaperSlip>
  )
}
