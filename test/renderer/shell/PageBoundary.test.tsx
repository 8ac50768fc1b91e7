import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { framesOf, PageBoundary } from '../../../src/renderer/shell/PageBoundary'
import { installBridge } from '../bridge'

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

let broken = true
function Page() {
  if (broken) throw new TypeError('张三的身份证号 11010119900307 读不出来')
  return <p>单位名单</p>
}

test('a page that fails says so, reports its kind alone, and can be opened again', async () => {
  broken = true
  const { calls } = installBridge({ 'shell.about': () => ({ version: '0.1.0', electron: '45', system: 'Linux' }) })
  render(
    <PageBoundary page="units" title="单位">
      <Page />
    </PageBoundary>,
  )
  expect(screen.getByRole('alert').textContent).toContain('已保存的数据没有改动')
  expect(calls.find(({ channel }) => channel === 'shell.reportPageError')?.input).toEqual({
    page: 'units',
    kind: 'TypeError',
  })

  await userEvent.click(screen.getByRole('button', { name: '复制出错信息' }))
  const text = JSON.stringify(calls.find(({ channel }) => channel === 'shell.copyText')?.input)
  expect(text).toContain('TypeError')
  expect(text).not.toMatch(/张三|11010119900307/)

  broken = false
  await userEvent.click(screen.getByRole('button', { name: '重新打开这一页' }))
  expect(screen.getByText('单位名单')).toBeTruthy()
})

test('the report holds places in the program and nothing else of the stack', () => {
  const stack =
    'Error: 张三\n第二行 李四\n    at Page (app://dandang/assets/UnitsPage-abc.js:1:200)\n    at run (app://dandang/a.js:2:1)'
  expect(framesOf(stack)).toEqual(['at Page (UnitsPage-abc.js:1:200)', 'at run (a.js:2:1)'])
})
