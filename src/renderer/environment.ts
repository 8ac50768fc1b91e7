/** Imported before anything else: what the page's policy (CSP, Trusted Types) asks of the libraries. */

interface TrustedTypesFactory {
  createPolicy: (
    name: string,
    rules: Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string | null>,
  ) => unknown
}

/** antd writes CSS text through innerHTML. Text without any markup cannot do harm; everything else is refused. */
export const onlyWithoutMarkup = (text: string): string | null => (text.includes('<') ? null : text)

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory }
trustedTypes?.createPolicy('default', {
  createHTML: onlyWithoutMarkup,
  createScript: () => null,
  createScriptURL: () => null,
})

/** zod would otherwise try `new Function` once, which the policy refuses and reports. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
