import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { FromPaper, PaperBridge, ToPaper } from '../shared/papers/paper-protocol'

let connect: (port: MessagePort) => void
const port = new Promise<MessagePort>(resolve => {
  connect = resolve
})
ipcRenderer.once('paper-port', event => {
  const [own] = event.ports
  if (own) connect(own)
})

/** The paper window hears what to lay out, says when it stands and lets go of what it drew. It can ask for nothing. */
const bridge: PaperBridge = {
  onPaper: listener =>
    void port.then(own => {
      own.onmessage = ({ data }: MessageEvent<ToPaper>) => listener(data)
      own.start()
    }),
  answer: message => void port.then(own => own.postMessage(message satisfies FromPaper)),
  forget: () => webFrame.clearCache(),
}
contextBridge.exposeInMainWorld('paper', bridge)
