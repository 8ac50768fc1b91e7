import type { TemplateForm } from '../../shared/documents/templates'
import { problemWords, sampleValues, templateProblems, type Values } from '../../shared/documents/templates.rules'
import { AppError } from '../../shared/result'
import { readZip, type ZipLimits } from '../cadres/zip-guard'
import { createZip } from '../exports/zip-write'
import { readTree, writeTree } from './docx-tree'
import { filledTree, type Tag, tagsIn } from './fill-tree'

/** A template of text and a few pictures stays far below. */
const limits: ZipLimits = { entries: 500, total: 30_000_000, ratio: 200, ratioFrom: 65_536 }
/** The parts in which placeholders may stand. */
const isFilled = (name: string): boolean => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name)

type Parts = ReadonlyMap<string, Uint8Array>

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const read = await readZip(bytes, () => true, limits)
  if (!read.ok) throw new AppError('refused', `模板没有读懂：${read.failure.why}`)
  const parts = read.value
  if (!parts.has('word/document.xml')) throw new AppError('refused', '模板不是 Word 文件（.docx）')
  for (const [name, content] of parts) {
    // What Word would fetch, or run, when somebody opens the filled file.
    const isActive = /vbaProject|\.bin$|activeX|\/embeddings\//i.test(name)
    const isLinked =
      name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/i.test(Buffer.from(content).toString('utf8'))
    if (isActive) throw new AppError('refused', '模板里带有宏、控件或嵌入的文件，请去掉以后再放入')
    if (isLinked) throw new AppError('refused', '模板里有指向外部的链接或图片，请去掉以后再放入')
  }
  return parts
}

function treesOf(parts: Parts) {
  return [...parts].flatMap(([name, content]) => {
    if (!isFilled(name)) return []
    const tree = readTree(Buffer.from(content).toString('utf8'))
    if (!tree.ok) throw new AppError('refused', `模板没有读懂：${tree.failure.why}`)
    return [{ name, tree: tree.value }]
  })
}

/** What is wrong with a template, in words; empty when it may be filled. @throws AppError refused for what is no template at all */
export async function templateFaults(form: TemplateForm, bytes: Uint8Array): Promise<string> {
  const tags: Tag[] = []
  for (const { tree } of treesOf(await partsOf(bytes))) {
    tags.push(...tagsIn(tree))
    // Loops that do not fit are found by filling with one of each.
    filledTree(tree, sampleValues(form))
  }
  return problemWords(templateProblems(form, tags))
}

/** A template filled in. @throws AppError refused when it lacks or does not know a placeholder */
export async function filledDocx(
  form: TemplateForm,
  bytes: Uint8Array,
  values: Values,
  now: number,
): Promise<Uint8Array> {
  const parts = await partsOf(bytes)
  const trees = treesOf(parts)
  const problems = problemWords(
    templateProblems(
      form,
      trees.flatMap(({ tree }) => tagsIn(tree)),
    ),
  )
  if (problems !== '') throw new AppError('refused', `${problems}。请先在“Word 模板”里改好`)
  const filled = new Map(
    trees.map(({ name, tree }) => [name, Buffer.from(writeTree(filledTree(tree, values)), 'utf8')]),
  )
  const written: Uint8Array[] = []
  const zip = createZip({ write: part => void written.push(typeof part === 'string' ? Buffer.from(part) : part) }, now)
  for (const [name, content] of parts) zip.write(name, filled.get(name) ?? content)
  zip.finish()
  return new Uint8Array(Buffer.concat(written))
}
