import { assessmentsPair } from './assessments.pair'
import { educationPair } from './education.pair'
import type { TextPair } from './pair'
import { partyPair } from './party.pair'
import { postsPair } from './posts.pair'
import { resumePair } from './resume.pair'
import { rewardsPair } from './rewards.pair'

/** Every text of the form that rows say too. */
export const textPairs: readonly TextPair[] = [
  partyPair,
  educationPair,
  postsPair,
  resumePair,
  rewardsPair,
  assessmentsPair,
]

export const pairOf = (key: string): TextPair | undefined => textPairs.find(pair => pair.key === key)
/** The pair that a finding speaks of. */
export const pairOfRule = (rule: string): TextPair | undefined => textPairs.find(pair => pair.rule === rule)
