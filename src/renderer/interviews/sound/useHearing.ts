import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { InterviewId } from '../../../shared/interviews/interviews'
import type { Heard } from '../../../shared/sound/sound'
import { lineAt } from '../../../shared/sound/sound.rules'
import { api } from '../../api/client'
import { createPlayer, type Player } from './player'

/** The sound of a talk after it was opened with a reason. */
export interface Hearing {
  readonly heard: readonly Heard[]
  readonly player: Player
}

export function useHearing(interviewId: InterviewId) {
  const [hearing, setHearing] = useState<Hearing | null>(null)
  useEffect(() => () => hearing?.player.stop(), [hearing])
  const open = useCallback(
    async (reason: string): Promise<void> => {
      const heard = await api.sound.open({ interviewId, reason })
      const player = createPlayer(heard, (id, from, count) => api.sound.pieces({ id, from, count }))
      setHearing({ heard, player })
    },
    [interviewId],
  )
  const close = useCallback(() => setHearing(null), [])
  return { hearing, open, close }
}

const silence: Player['store'] = createStore(() => ({ playing: false, ms: 0, why: null }))

/** The id of the line that is being heard; undefined while nothing is open or before the first line with a moment. */
export const useHeardLine = (
  hearing: Hearing | null,
  lines: readonly { readonly id: string; readonly soundMs: number | null }[],
): string | undefined =>
  useStore(hearing?.player.store ?? silence, ({ ms }) => (hearing ? lineAt(lines, ms)?.id : undefined))
