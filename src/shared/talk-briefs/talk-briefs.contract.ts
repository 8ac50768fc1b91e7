import * as z from 'zod'
import { InterviewId } from '../interviews/interviews'
import { query } from '../ipc/define'
import { TalkBrief } from './talk-briefs'

export const talkBriefsContract = {
  /** For those who hold or record the talk, and for whoever plans it. */
  get: query(z.object({ id: InterviewId }), TalkBrief, { title: '查看谈话前一页', needs: 'interviews.hold' }),
}
