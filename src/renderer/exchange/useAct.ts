import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { describeError } from '../ui/errorWords'

/** Runs a decision: whatever shows the package is fetched again, and a refusal is said. */
export function useAct(): (work: Promise<unknown>) => void {
  const { message } = App.useApp()
  const client = useQueryClient()
  return work =>
    void work
      .then(() => client.invalidateQueries({ queryKey: ['exchange'] }))
      .catch((error: unknown) => void message.warning(describeError(error).what))
}
