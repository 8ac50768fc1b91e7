import type { CertificateBox, CertificateTemplate } from './certificates'

const box = (
  text: string,
  [x, y, width, height]: readonly [number, number, number, number],
  more: Partial<CertificateBox> = {},
): CertificateBox => ({
  text,
  x,
  y,
  width,
  height,
  face: 'kaiti',
  pt: 22,
  lead: 1.7,
  align: 'left',
  vertical: false,
  tone: 'black',
  preprinted: false,
  ...more,
})

/**
 * Templates that ship. Their words are this application's own and are changed by the unit; certificates of 公务员奖励 have
 * a prescribed form that is bought printed. Source: 公务员奖励规定 (奖励证书 is issued with every award), status MEMORY.
 */
export const shippedTemplates: readonly CertificateTemplate[] = [
  {
    key: 'honour',
    name: '荣誉证书（横式）',
    sheet: { width: 297, height: 210 },
    frame: 'double',
    boxes: [
      box('荣誉证书', [20, 26, 257, 24], {
        face: 'title',
        pt: 48,
        lead: 1.2,
        align: 'center',
        tone: 'vermilion',
        preprinted: true,
      }),
      box('{称呼}：', [38, 64, 221, 13], { pt: 24, lead: 1.4 }),
      box('　　被授予{称号}称号。\n　　特发此证，以资鼓励。', [38, 82, 221, 50], { lead: 1.75 }),
      box('{批准机关}\n{日期}', [139, 146, 120, 28], { pt: 18, lead: 1.6, align: 'right' }),
      box('证书编号：{证书编号}', [38, 166, 100, 8], { face: 'fangsong', pt: 12, lead: 1.4 }),
    ],
    series: '荣证〔{年}〕{号}号',
    digits: 3,
    revision: 0,
    shipped: true,
  },
  {
    key: 'vertical',
    name: '荣誉证书（竖式）',
    sheet: { width: 210, height: 297 },
    frame: 'double',
    boxes: [
      box('荣誉证书', [155, 40, 24, 180], {
        face: 'title',
        pt: 44,
        lead: 1.4,
        align: 'center',
        vertical: true,
        tone: 'vermilion',
        preprinted: true,
      }),
      box('{称呼}：', [130, 48, 16, 190], { pt: 26, lead: 1.6, vertical: true }),
      box('　　被授予{称号}称号，特发此证。', [80, 48, 46, 190], { pt: 24, lead: 1.7, vertical: true }),
      box('{批准机关}', [54, 90, 14, 160], { pt: 20, align: 'right', vertical: true }),
      box('{汉字日期}', [36, 90, 14, 160], { pt: 20, align: 'right', vertical: true }),
      box('证书编号：{证书编号}', [25, 268, 120, 8], { face: 'fangsong', pt: 12, lead: 1.4 }),
    ],
    series: '荣证〔{年}〕{号}号',
    digits: 3,
    revision: 0,
    shipped: true,
  },
  {
    key: 'team',
    name: '奖状（集体）',
    sheet: { width: 297, height: 210 },
    frame: 'line',
    boxes: [
      box('奖　状', [20, 26, 257, 26], {
        face: 'title',
        pt: 52,
        lead: 1.2,
        align: 'center',
        tone: 'vermilion',
        preprinted: true,
      }),
      box('{称呼}：', [38, 66, 221, 13], { pt: 24, lead: 1.4 }),
      box('　　在{年份}年工作中成绩突出，被授予{称号}。\n　　特发此状，以资鼓励。', [38, 84, 221, 50], { lead: 1.75 }),
      box('{批准机关}\n{日期}', [139, 148, 120, 28], { pt: 18, lead: 1.6, align: 'right' }),
      box('证书编号：{证书编号}', [38, 168, 100, 8], { face: 'fangsong', pt: 12, lead: 1.4 }),
    ],
    series: '荣状〔{年}〕{号}号',
    digits: 3,
    revision: 0,
    shipped: true,
  },
]
