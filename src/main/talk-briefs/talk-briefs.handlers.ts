import type { CoreHandlers } from '../ipc/contexts'
import { briefOf } from './brief'

export const talkBriefsHandlers: CoreHandlers['talkBriefs'] = {
  get: (context, { id }) => briefOf(context, id),
}
