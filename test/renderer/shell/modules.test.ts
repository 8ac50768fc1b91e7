import { describe, expect, test } from 'vitest'
import { commandsFor } from '../../../src/renderer/commands/table'
import { moduleAt, modulesFor } from '../../../src/renderer/shell/modules'
import { capabilitiesOf, type Role } from '../../../src/shared/accounts/roles'

const pagesOf = (...roles: Role[]) => modulesFor(capabilitiesOf(roles)).map(({ title }) => title)

describe('what each role is offered', () => {
  test.each<[Role, string[]]>([
    ['sysadmin', ['工作台', '账户', '安全策略', '备份', '单位', '设置']],
    ['secadmin', ['工作台', '账户', '安全策略', '备份', '单位', '导出登记', '数据交换', '设置']],
    ['auditor', ['工作台', '安全策略', '审计', '导出登记', '设置']],
    [
      'officer',
      ['工作台', '干部', '组合查询', '谈话', '关爱', '荣誉', '导入', '备份', '单位', '导出登记', '数据交换', '设置'],
    ],
    ['interviewer', ['工作台', '谈话', '单位', '数据交换', '设置']],
    ['leader', ['工作台', '谈话', '关爱', '荣誉', '单位', '设置']],
  ])('%s', (role, titles) => {
    expect(pagesOf(role)).toEqual(titles)
  })

  test('the commands lead to the same pages and to no other', () => {
    const held = capabilitiesOf(['auditor'])
    const goTo = commandsFor(modulesFor(held), held).filter(({ section }) => section === '前往')
    expect(goTo.map(({ title }) => title)).toEqual(pagesOf('auditor'))
    expect(goTo.map(({ shortcut }) => shortcut)).toEqual(['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4', 'Ctrl+5'])
  })
})

test('a location belongs to its page, a foreign one to none', () => {
  const offered = modulesFor(capabilitiesOf(['officer']))
  expect(moduleAt('/', offered)?.id).toBe('home')
  expect(moduleAt('/units/abc', offered)?.id).toBe('units')
  expect(moduleAt('/unitsabc', offered)).toBeUndefined()
  expect(moduleAt('/audit', offered)).toBeUndefined()
})
