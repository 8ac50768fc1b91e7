import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AuditPage } from '../../../src/renderer/audit/AuditPage'
import { accounts, auditLine } from '../home/invented'
import { show } from '../home/show'

const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: '审计日志' })
const shownSeqs = (): number[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => Number(row.id.replace('aud-', '')))

/** What a scroll of the real page does: jsdom has no layout of its own. */
async function scrollTo(top: number): Promise<void> {
  const box = await grid()
  box.scrollTop = top
  fireEvent.scroll(box)
}

test('a hundred thousand lines: only those in sight exist, and older ones come as one scrolls', async () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => auditLine(100_000 - index, 100_000))
  const { called } = show(<AuditPage />, 3, { lines })
  expect((await grid()).getAttribute('aria-rowcount')).toBe('100001')
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  for (const page of [1, 2, 3]) {
    await scrollTo(page * 200 * 34 - 700)
    await waitFor(() =>
      expect(screen.getByText(new RegExp(`已读入 ${(page + 1) * 200} 行`.replace('1000', '1,000')))).toBeTruthy(),
    )
  }
  expect(shownSeqs()).toContain(99_421)
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  const asked = called('audit.list').map(input => (input as { before: number | null }).before)
  expect(asked.filter(before => before !== null)).toEqual([99_801, 99_601, 99_401])
})

test('the keys walk through the lines and the one they stand on opens beside', async () => {
  const { user } = show(<AuditPage />, 3)
  ;(await grid()).focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  const aside = await screen.findByRole('complementary')
  expect(within(aside).getByText('1,199')).toBeTruthy()
  expect((await grid()).getAttribute('aria-activedescendant')).toBe('aud-1199')
  await user.keyboard('{Home}')
  expect(within(await screen.findByRole('complementary')).getByText('1,200')).toBeTruthy()
  within(screen.getByRole('complementary')).getByRole('button', { name: '关闭' }).focus()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('conditions become chips that read as a sentence, and a chip takes its condition away', async () => {
  const { user, called } = show(<AuditPage />, 3)
  await grid()
  await user.click(screen.getByRole('button', { name: '条件' }))
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '账户' }))
  await user.click(await screen.findByText('王若谷', { selector: '.ant-select-item-option-content' }))
  const chip = await screen.findByRole('button', { name: '账户是 王若谷，去掉这个条件' })
  await waitFor(() => expect(screen.getByText(/^符合 240 行/)).toBeTruthy())
  expect(called('audit.list').at(-1)).toMatchObject({ accountId: accounts[4]?.id, before: null })
  await user.type(screen.getByLabelText('在对象、原因和明细中查找'), '石桥')
  await user.click(await screen.findByRole('button', { name: '去掉全部条件' }))
  expect(chip.isConnected).toBe(false)
  expect(await screen.findByText(/^符合 1,200 行/)).toBeTruthy()
  const titles = [...document.querySelectorAll('[title]')].map(element => element.getAttribute('title') ?? '')
  expect(titles.filter(title => accounts.some(({ name }) => title.includes(name)))).toEqual([])
})

test('a line that stood open closes when the conditions change', async () => {
  const { user } = show(<AuditPage />, 3)
  await user.click(within(await grid()).getByText('1,199'))
  expect(await screen.findByRole('complementary')).toBeTruthy()
  await user.type(screen.getByLabelText('在对象、原因和明细中查找'), '柳')
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull())
})

test('verifying a log that is whole says so', async () => {
  const { user } = show(<AuditPage />, 3)
  await grid()
  await user.click(screen.getByRole('button', { name: '校验' }))
  const aside = within(await screen.findByRole('complementary', { name: '校验结果' }))
  expect(aside.getByText('日志完整')).toBeTruthy()
  expect(aside.getByText(/逐行核对 1,200 行/)).toBeTruthy()
})

test('verifying names the first line that is wrong, the clock and what cannot be read, and leads there', async () => {
  const lines = Array.from({ length: 1200 }, (_, index) => auditLine(1200 - index)).filter(({ seq }) => seq !== 812)
  const { user } = show(<AuditPage />, 3, {
    lines,
    verdict: {
      checked: 811,
      problem: { kind: 'missing', seq: 812, message: '第 812 行不见了' },
      clockSetBack: Array.from({ length: 25 }, (_, n) => 600 + n),
      unreadable: [{ first: 1, last: 400 }],
    },
  })
  await grid()
  await user.click(screen.getByRole('button', { name: '校验' }))
  const aside = within(await screen.findByRole('complementary', { name: '校验结果' }))
  const alarm = aside.getByRole('alert')
  expect(alarm.textContent).toContain('日志有缺失')
  expect(alarm.textContent).toContain('第 812 行不见了。已核对 811 行。')
  expect(aside.getByText(/其余 5 行不再列出/)).toBeTruthy()
  expect(aside.getByRole('button', { name: '第 1—400 行' })).toBeTruthy()
  await user.click(aside.getByRole('button', { name: '看第 812 行' }))
  expect((await screen.findByRole('complementary', { name: '第 812 行' })).textContent).toContain('日志里没有这一行')
  await waitFor(() => expect(shownSeqs().slice(0, 6)).toEqual([817, 816, 815, 814, 813, 811]))
  await user.click(screen.getByRole('button', { name: '回到最新' }))
  await waitFor(() => expect(shownSeqs()[0]).toBe(1200))
  await user.click(screen.getByRole('button', { name: '校验结果' }))
  await user.click(await screen.findByRole('button', { name: '第 600 行' }))
  expect(within(await screen.findByRole('complementary')).getByText('600')).toBeTruthy()
})

