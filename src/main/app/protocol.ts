import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { app, protocol, type Session } from 'electron'
import { fileOf } from './renderer-files'

/** Everything comes from the application itself. antd writes its styles at run time, hence the one 'unsafe-inline'. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Before the application is ready. Besides its own addresses it knows none: no name is ever looked up in a network. */
export function declareScheme(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1')
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveRenderer(session: Session, rendererDir: string): void {
  session.protocol.handle('app', async request => {
    try {
      const file = fileOf(request.url, rendererDir)
      if (!file) return new Response('not found', { status: 404 })
      const headers: Record<string, string> = {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      }
      return new Response(new Uint8Array(await readFile(file)), { headers })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}
