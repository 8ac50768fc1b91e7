import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { cadreTabs } from '../../../src/renderer/cadres/tabs'
import { careTabs } from '../../../src/renderer/care/tabs'
import { syllablesOf } from '../../../src/renderer/commands/pinyin'
import { startCommands } from '../../../src/renderer/commands/start-commands'
import { commandsFor } from '../../../src/renderer/commands/table'
import { exchangeTabs } from '../../../src/renderer/exchange/tabs'
import { honourTabs } from '../../../src/renderer/honours/tabs'
import { chapterOfModule, chapters, pictureOf } from '../../../src/renderer/manual/chapters'
import { findInManual } from '../../../src/renderer/manual/find'
import { ManualDialog } from '../../../src/renderer/manual/ManualDialog'
import { type Block, blocksOf } from '../../../src/renderer/manual/markdown'
import { modulesFor } from '../../../src/renderer/shell/modules'
import { capabilities } from '../../../src/shared/accounts/roles'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const manual = readdirSync(join(root, 'docs/manual'))
  .map(name => read(`docs/manual/${name}`))
  .join('\n')
const modules = modulesFor(capabilities)

/** The titles of tabs that are written in the page itself. */
const writtenTabs = (path: string, pattern: RegExp): string[] =>
  [...read(path).matchAll(pattern)].flatMap(([, ...words]) => words.filter(word => word !== undefined))
const titles = [
  ...modules.map(({ title }) => title),
  ...[...commandsFor(modules, capabilities), ...startCommands].map(({ title }) => title),
  ...[...cadreTabs, ...careTabs, ...honourTabs, ...exchangeTabs].map(({ title }) => title),
  ...writtenTabs('src/renderer/backups/BackupsPage.tsx', /title: '([^']+)'/g),
  ...writtenTabs('src/renderer/interviews/InterviewsPage.tsx', /label: (?:plans \? '([^']+)' : )?'([^']+)'/g),
]

test('the tables of tabs were read', () => {
  expect(titles).toEqual(expect.arrayContaining(['我的谈话', '文书模板', '检查和演练', '往来单位', '使用手册']))
  expect(titles.length).toBeGreaterThan(60)
})

test('every page, tab and item of the menu is named in the manual', () => {
  expect([...new Set(titles)].filter(title => !manual.includes(`「${title}」`))).toEqual([])
})

test('every 「…」 of the manual is a page, a tab or an item of the menu', () => {
  const quoted = [...manual.matchAll(/「([^」]+)」/g)].map(([, words]) => words ?? '')
  expect(quoted.filter(words => !titles.includes(words))).toEqual([])
})

test('every word of the screen that the manual prints bold stands in the application', () => {
  const sources = ['src/renderer', 'src/shared'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file))
      .map(file => read(join(folder, file))),
  )
  const shown = sources.join('\n')
  const bold = [...manual.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words ?? '')
  expect(bold.length).toBeGreaterThan(40)
  expect(bold.filter(words => !shown.includes(words))).toEqual([])
})

test('every page opens at a chapter that there is, and every picture is there', () => {
  const ids = chapters.map(({ id }) => id)
  for (const { id } of modules) expect(ids).toContain(chapterOfModule[id])
  const pictures = chapters
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Extract<Block, { kind: 'picture' }> => block.kind === 'picture')
  expect(pictures.length).toBeGreaterThan(8)
  expect(pictures.filter(({ name }) => pictureOf(name) === undefined)).toEqual([])
  expect(pictures.filter(({ title }) => title === '')).toEqual([])
})

test('the pictures of the manual are small enough to ship', () => {
  const folder = join(root, 'docs/pictures')
  const bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0)
  expect(bytes).toBeLessThan(3_000_000)
})

test.each<[string, string, readonly Block[]]>([
  ['a heading', '# 甲', [{ kind: 'heading', level: 1, text: '甲' }]],
  [
    'bold and keys',
    '按 `gb` 再点 **导出**。',
    [
      {
        kind: 'paragraph',
        spans: [
          { text: '按 ', form: 'plain' },
          { text: 'gb', form: 'code' },
          { text: ' 再点 ', form: 'plain' },
          { text: '导出', form: 'strong' },
          { text: '。', form: 'plain' },
        ],
      },
    ],
  ],
  [
    'two lists that touch text',
    '1. 一\n2. 二\n三',
    [
      { kind: 'list', ordered: true, items: [[{ text: '一', form: 'plain' }], [{ text: '二', form: 'plain' }]] },
      { kind: 'paragraph', spans: [{ text: '三', form: 'plain' }] },
    ],
  ],
  ['a table', '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', [{ kind: 'table', head: ['甲', '乙'], rows: [['1', '2']] }]],
  ['a picture', '![图](../pictures/home.png)', [{ kind: 'picture', title: '图', name: 'home.png' }]],
  [
    'markup stays text',
    '<img src=x onerror=y>',
    [{ kind: 'paragraph', spans: [{ text: '<img src=x onerror=y>', form: 'plain' }] }],
  ],
  [
    'a picture from elsewhere stays text',
    '![x](file:///a.png)',
    [{ kind: 'paragraph', spans: [{ text: '![x](file:///a.png)', form: 'plain' }] }],
  ],
])('Markdown: %s', (_what, source, blocks) => expect(blocksOf(source)).toEqual(blocks))

test.each([
  ['words', '恢复演练', '检查备份能不能用'],
  ['a heading by initials', 'wlmm', '忘了密码'],
  ['a heading in full pinyin', 'anpaiyicitanhua', '安排一次谈话'],
  ['a word of the text, whatever its case', 'CTRL+K', '找页面、找人'],
])('finds by %s', (_how, typed, title) => {
  expect(findInManual(typed, syllablesOf).map(({ section }) => section.title)).toContain(title)
})

test('nothing is found by nothing, and by nonsense', () => {
  expect(findInManual('  ', syllablesOf)).toEqual([])
  expect(findInManual('zzqqxx', syllablesOf)).toEqual([])
})

test('opens at the chapter of the page, and goes where one asks', async () => {
  render(<ManualDialog module="care" onClose={() => undefined} />)
  const dialog = await screen.findByRole('dialog', { name: '使用手册' })
  expect(within(dialog).getByRole('article', { name: '关爱' })).toBeDefined()
  await userEvent.click(within(dialog).getByRole('button', { name: '审计' }))
  expect(within(dialog).getByRole('article', { name: '审计' })).toBeDefined()

  await userEvent.type(within(dialog).getByRole('textbox', { name: '在手册中查找' }), '第二备份位置')
  const results = within(dialog).getByRole('list', { name: '查找结果' })
  await userEvent.click(within(results).getByRole('button', { name: /^平时/ }))
  expect(within(dialog).getByRole('article', { name: '备份与恢复' })).toBeDefined()
})
