import type { Capability } from '../../shared/accounts/roles'
import type { Notice } from '../../shared/notices/notices.contract'
import type { QueryContext } from '../ipc/contexts'

/** What one module has to remind of. Asked after every change: it reads an index and reckons nothing. */
export interface NoticeSource {
  readonly needs: Capability | 'signed-in'
  find(context: QueryContext): Promise<Notice[]>
}