test('a verification can be stopped and then gives neither a result nor a failure', async () => {
  const { user, core } = show(<AuditPage />, 3, {})
  const invoke = core.invoke.bind(core)
  let stop = (): void => undefined
  Object.assign(core, {
    invoke: (request: Parameters<typeof invoke>[0]) => {
      if (request.channel === 'audit.verify')
        return new Promise(resolve => {
          core.emit({ kind: 'progress', id: request.id, done: 300, total: 1200, note: '正在逐行校验' })
          stop = () => resolve({ ok: false, error: { code: 'cancelled', message: '已取消' } })
        })
      if (request.channel === 'cancel') stop()
      return invoke(request)
    },
  })
  await grid()
  await user.click(screen.getByRole('button', { name: '校验' }))
  const dialog = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(dialog.getByRole('status').textContent).toContain('300/1,200'))
  await user.click(dialog.getByRole('button', { name: '停止' }))
  await waitFor(() => expect(screen.queryByText('校验审计日志')).toBeNull())
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('sealing gives a code in groups of four, to be printed, and stands in the records', async () => {
  const { user, called } = show(<AuditPage />, 3)
  await grid()
  await user.click(screen.getByRole('button', { name: '封存' }))
  await user.type(await screen.findByLabelText('备注（可以不填）'), '按周封存{Enter}')
  const dialog = within(await screen.findByRole('dialog', { name: '已封存至第 1,200 行' }))
  expect(dialog.getByText('4c18')).toBeTruthy()
  expect(called('audit.seal')).toEqual([{ note: '按周封存' }])
  await user.click(dialog.getByRole('button', { name: '打印封存单' }))
  await waitFor(() => expect(called('shell.print')).toHaveLength(1))
  expect(document.querySelector('body > .dd-paper')?.textContent).toContain('4c18d09e77f2')
  await user.click(dialog.getByText('关闭'))
  await user.click(screen.getByRole('button', { name: '封存记录' }))
  const records = within(await screen.findByRole('complementary', { name: '封存记录' }))
  await waitFor(() => expect(records.getAllByRole('listitem')).toHaveLength(3))
})

test('an older seal prints its own slip, which is gone afterwards', async () => {
  const { user, core } = show(<AuditPage />, 3)
  const printed: (string | null | undefined)[] = []
  const invoke = core.invoke.bind(core)
  Object.assign(core, {
    invoke: (request: Parameters<typeof invoke>[0]) => {
      if (request.channel === 'shell.print') printed.push(document.querySelector('body > .dd-paper')?.textContent)
      return invoke(request)
    },
  })
  await grid()
  await user.click(screen.getByRole('button', { name: '封存记录' }))
  const records = within(await screen.findByRole('complementary', { name: '封存记录' }))
  await user.click((await records.findAllByRole('button', { name: '打印封存单' }))[1] as HTMLElement)
  await waitFor(() => expect(document.querySelector('.dd-paper')).toBeNull())
  expect(printed).toEqual([expect.stringContaining('第 702 行')])
})

test('a review is written, and its text survives closing the dialog', async () => {
  const { user, called, core } = show(<AuditPage />, 3)
  await user.click(await screen.findByRole('button', { name: '记录检查' }))
  const field = await screen.findByLabelText('检查情况')
  await user.type(field, '看了本周')
  await user.click(screen.getByRole('button', { name: '先不记' }))
  await waitFor(() => expect(core.state.drafts.get('audit.review')?.body).toContain('看了本周'))
  await user.click(screen.getByRole('button', { name: '记录检查' }))
  await waitFor(() => expect(screen.getByLabelText('检查情况')).toHaveProperty('value', '看了本周'))
  await user.type(screen.getByLabelText('检查情况'), '，未见异常')
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '记录检查' }))
  await waitFor(() => expect(called('audit.review')).toEqual([{ note: '看了本周，未见异常' }]))
  await waitFor(() => expect(core.state.drafts.size).toBe(0))
})

test('exporting asks for a place first, then says how much went there and its checksum', async () => {
  const { user, called } = show(<AuditPage />, 3)
  await grid()
  await user.click(screen.getByRole('button', { name: '导出' }))
  await screen.findByText('已导出 1,200 行', { selector: '.ant-modal-confirm-title' })
  expect(called('audit.export')).toMatchObject([{ target: 'token', filter: { outcome: null } }])
  expect(screen.getAllByText('9f9f')).toHaveLength(16)
})
