import * as z from 'zod'
import { Login, Password } from '../accounts/accounts'
import { gate } from '../ipc/define'
import { text } from '../text'
import { NewStore, Session, StoreState } from './session'

const RecoveryCode = z.string().min(1).max(80)

export const sessionContract = {
  state: gate(z.object({}), StoreState, { title: '查看数据库状态', needs: 'anyone', always: true }),
  /** `acceptClock` is set when the person has checked the computer's clock after a 'clock-set-back' refusal. */
  signIn: gate(z.object({ login: Login, password: Password, acceptClock: z.boolean() }), Session, {
    title: '登录',
    needs: 'anyone',
    always: true,
  }),
  create: gate(NewStore, z.object({ recoveryCode: z.string() }), {
    title: '建立数据库',
    needs: 'anyone',
    always: true,
  }),
  /** The sealed paper code gives one account a new password, and is itself replaced by a new code, once that is written down. */
  recover: gate(
    z.object({ recoveryCode: RecoveryCode, login: Login, password: Password }),
    z.object({ recoveryCode: z.string() }),
    { title: '用恢复码重设密码', needs: 'anyone', always: true },
  ),
  /** The new code was written down: until then the one before counts as well. */
  settleRecovery: gate(z.object({ recoveryCode: RecoveryCode }), z.object({}), {
    title: '核对新的恢复码',
    needs: 'anyone',
    always: true,
  }),
  changePassword: gate(z.object({ current: Password, next: Password }), Session, {
    title: '修改密码',
    needs: 'signed-in',
    always: true,
  }),
  acknowledgeRollback: gate(z.object({ reason: text(200).min(1) }), Session, {
    title: '确认数据回退',
    needs: 'alarms.acknowledge',
    always: true,
  }),
}
