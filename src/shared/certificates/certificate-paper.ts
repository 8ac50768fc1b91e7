import type { Furniture } from '../papers/paper-page'
import type { CertificateRow, TemplateFacts } from './certificates'

/** Certificates one after the other, or the sheet that a printer is adjusted with. */
export interface CertificatePaper {
  readonly kind: 'certificates'
  readonly template: TemplateFacts
  /** Nobody where it is the test page. */
  readonly rows: readonly Pick<CertificateRow, 'name' | 'fields'>[]
  readonly blank: boolean
  readonly offset: { readonly x: number; readonly y: number }
  readonly test: boolean
  readonly furniture: Furniture
}
