import { type ImportFailure, type Parsed, parsed } from '../../../shared/cadres/imported'
import { decodeText } from '../decode-text'
import { scanXml, type XmlEvents, type XmlLimits } from '../xml-guard'
import { readZip, type ZipLimits } from '../zip-guard'

/** Excel packs its many equal tags well: honest sheets of 20,000 people stay below this. */
const packageLimits: ZipLimits = { entries: 2000, total: 120_000_000, ratio: 200, ratioFrom: 1_000_000 }
const partLimits: XmlLimits = { depth: 40, elements: 3_500_000, attributesEach: 100, text: 60_000_000 }

const saveAgain = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。'
const inParts = '请把有内容的部分复制到新建的表格里，或者分成几个文件，另存为 .xlsx 后再导入。'

/** The guard's words speak of packages and forms; these of a workbook. */
function inExcelWords({ code, why }: ImportFailure): ImportFailure {
  const words: Partial<Record<ImportFailure['code'], string>> = {
    damaged: `表格文件已损坏或不完整。${saveAgain}`,
    encoding: `表格里有无法识别的文字。${saveAgain}`,
    'too-large': `表格太大，已拒绝读取。${inParts}`,
    unsafe: `表格内部结构异常（${why.split('，这不是')[0] ?? ''}），已拒绝读取。${inParts}`,
    encrypted: `表格设有密码，无法读取。请取消密码，${saveAgain.slice(1)}`,
  }
  return { code, line: null, why: (words[code] ?? why).slice(0, 600) }
}

/** The texts of the parts named, by name. A part that is missing is missing here too. */
export async function readParts(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
): Promise<Parsed<ReadonlyMap<string, string>>> {
  const unpacked = await readZip(bytes, wants, packageLimits)
  if (!unpacked.ok) return { ok: false, failure: inExcelWords(unpacked.failure) }
  const texts = new Map<string, string>()
  for (const [name, content] of unpacked.value) {
    const decoded = decodeText(content)
    if (!decoded.ok) return { ok: false, failure: inExcelWords(decoded.failure) }
    texts.set(name, decoded.value.text.replace(/^\uFEFF/, ''))
  }
  return parsed(texts)
}

/** Programs prefix the names in different ways. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Tells what stands in a part; names come without their prefix. */
export function scanPart(text: string, events: Partial<XmlEvents>): Parsed<null> {
  const scanned = scanXml(text, partLimits, {
    open: (name, attributes, line) => events.open?.(localName(name), attributes, line),
    text: piece => events.text?.(piece),
    close: name => events.close?.(localName(name)),
  })
  return scanned.ok ? scanned : { ok: false, failure: inExcelWords(scanned.failure) }
}

/** Where a part that another one names lies. Names that lead out of the package lead nowhere. */
function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folders = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}

export interface Relation {
  readonly id: string
  /** The last word of its type, such as worksheet. */
  readonly kind: string
  readonly target: string
}
export const relationsPart = (of: string): string => {
  const at = of.lastIndexOf('/') + 1
  return `${of.slice(0, at)}_rels/${of.slice(at)}.rels`
}

/** What a part refers to. */
export function readRelations(text: string | undefined, of: string): Parsed<Relation[]> {
  const relations: Relation[] = []
  const scanned = scanPart(text ?? '<Relationships/>', {
    open: (name, { Id, Type = '', Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return
      relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolvePart(of, Target) })
    },
  })
  return scanned.ok ? parsed(relations) : scanned
}
