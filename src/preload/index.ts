import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, CoreEvent, Request } from '../shared/ipc/client'
import type { Result } from '../shared/result'
import type { ChosenFiles } from '../shared/shell/shell.contract'

type Answer = { readonly id: string; readonly result: Result<unknown> }

const listeners = new Set<(event: CoreEvent) => void>()
const tell = (event: CoreEvent): void => listeners.forEach(listener => listener(event))

const waiting = new Map<string, (result: Result<unknown>) => void>()
let connect: (port: MessagePort) => void
let port = new Promise<MessagePort>(resolve => {
  connect = resolve
})
let connected = false

/** Requests go straight to the core: nothing that a person sees or types passes through the shell's memory. */
ipcRenderer.on('core-port', event => {
  const [next] = event.ports
  if (!next) return
  next.onmessage = ({ data }: MessageEvent<Answer | CoreEvent>) => {
    if ('kind' in data) return tell(data)
    waiting.get(data.id)?.(data.result)
    waiting.delete(data.id)
  }
  next.start()
  const again = connected
  connected = true
  if (again) {
    for (const settle of waiting.values())
      settle({ ok: false, error: { code: 'signed-out', message: '已锁定，请先登录' } })
    waiting.clear()
    port = Promise.resolve(next)
    tell({ kind: 'core-restarted' })
  } else connect(next)
})
ipcRenderer.on('shell-event', (_event, event: CoreEvent) => tell(event))

const toCore = async (request: Request): Promise<Result<unknown>> => {
  const core = await port
  return new Promise(resolve => {
    waiting.set(request.id, resolve)
    core.postMessage(request)
  })
}

const noFile: Result<null> = { ok: true, value: null }

/** Three functions, no Electron object: the shell answers its own feature, the core all others. */
const bridge: Bridge & { drop(files: readonly File[]): Promise<Result<ChosenFiles | null>> } = {
  invoke: request =>
    request.channel.startsWith('shell.')
      ? (ipcRenderer.invoke('shell', request) as Promise<Result<unknown>>)
      : toCore(request),
  on: listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** A path is taken from a file that a person dropped: the page can neither read it nor make one up. */
  async drop(files) {
    const paths = files.map(file => webUtils.getPathForFile(file)).filter(path => path !== '')
    return paths.length === 0 ? noFile : ((await ipcRenderer.invoke('dropped', paths)) as Result<ChosenFiles | null>)
  },
}
contextBridge.exposeInMainWorld('dandang', bridge)
