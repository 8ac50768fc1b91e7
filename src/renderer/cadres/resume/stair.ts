import type { Cadre, ResumeEntry } from '../../../shared/cadres/cadres'
import { parseResume } from '../../../shared/cadres/resume-text'
import { leadershipLevelCodes } from '../../../shared/codes/leadership-level'
import { monthsOf, type PartialDate } from '../../../shared/dates/partial-date'

/** Rungs from the lowest up. What no word tells is drawn on a rung of its own and never guessed. */
export const rungs = ['学习', '未注明', '科员', '副科', '正科', '副处', '正处', '副厅', '正厅', '副省', '正省'] as const
export type Rung = (typeof rungs)[number]

const byCode: Readonly<Record<string, Rung>> = {
  '1A11': '正省',
  '1A12': '副省',
  '1A21': '正厅',
  '1A22': '副厅',
  '1A31': '正处',
  '1A32': '副处',
  '1A41': '正科',
  '1A42': '副科',
}
const inWords: readonly (readonly [RegExp, Rung])[] = [
  [/正厅|厅局级正职/, '正厅'],
  [/副厅|厅局级副职/, '副厅'],
  [/正处|正县|县处级正职/, '正处'],
  [/副处|副县|县处级副职/, '副处'],
  [/正科|乡科级正职/, '正科'],
  [/副科|乡科级副职/, '副科'],
  [/科员|办事员|选调生/, '科员'],
]

/** The rung that a level or the words of an entry name; undefined when they name none. */
export function rungOf({ level, text }: Pick<ResumeEntry, 'level' | 'text'>): Rung | undefined {
  const code = leadershipLevelCodes.byName(level)?.code
  const named = code === undefined ? undefined : byCode[code]
  if (named) return named
  const first = text.split('\n')[0] ?? ''
  // A level in brackets or words, such as （正科级）; studies only where the entry is nothing else.
  const found = inWords.find(([pattern]) => pattern.test(level) || pattern.test(first))
  if (found) return found[1]
  return /(学习|学生|专业|读书|攻读)/.test(first) && !/[,，、；;].*(任|科|长|员)/.test(first) ? '学习' : undefined
}

export interface Step {
  /** Months since the year 0. `to` is the month after the last. */
  readonly from: number
  readonly to: number
  readonly open: boolean
  readonly rung: Rung
  readonly text: string
  readonly entry: ResumeEntry
}

/** The rows of the résumé: those of the file, else those that its text gives. */
export const entriesOf = ({ resume, form }: Pick<Cadre, 'resume' | 'form'>): readonly ResumeEntry[] =>
  resume.length > 0 ? resume : parseResume(form.resume).entries

/** The steps of a career in time. What has no beginning cannot be drawn and is only listed. */
export function stepsOf(cadre: Cadre, on: PartialDate): readonly Step[] {
  const now = monthsOf(on).latest
  return entriesOf(cadre).flatMap(entry => {
    if (!entry.from) return []
    const from = monthsOf(entry.from).earliest
    const open = entry.to === null
    const to = entry.to ? monthsOf(entry.to).latest : now
    // The post that lasts is at the level that the file itself states.
    const level = entry.level === '' && open ? cadre.postLevel : entry.level
    return [
      {
        from,
        to: Math.max(to, from + 1),
        open,
        rung: rungOf({ ...entry, level }) ?? '未注明',
        text: entry.text,
        entry,
      },
    ]
  })
}

/** 5年9月, 8月; nothing for less than a month. */
export function spanWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}月` : ''}`
}
