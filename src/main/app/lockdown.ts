import { app, type Session, session, type WebContents } from 'electron'
import type { Microphone } from './microphone'

/** Whether the main frame asks for sound and nothing else. */
const isSoundAlone = (
  details: { readonly isMainFrame: boolean; readonly mediaTypes?: readonly string[] } | undefined,
) => details?.isMainFrame === true && details.mediaTypes?.length === 1 && details.mediaTypes[0] === 'audio'
const isGiven = (contents: WebContents | null, microphone: Microphone): boolean =>
  contents !== null && microphone.isFor(contents)

/** No request leaves the application: only its own scheme, and what a page made itself. */
const isOwn = (url: string, devServer: string | undefined): boolean =>
  /^(app|blob|data|devtools):/.test(url) ||
  (devServer !== undefined && url.replace(/^ws/, 'http').startsWith(devServer))

/**
 * Denies every permission, request, window, navigation and webview that the application does not need. The one permission it
 * ever gives is sound from the microphone, to the page that `microphone` was given to.
 */
export function lockDown(devServer: string | undefined, microphone: Microphone): void {
  const harden = (each: Session): void => {
    each.setPermissionRequestHandler((contents, permission, answer, details) =>
      answer(permission === 'media' && isSoundAlone(details) && microphone.isFor(contents)),
    )
    each.setPermissionCheckHandler(
      (contents, permission, _origin, details) =>
        permission === 'media' && details.mediaType === 'audio' && details.isMainFrame && isGiven(contents, microphone),
    )
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
