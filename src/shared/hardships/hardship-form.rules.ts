import { yuan } from '../care-standards/care-standards.rules'
import { showDate } from '../dates/partial-date'
import { cell, type DocumentBody, type DocumentPart, label } from '../documents/document-paper'
import type { Hardship, Household } from './hardships'
import { paidFen } from './hardships.rules'

const money = (fen: number | null): string => (fen === null ? '未登记' : `${yuan(fen)} 元`)
const MASKED = '未印出'

/** The case on paper, to be signed. @param household null where nobody has asked for it with a reason */
export function hardshipBody(hardship: Hardship, household: Household | null): DocumentBody {
  const rows: readonly (readonly [string, string])[] = [
    ['姓名', hardship.cadreName],
    ['单位和职务', hardship.cadrePost],
    ['登记日期', showDate(hardship.openedOn)],
    ['困难原因', [hardship.cause, hardship.causeText].filter(text => text !== '').join('。')],
    [
      '家庭人口',
      household ? [`${household.members} 人`, household.who].filter(text => text !== '').join('：') : MASKED,
    ],
    ['全年支出', household ? money(household.costFen) : MASKED],
    ['全年收入', household ? money(household.incomeFen) : MASKED],
    [
      '证明材料',
      hardship.proofs
        .map(({ what, seenOn, keptAt }) => [what, `${showDate(seenOn)} 看过`, keptAt].filter(Boolean).join('，'))
        .join('\n') || '没有登记',
    ],
    ['困难等级', hardship.level || '未定'],
    [
      '下次复核',
      hardship.closedOn === null ? showDate(hardship.nextReviewOn) : `已于 ${showDate(hardship.closedOn)} 退出`,
    ],
  ]
  const aids = hardship.aids.filter(({ withdrawnFor }) => withdrawnFor === '')
  const table = (widths: number[], head: string[], body: string[][]): DocumentPart => ({
    kind: 'table',
    widths,
    head: head.map(text => label(text)),
    rows: body.map(row => row.map(text => cell(text))),
  })
  return {
    title: '困难帮扶登记表',
    draft: false,
    parts: [
      { kind: 'table', widths: [2, 9], head: [], rows: rows.map(([title, text]) => [label(title), cell(text)]) },
      ...(aids.length === 0
        ? []
        : [
            { kind: 'heading', text: `救助情况（共 ${yuan(paidFen(aids))} 元）` } as const,
            table(
              [3, 2, 3, 3, 3],
              ['日期', '来源', '金额（元）', '凭证号', '批准'],
              aids.map(aid => [showDate(aid.on), aid.kind, yuan(aid.fen), aid.voucher, aid.approvedBy]),
            ),
          ]),
      ...(hardship.reviews.length === 0
        ? []
        : [
            { kind: 'heading', text: '复核情况' } as const,
            table(
              [3, 2, 2, 6],
              ['日期', '结果', '等级', '理由'],
              hardship.reviews.map(({ on, outcome, level, reason }) => [
                showDate(on),
                outcome,
                level || '未定',
                reason,
              ]),
            ),
          ]),
      { kind: 'signatures', lines: ['经办人：', '审核人：', '年　　月　　日'] },
    ],
  }
}
