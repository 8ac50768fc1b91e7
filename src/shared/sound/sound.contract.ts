import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { InterviewId } from '../interviews/interviews'
import { command, job, query, scratch } from '../ipc/define'
import { Heard, Piece, Recording, SoundId } from './sound'
import { Segment } from './transcript'

const hold = { needs: 'interviews.hold' } as const
const ofTalk = z.object({ interviewId: InterviewId })

/** Sound of a talk. Whoever may read the talk may hear it; its talkers and recorder record. */
export const soundContract = {
  status: query(ofTalk, z.object({ policyAllows: z.boolean(), recordings: z.array(Recording) }), {
    title: '查看谈话录音情况',
    ...hold,
  }),
  /** Begins a recording behind all earlier ones of the talk. One that a kill left open is closed. */
  begin: command(ofTalk, Recording, { title: '开始谈话录音', ...hold }),
  /**
   * Keeps the next piece, on the disk when it answers. A piece out of its turn is refused (`conflict`), the last one sent
   * again is not kept twice. Refused as soon as the policy or the person's consent is gone.
   */
  keep: scratch(Piece, z.object({ pieces: z.int() }), { title: '保存谈话录音', ...hold, quiet: true }),
  /** A recording of which no piece came in leaves nothing. */
  end: command(z.object({ id: SoundId }), z.object({ recording: Recording.nullable() }), {
    title: '停止谈话录音',
    ...hold,
  }),
  /** The bytes are gone, its place on the axis stays. */
  remove: command(z.object({ id: SoundId, reason: Reason }), z.object({}), { title: '删除谈话录音', ...hold }),
  /** Opens the sound of a talk for hearing: audited with its reason, once; `pieces` then hands it out in this session. */
  open: query(ofTalk.extend({ reason: Reason }), z.array(Heard), { title: '听谈话录音', ...hold, reveals: true }),
  /** Some pieces of a recording that was opened, in their order; fewer at its end. */
  pieces: query(
    z.object({ id: SoundId, from: z.int().min(0), count: z.int().min(1).max(30) }),
    z.array(z.instanceof(Uint8Array)),
    { title: '读取谈话录音', ...hold },
  ),
  /** Reads all sound of a talk and compares it with the hashes that were chained while it came in. */
  verify: job(ofTalk, z.object({ checked: z.int(), damaged: z.array(SoundId) }), { title: '核对谈话录音', ...hold }),
  /** The speech model that IT has put on this computer; null without one. */
  model: job(z.object({}), z.object({ model: z.object({ name: z.string(), version: z.string() }).nullable() }), {
    title: '查看语音转写模型',
    ...hold,
  }),
  /** Words for what was recorded, on the axis of the talk, for its talkers and recorder. Nothing of it is kept. */
  transcribe: job(ofTalk, z.array(Segment), { title: '转写谈话录音', ...hold }),
}
