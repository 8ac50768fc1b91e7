import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ImportsPage } from '../../../src/renderer/imports/ImportsPage'
import { useImportsStore } from '../../../src/renderer/imports/imports.store'
import { signedIn } from '../../helpers/harness'
import { sheetOf } from '../../main/cadres/excel/books'
import { folderWith, grant } from '../../main/imports/people'
import { showOver } from '../home/show'

const roster = () =>
  sheetOf([
    ['某县干部名册'],
    ['姓名', '出生年月（岁）', '身份证号', '进单位的日子', '备注'],
    ['单雄信', '1984.03', '370199198403010011', '2010.05', '一'],
    ['秦琼', '八零年', '370199198011010022', '2011.06', ''],
    ['', '1990.01', '370199199001010033', '', '没有姓名'],
  ])

test('a roster is matched column by column, by pinyin too; conflicts are said; it is remembered and forgotten', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const { id } = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': await roster() })))
  const state = await api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  useImportsStore.getState().open(id)
  const { user } = showOver(core.bridge, state.session, <ImportsPage />)

  const rowOf = async (heading: string): Promise<HTMLElement> => {
    const region = await screen.findByRole('region', { name: '列的对应' })
    return within(region).getByRole('row', { name: new RegExp(heading) })
  }
  expect((await rowOf('姓名')).textContent).toContain('列名一致')
  expect((await rowOf('出生年月')).textContent).toContain('列名相近，请看内容')
  expect((await rowOf('出生年月')).textContent).toContain('1 格读不出')
  expect((await rowOf('身份证号')).textContent).toContain('37**************11')
  expect(document.body.textContent).not.toContain('370199198403010011')
  expect((await rowOf('进单位的日子')).textContent).toContain('没有认出，不读入')
  expect(screen.getByText(/可读入 2 人；2 列不读入；1 行没有姓名，不读入/)).toBeTruthy()

  const choose = async (heading: string, typed: string, option: string): Promise<void> => {
    const box = within(await rowOf(heading)).getByRole('combobox')
    await user.click(box)
    await user.type(box, typed)
    await user.click(await screen.findByText(option, { selector: '.imp-option' }))
  }
  await choose('进单位的日子', 'csny', '出生年月')
  expect((await rowOf('进单位的日子')).textContent).toContain('与 B 列重复，只能留一列')
  const read = (): HTMLElement => screen.getByRole('button', { name: '读入这 2 人' })
  await waitFor(() => expect(read().getAttribute('aria-description')).toBe('“出生年月”选了两列，只能留一列'))
  await choose('进单位的日子', 'rxzsj', '任现职时间')
  await waitFor(() => expect(read().getAttribute('aria-description')).toBeNull())
  expect((await rowOf('进单位的日子')).textContent).toContain('您选定')
  await waitFor(() => expect(read().hasAttribute('disabled')).toBe(false))
  fireEvent.click(read())

  expect(await screen.findByText('秦琼')).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: /文件提醒/ }))
  expect(await screen.findByText(/第 5 行没有姓名，没有导入/)).toBeTruthy()

  const again = await api.imports.stage(grant(core, folderWith({ '下月.xlsx': await roster() })))
  expect(again).toMatchObject({ sheets: 0, people: 2, noted: 1 })
  useImportsStore.getState().open(null)
  await user.click(await screen.findByRole('button', { name: '忘记' }))
  await waitFor(() => expect(screen.queryByText('记住的名册表头')).toBeNull())
  const anew = await api.imports.stage(grant(core, folderWith({ '下月.xlsx': await roster() })))
  expect(anew.sheets).toBe(1)
  core.close()
})

test('a header that was not found is picked by its line', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const bytes = await sheetOf([
    ['人', '何时生'],
    ['单雄信', '1984.03'],
  ])
  const { id } = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': bytes })))
  const state = await api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  useImportsStore.getState().open(id)
  const { user } = showOver(core.bridge, state.session, <ImportsPage />)
  const lines = await screen.findByRole('region', { name: '选择表头' })
  await user.click(within(lines).getByRole('radio', { name: '表头从第 2 行开始' }))
  expect(await screen.findByText(/表头在第 2 行/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /读入这/ }).getAttribute('aria-description')).toBe('先选出“姓名”是哪一列')
  core.close()
})
