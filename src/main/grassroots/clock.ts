import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import type { Clock } from '../ipc/contexts'

type Now = Pick<Clock, 'now'>
export const dayOf = ({ now }: Now): Day => Day.parse(today(new Date(now())))
export const instantOf = ({ now }: Now): string => new Date(now()).toISOString()
