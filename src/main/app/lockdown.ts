import { app, type Session, session } from 'electron'

/** No request leaves the application: only its own scheme, and what a page made itself. */
const isOwn = (url: string, devServer: string | undefined): boolean =>
  /^(app|blob|data|devtools):/.test(url) ||
  (devServer !== undefined && url.replace(/^ws/, 'http').startsWith(devServer))

/** Denies every permission, request, window, navigation and webview that the application does not need. */
export function lockDown(devServer: string | undefined): void {
  const harden = (each: Session): void => {
    each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    each.setPermissionCheckHandler(() => false)
    each.setDevicePermissionHandler(() => false)
    each.setSpellCheckerEnabled(false)
    // Chromium fetches the dictionary of a language that is set even while spell checking is off.
    each.setSpellCheckerLanguages([])
    each.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url, devServer) }))
    each.on('will-download', event => event.preventDefault())
  }
  harden(session.defaultSession)
  app.on('session-created', harden)
  app.on('web-contents-created', (_event, contents) => {
    // WebRTC asks neither the page's policy nor webRequest: without a proxy it now has no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
  })
  app.on('select-client-certificate', event => event.preventDefault())
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}
