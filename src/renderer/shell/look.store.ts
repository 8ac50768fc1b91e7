import { createStore, useStore } from 'zustand'
import type { Theme } from '../../shared/shell/theme'
import { api } from '../api/client'
import { itPolicy } from '../api/it-policy'

export type Mode = 'light' | 'dark'

interface Look {
  theme: Theme
  /** What the theme comes to on this computer now. */
  mode: Mode
  zoomPercent: number
  /** What the shell remembers, at start. */
  adopt: (remembered: { theme: Theme; zoomPercent: number }) => void
  setTheme: (theme: Theme) => void
  setZoom: (percent: number) => void
  /** Follows the system's choice between light and dark for as long as the page lives. */
  follow: () => void
}

const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** The next step up or down from any percentage. */
export function nextZoom(percent: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps : zoomSteps.toReversed()
  return steps.find(step => (step - percent) * direction > 0) ?? percent
}

export function createLookStore() {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const modeOf = (theme: Theme): Mode => (theme === 'system' ? (system.matches ? 'dark' : 'light') : theme)
  const show = (mode: Mode): void => {
    document.documentElement.dataset.theme = mode
  }
  return createStore<Look>()((set, get) => {
    const applyTheme = (theme: Theme): void => {
      const mode = modeOf(theme)
      show(mode)
      set({ theme, mode })
    }
    return {
      theme: 'system',
      mode: modeOf('system'),
      zoomPercent: 100,
      adopt: ({ theme, zoomPercent }) => {
        applyTheme(theme)
        set({ zoomPercent })
      },
      setTheme: theme => {
        if (itPolicy.getState().inForce.theme !== undefined) return
        applyTheme(theme)
        void api.shell.setTheme({ theme })
      },
      setZoom: percent => {
        if (itPolicy.getState().inForce.zoomPercent !== undefined) return
        set({ zoomPercent: percent })
        void api.shell.setZoom({ percent })
      },
      follow: () => {
        show(get().mode)
        system.addEventListener('change', () => applyTheme(get().theme))
      },
    }
  })
}

export const look = createLookStore()
export const useLook = <T>(pick: (state: Look) => T): T => useStore(look, pick)
