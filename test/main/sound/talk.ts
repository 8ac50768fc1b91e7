import type { InterviewId } from '../../../src/shared/interviews/interviews'
import type { Recording, SoundId } from '../../../src/shared/sound/sound'
import { type Core, type Place, signedIn } from '../../helpers/harness'
import { type Department, department, planOf, planOne } from '../interviews/department'
import { piecesFor } from './pieces'

/** The 安全保密管理员 allows recordings in the unit, or takes that back. */
export async function allowSound(place: Place, soundRecording = true): Promise<void> {
  const security = await signedIn('secadmin', place)
  const policy = await security.api.policy.get({})
  await security.api.policy.change({ policy: { ...policy, soundRecording }, reason: '经部务会研究' })
  security.close()
}

export async function setConsent(core: Core, id: InterviewId, consent: '同意' | '不同意'): Promise<void> {
  const { revision, details } = await core.api.interviews.get({ id })
  await core.api.interviews.keepDetails({ id, revision, details: { ...details, consent } })
}

/** A department whose officer holds a talk that is open, with the policy and the consent that sound needs. */
export async function recordedTalk(): Promise<Department & { readonly id: InterviewId }> {
  const { place, core: first, idOf, cadre } = await department()
  const id = await planOne(first, planOf(cadre, [idOf('陆四')]))
  first.close()
  await allowSound(place)
  const core = await signedIn('officer', place)
  await core.api.interviews.open({ id, heldOn: null })
  await setConsent(core, id, '同意')
  return { place, core, idOf, cadre, id }
}

/** Records so many pieces; @returns the recording, still running */
export async function recordSome(core: Core, interviewId: InterviewId, count: number): Promise<Recording> {
  const recording = await core.api.sound.begin({ interviewId })
  const next = piecesFor(recording.id)
  for (let piece = 0; piece < count; piece += 1) await core.api.sound.keep(next())
  return recording
}

/** A whole recording that was opened for hearing, as one file. */
export async function fileOf(core: Core, id: SoundId): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let from = 0; ; from += 7) {
    const some = await core.api.sound.pieces({ id, from, count: 7 })
    if (some.length === 0) return Uint8Array.from(parts.flatMap(part => [...part]))
    parts.push(...some)
  }
}
