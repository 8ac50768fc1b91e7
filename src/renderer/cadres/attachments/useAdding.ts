import { useState } from 'react'
import type { ArchiveClass } from '../../../shared/attachments/attachments'
import type { AddOutcome } from '../../../shared/attachments/attachments.contract'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { ChosenFiles } from '../../../shared/shell/shell.contract'
import { api } from '../../api/client'
import { grantDropped } from '../../api/dropped'
import { useJob } from '../../api/useJob'

/** Adding files to a person's: chosen or dropped, in sight, and what became of each. */
export function useAdding(cadreId: CadreId) {
  const job = useJob()
  const [outcomes, setOutcomes] = useState<readonly AddOutcome[]>([])
  const [refusal, setRefusal] = useState<unknown>(null)

  /** @param ask where the files come from; null when the person gave up. @returns what became of each file */
  async function add(
    ask: () => Promise<ChosenFiles | null>,
    category: ArchiveClass | null,
  ): Promise<readonly AddOutcome[]> {
    if (job.running) return []
    job.forget()
    setRefusal(null)
    setOutcomes([])
    try {
      const chosen = await ask()
      if (!chosen) return []
      const done = await job.run('加入附件', options =>
        api.attachments.add({ cadreId, token: chosen.token, category }, options),
      )
      setOutcomes(done ?? [])
      return done ?? []
    } catch (failure) {
      setRefusal(failure)
      return []
    }
  }
  return {
    running: job.running,
    cancel: job.cancel,
    error: refusal ?? job.error,
    outcomes,
    forget: () => {
      setOutcomes([])
      setRefusal(null)
      job.forget()
    },
    choose: (category: ArchiveClass | null) => add(() => api.shell.chooseImport({ what: 'attachments' }), category),
    drop: (files: readonly File[], category: ArchiveClass | null) => add(() => grantDropped(files), category),
  }
}
