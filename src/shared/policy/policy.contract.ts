import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, query } from '../ipc/define'
import { SecurityPolicy } from './policy'

export const policyContract = {
  get: query(z.object({}), SecurityPolicy, { title: '查看安全策略', needs: 'policy.read' }),
  change: command(z.object({ policy: SecurityPolicy, reason: Reason }), SecurityPolicy, {
    title: '调整安全策略',
    needs: 'policy.change',
  }),
}
