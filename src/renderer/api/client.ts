import type { Contract } from '../../shared/contract'
import { type Bridge, createClient } from '../../shared/ipc/client'
import type { Client } from '../../shared/ipc/define'
import type { Result } from '../../shared/result'
import type { ChosenFiles } from '../../shared/shell/shell.contract'

declare global {
  interface Window {
    /** Put there by the preload: three functions, frozen. `drop` grants the reading of what a person dropped. */
    readonly dandang: Bridge & { drop(files: readonly File[]): Promise<Result<ChosenFiles | null>> }
  }
}

export type Api = Client<Contract>

/** Late-bound, so that a test can put a bridge over the real dispatch in place before the first call. */
const bridge: Bridge = {
  invoke: request => window.dandang.invoke(request),
  on: listener => window.dandang.on(listener),
}

export const api: Api = createClient<Contract>(bridge)
export const onCoreEvent: Bridge['on'] = listener => bridge.on(listener)
