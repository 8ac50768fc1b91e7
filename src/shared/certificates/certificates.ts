import * as z from 'zod'
import { line } from '../text'

/** What a certificate is for. A module that hands out certificates adds a line here and a source in the core. */
const certificateSources = ['honours', 'medals'] as const
export const CertificateOf = z.enum(certificateSources)
export type CertificateOf = z.infer<typeof CertificateOf>

/** Words that a template may hold in braces. A source gives those that it knows; the others are left blank. */
export const certificateFields = [
  '姓名',
  // 周启明同志; a team's or unit's bare name.
  '称呼',
  '称号',
  '类别',
  '级别',
  '单位',
  '职务',
  '日期',
  '汉字日期',
  '年份',
  '批准机关',
  '文号',
  '证书编号',
] as const

const mm = (most: number) => z.number().min(0).max(most)

/** A piece of text with its place on the paper, in millimetres. */
export const CertificateBox = z.object({
  /** Blanks at its beginning are its indent: nothing is trimmed. */
  text: z
    .string()
    .max(600)
    .refine(words => words.trim() !== ''),
  x: mm(600),
  y: mm(600),
  width: z.number().min(5).max(600),
  height: z.number().min(3).max(600),
  face: z.enum(['body', 'title', 'mark', 'fangsong', 'kaiti']),
  pt: z.number().min(6).max(96),
  /** Distance of lines in heights of the type. */
  lead: z.number().min(1).max(3),
  align: z.enum(['left', 'center', 'right']),
  /** Runs from above to below, columns from right to left. */
  vertical: z.boolean(),
  tone: z.enum(['black', 'vermilion', 'gold', 'grey']),
  /** Stands on the printed paper already, and is left out where such paper is used. */
  preprinted: z.boolean(),
})
export type CertificateBox = z.infer<typeof CertificateBox>

export const TemplateKey = z.string().regex(/^[a-z0-9-]{1,40}$/)
export type TemplateKey = z.infer<typeof TemplateKey>

export const TemplateFacts = z.object({
  name: line(40).min(1),
  sheet: z.object({ width: z.number().min(80).max(450), height: z.number().min(80).max(450) }),
  /** What is drawn around, where the paper is blank. */
  frame: z.enum(['none', 'line', 'double']),
  boxes: z.array(CertificateBox).min(1).max(24),
  /** 云组荣〔{年}〕{号}号: {号} is the running number, {年} the year of numbering. */
  series: line(60).refine(words => words.includes('{号}'), '编号里要有 {号}'),
  digits: z.int().min(1).max(8),
})
export type TemplateFacts = z.infer<typeof TemplateFacts>

export const CertificateTemplate = TemplateFacts.extend({
  key: TemplateKey,
  /** 0 for one that ships and that nobody has changed. */
  revision: z.int().min(0),
  shipped: z.boolean(),
})
export type CertificateTemplate = z.infer<typeof CertificateTemplate>

/** One certificate: what it is kept under in its source, whom the register names, and the words to be filled in. */
export const CertificateRow = z.object({
  id: z.string().max(80),
  name: z.string(),
  /** The number that it has; empty for none. */
  number: z.string(),
  fields: z.record(z.string(), z.string()),
})
export type CertificateRow = z.infer<typeof CertificateRow>

/** How far a printer sets what it prints from where it should be. Positive moves to the right and down. */
export const PrinterOffset = z.object({
  template: TemplateKey,
  printer: z.string().min(1).max(400),
  x: z.number().min(-30).max(30),
  y: z.number().min(-30).max(30),
})
export type PrinterOffset = z.infer<typeof PrinterOffset>

export const BatchId = z.uuid().brand<'CertificateBatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** Numbers that were given together. */
export const NumberBatch = z.object({
  id: BatchId,
  of: CertificateOf,
  template: z.string(),
  /** The series with its year: 云组荣〔2026〕{号}号. */
  series: z.string(),
  first: z.int(),
  count: z.int(),
  /** Why numbers before the first were left out; empty where none were. */
  gap: z.string(),
  at: z.iso.datetime(),
  byName: z.string(),
  /** Why they were taken back; null while they are in force. */
  withdrawn: z.string().nullable(),
  /** How many of them have been on paper or in a file. */
  printed: z.int(),
  revision: z.int().min(1),
})
export type NumberBatch = z.infer<typeof NumberBatch>

export const CertificateRef = z.object({
  of: CertificateOf,
  ids: z.array(z.string().max(80)).min(1).max(500),
})

/** What was asked of the paper: which template, and whether its ground is printed. */
export const PaperChoice = z.object({
  template: TemplateKey,
  /** Blank paper gets the frame and the words that bought paper already has. */
  blank: z.boolean(),
})
