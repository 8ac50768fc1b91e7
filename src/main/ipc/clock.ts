import type { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import type { Clock } from './contexts'

type Now = Pick<Clock, 'now'>
/** Today by this computer's clock and place. */
export const dayNow = ({ now }: Now): Day => todayDay(new Date(now()))
export const instantOf = ({ now }: Now): string => new Date(now()).toISOString()
