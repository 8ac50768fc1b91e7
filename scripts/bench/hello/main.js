// The least that an Electron application can be, as the measure of ours: one window with one line of text.
const { readFile } = require('node:fs/promises')
const path = require('node:path')
const { app, BrowserWindow, protocol } = require('electron')

// Without the sandbox only where ours does without it too: as root, in a container.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.setPath('userData', path.join(app.getPath('appData'), 'Hello'))
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

void app.whenReady().then(() => {
  protocol.handle('app', async () => {
    const page = await readFile(path.join(__dirname, 'hello.html'))
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  })
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, spellcheck: false } })
  window.once('ready-to-show', () => window.show())
  return window.loadURL('app://hello/hello.html')
})
app.on('window-all-closed', () => app.quit())
