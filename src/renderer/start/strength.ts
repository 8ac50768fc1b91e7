import type { SecurityPolicy } from '../../shared/policy/policy'
import { countKinds, mayUsePassword } from '../../shared/policy/policy.rules'

export type PasswordRule = Pick<SecurityPolicy, 'passwordLength' | 'passwordKinds'>

export interface Strength {
  /** 0 may not be used; 1 to 3 are ever harder to guess. */
  level: 0 | 1 | 2 | 3
  word: string
}

/** How a password stands to the unit's rule, in words. */
export function strengthOf(password: string, rule: PasswordRule, personWords: readonly string[]): Strength {
  if (password === '') {
    return { level: 0, word: `至少 ${rule.passwordLength} 位，含小写、大写、数字、符号中的 ${rule.passwordKinds} 种` }
  }
  const verdict = mayUsePassword(password, rule, personWords)
  if (!verdict.allowed) return { level: 0, word: verdict.reason }
  const length = [...password].length
  const kinds = countKinds(password)
  if (length >= 16 && kinds >= 3) return { level: 3, word: '很强' }
  if (length >= 16 || (length >= rule.passwordLength + 2 && kinds >= 3)) return { level: 2, word: '较强' }
  return { level: 1, word: '可用' }
}
