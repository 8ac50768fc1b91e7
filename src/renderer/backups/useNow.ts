import { useMinute } from '../shell/useMinute'

/** Now to the minute, in milliseconds: moves on by itself. */
export const useNow = (): number => Date.parse(useMinute().replace(' ', 'T'))
