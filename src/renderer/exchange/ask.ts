import { useExchange } from './exchange.store'

/** Where a package or a receipt is opened. */
export const RECEIVED = '/exchange/received'

/** A file that was dropped or opened with the application is read by the page, whatever it looked at before. */
export const offerPackage = (token: string): void => useExchange.getState().offer(token)
