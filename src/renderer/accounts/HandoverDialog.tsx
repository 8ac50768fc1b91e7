import { App, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { PaperSlip } from '../ui/PaperSlip'

/** A password that is on this screen once and nowhere else. */
export interface Handover {
  readonly name: string
  readonly login: string
  readonly kind: 'open' | 'reset'
  readonly password: string
}

/**
 * Shows a one-time password until it has been handed over. It never goes to the clipboard by itself, and no stray key or
 * click closes the dialog: once closed, only another application for a reset helps.
 */
export function HandoverDialog({ handover, onClose }: { handover: Handover; onClose: () => void }) {
  const { message } = App.useApp()
  const print = (): void =>
    void api.shell.print({}).catch(() => message.warning('没有打印出来。请抄写密码，或检查打印机后再试一次。'))
  return (
    <>
      <Modal
        open
        title={handover.kind === 'open' ? `${handover.name} 的初始密码` : `${handover.name} 的新密码`}
        closable={false}
        keyboard={false}
        mask={{ closable: false }}
        footer={null}
        width={480}
        centered
      >
        <dl className="acc-handover">
          <dt>登录名</dt>
          <dd>{handover.login}</dd>
          <dt>一次性密码</dt>
          <dd className="acc-password">{handover.password}</dd>
        </dl>
        <p className="acc-hint">
          只显示这一次，关闭后不能再看。请抄写或打印，当面交给本人；不要拍照，不要用手机转告。首次登录须改密码。
        </p>
        <div className="dd-dialog-end">
          <Button icon={<Icon name="print" size={16} />} onClick={print}>
            打印交接单
          </Button>
          <Button kind="primary" onClick={onClose}>
            已经记下，关闭
          </Button>
        </div>
      </Modal>
      <HandoverSlip handover={handover} />
    </>
  )
}

/** The paper that goes with it: seen only by the printer. */
function HandoverSlip({ handover }: { handover: Handover }) {
  const { unit, account } = useSession()
  const [today] = useState(() => new Date())
  return (
    <PaperSlip
      title="账户密码交接单"
      signatures={[
        `交出人：${account.name}`,
        '接收人（签名）：',
        `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`,
      ]}
    >
      <p>{unit}</p>
      <table>
        <tbody>
          <tr>
            <th>姓名</th>
            <td>{handover.name}</td>
          </tr>
          <tr>
            <th>登录名</th>
            <td>{handover.login}</td>
          </tr>
          <tr>
            <th>一次性密码</th>
            <td className="acc-password">{handover.password}</td>
          </tr>
        </tbody>
      </table>
      <p>首次登录须改密码。改好以后，本单由持有人当场销毁。</p>
    </PaperSlip>
  )
}
