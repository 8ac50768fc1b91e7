import { create } from 'zustand'
import { everybody, type Offer, useAsked } from '../exports/ask'

/** Whose forms are being previewed; null while the preview is closed. */
export const useForms = create<{ readonly offer: Offer | null }>(() => ({ offer: null }))

/** Opens the preview for those whom the page in sight offers, or for others. */
export const askForms = (offer?: Offer): void =>
  useForms.setState({ offer: offer ?? useAsked.getState().offered ?? everybody })
export const closeForms = (): void => useForms.setState({ offer: null })
