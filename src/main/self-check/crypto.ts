import type { Check } from '../../shared/self-check/report'

const failed = (group: Check['group'], title: string, error: unknown): Check => {
  const code = (error as { code?: unknown } | null)?.code
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  const detail = `不能加载${typeof code === 'string' ? `（${code}）` : ''}：${message.slice(0, 300)}`
  return { group, title, state: 'fail', detail }
}

/** The addons, loaded one by one, so that one that does not load is named; then the known answers of all cryptography. */
export async function checkCrypto(): Promise<{ checks: Check[]; sqlite: string | null }> {
  const checks: Check[] = []
  let sqlite: string | null = null
  try {
    const { default: Database } = await import('better-sqlite3')
    // A file without a name is a temporary one, with nothing in it.
    const raw = new Database('')
    sqlite = String(raw.prepare('SELECT sqlite_version()').pluck().get())
    raw.close()
    checks.push({ group: 'addons', title: '数据库引擎', state: 'ok', detail: `SQLite ${sqlite}` })
  } catch (error) {
    checks.push(failed('addons', '数据库引擎', error))
  }
  try {
    await import('@node-rs/argon2')
    checks.push({ group: 'addons', title: '密钥派生组件', state: 'ok', detail: '已加载' })
  } catch (error) {
    checks.push(failed('addons', '密钥派生组件', error))
  }
  if (checks.some(({ state }) => state === 'fail')) return { checks, sqlite }
  const { selfTest } = await import('../store/selftest')
  for (const { name, ok, detail } of await selfTest())
    checks.push({ group: 'crypto', title: name, state: ok ? 'ok' : 'fail', detail })
  return { checks, sqlite }
}
