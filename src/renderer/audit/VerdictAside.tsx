import type { AuditVerdict } from '../../shared/audit/audit'
import { Button } from '../ui/Button'
import { StateMark } from '../ui/marks'
import { Aside } from './Aside'
import { count, instantWords, problemTitles } from './audit.words'

/** Lines named one by one before the rest is only counted. */
const MAX_NAMED = 20

interface VerdictProps {
  found: AuditVerdict
  at: string
  onJump: (seq: number) => void
}

export function VerdictAside({ onClose, ...verdict }: VerdictProps & { onClose: () => void }) {
  return (
    <Aside title="校验结果" onClose={onClose}>
      <Verdict {...verdict} />
    </Aside>
  )
}

/** What a verification found, said plainly: whole or not, the first line that is wrong, and what to do then. */
export function Verdict({ found, at, onJump }: VerdictProps) {
  const { checked, problem, clockSetBack, unreadable } = found
  const jump = (seq: number, words = `第 ${count(seq)} 行`) => (
    <Button key={seq} kind="link" size="small" onClick={() => onJump(seq)}>
      {words}
    </Button>
  )
  return (
    <div className="aud-verdict">
      {problem === null ? (
        <div className="aud-whole">
          <StateMark state="done">{unreadable.length === 0 ? '日志完整' : '能核对的部分完整'}</StateMark>
          <p>逐行核对 {count(checked)} 行，没有改动、缺失、退回或外来的行。</p>
        </div>
      ) : (
        <div className="aud-alarm" role="alert">
          <p>{problemTitles[problem.kind]}</p>
          <p>
            {problem.message}。已核对 {count(checked)} 行。
          </p>
          <p>请先停止在本机录入，保留现场，报告安全保密管理员；不要移动或替换数据库文件。</p>
          <Button size="small" onClick={() => onJump(problem.seq)}>
            看第 {count(problem.seq)} 行
          </Button>
        </div>
      )}
      {clockSetBack.length > 0 && (
        <section>
          <h3>系统时间被调回过</h3>
          <p>下列 {count(clockSetBack.length)} 行写下时，计算机的时间早于前一行。行的先后以序号为准。</p>
          <p>
            {clockSetBack.slice(0, MAX_NAMED).map(seq => jump(seq))}
            {clockSetBack.length > MAX_NAMED && `等，其余 ${count(clockSetBack.length - MAX_NAMED)} 行不再列出`}
          </p>
        </section>
      )}
      {unreadable.length > 0 && (
        <section>
          <h3>本账户不能核对的部分</h3>
          <p>这些行的密钥交给了别的审计员，请由其登录校验。</p>
          <p>{unreadable.map(({ first, last }) => jump(first, `第 ${count(first)}—${count(last)} 行`))}</p>
        </section>
      )}
      <p className="aud-hint">{instantWords(at)} 校验</p>
    </div>
  )
}
