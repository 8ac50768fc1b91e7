/** An amount of yuan as a person types it, in fen; null for nothing, undefined for what is no amount. Money is never a fraction. */
export function fenOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，元]/g, '')
  if (plain === '') return null
  const [, yuan = '', rest = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return yuan === '' ? undefined : Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
}

/** 12,345.60; whole yuan without their zeros. */
export function yuanWords(fen: number): string {
  const [yuan, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  const grouped = String(yuan).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
