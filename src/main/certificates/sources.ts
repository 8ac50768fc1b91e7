import type { CertificateOf, CertificateRow } from '../../shared/certificates/certificates'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { QueryContext } from '../ipc/contexts'
import type { Writes } from '../store/schema'
import { honoursSource } from './honours-source'
import { medalsSource } from './medals-source'

/** What a module must tell to have certificates printed and numbered. It adds a line below and one to `certificateSources`. */
export interface CertificateSource {
  /**
   * In the order of the ids, within the caller's scope.
   * @throws AppError not-found for one that is not there to be seen, refused for one that gets no certificate
   */
  rows(context: QueryContext, ids: readonly string[]): Promise<readonly CertificateRow[]>
  /** What a copy must bear at the least. */
  mark(context: QueryContext, ids: readonly string[]): Promise<SecrecyMark>
  /** Writes a number down, empty to take it back. */
  setNumber(db: Writes, id: string, words: string): Promise<void>
}

export const sources: Record<CertificateOf, CertificateSource> = {
  honours: honoursSource,
  medals: medalsSource,
}
