import type { ImportedFields } from '../../../src/shared/cadres/imported'
import { parsePartyText } from '../../../src/shared/cadres/party-text'
import { digitsOf } from '../../../src/shared/dates/partial-date'

/** A line of truth.json: what the maker of the samples knows of the invented person. */
export interface Truth {
  readonly file: string
  readonly dialect: string
  readonly name: string
  readonly sex: string
  readonly birth: string
  readonly nation: string
  readonly joined: string
  readonly party: string | null
  readonly work: string
  readonly post: string
  readonly idNumber: string | null
  readonly resumeLines: number
  readonly family: number
  readonly grades: string[]
  readonly awards: number
}
type Summary = Omit<Truth, 'file' | 'dialect'>

export const expectedOf = ({ file: _file, dialect: _dialect, ...rest }: Truth): Summary => rest

export const summaryOf = (fields: ImportedFields): Summary => ({
  name: fields.name,
  sex: fields.sex ?? '',
  birth: fields.birth ? digitsOf(fields.birth) : '',
  nation: fields.nation,
  joined: fields.partyJoined ? digitsOf(fields.partyJoined) : '',
  party: parsePartyText(fields.form.partyText)?.otherParties[0] ?? null,
  work: fields.workStart ? digitsOf(fields.workStart) : '',
  post: fields.form.currentPost,
  idNumber: fields.idNumber || null,
  resumeLines: fields.resume.length,
  family: fields.family.length,
  grades: fields.assessments.map(({ grade }) => grade),
  awards: fields.rewards.length,
})
