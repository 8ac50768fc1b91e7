import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { itPolicy } from '../../../src/renderer/api/it-policy'
import { CadresRoutes } from '../../../src/renderer/cadres/CadresRoutes'
import { askExport, closeExport } from '../../../src/renderer/exports/ask'
import { ExportHost } from '../../../src/renderer/exports/ExportHost'
import { RegisterPage } from '../../../src/renderer/exports/RegisterPage'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import type { Bridge } from '../../../src/shared/ipc/client'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'
import { showOver } from '../home/show'

let core: Core
let folder: string
let shown: unknown[]
/** What the person does in the system's own dialog. */
let chooses: boolean
beforeEach(async () => {
  core = await signedIn('officer')
  folder = tempFolder()
  shown = []
  chooses = true
})
afterEach(() => core.close())

/** The core with a shell beside it that answers as the person would. */
function withShell(): Bridge {
  return {
    ...core.bridge,
    invoke(request) {
      const answer = (value: unknown) => Promise.resolve({ ok: true as const, value })
      if (request.channel === 'shell.chooseSaveFile') {
        const { suggestedName, extension } = request.input as { suggestedName: string; extension: string }
        const path = join(folder, `${suggestedName}.${extension}`)
        core.files.grant('file', path)
        return answer(chooses ? { token: 'file', place: path } : null)
      }
      if (request.channel === 'shell.chooseSaveFolder') {
        core.files.grant('folder', folder)
        return answer(chooses ? { token: 'folder', place: folder } : null)
      }
      if (request.channel === 'shell.showSaved') {
        shown.push(request.input)
        return answer({})
      }
      return core.bridge.invoke(request)
    },
  }
}
async function open(page: ReactNode) {
  const state = await core.api.session.state({})
  if (state.kind !== 'open') throw new Error('not signed in')
  return showOver(
    withShell(),
    state.session,
    <>
      {page}
      <ExportHost />
    </>,
  )
}
async function add(name: string, secrecy = ''): Promise<CadreId> {
  const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse('1984-03'), unitId: null })
  if (secrecy !== '')
    await core.api.cadres.change({
      id: cadre.id,
      revision: 1,
      reason: '',
      changes: [{ field: 'secrecy', value: secrecy }],
    })
  return cadre.id
}
const everything = { year: null, kind: null, text: '', offset: 0, limit: 10 }
const dialog = async () => within(await screen.findByRole('dialog'))

test('a roster of the picked: reason first, then the place; number, file and register', async () => {
  await add('李望舒')
  await add('许问渠')
  const { user } = await open(<CadresRoutes />)
  const row = await screen.findByRole('row', { name: /李望舒/ })
  await user.click(within(row).getByRole('checkbox'))
  await user.click(within(screen.getByRole('group', { name: '选中的人' })).getByRole('button', { name: '导出' }))
  const asked = await dialog()
  expect(await asked.findByText('共 1 人，登记后导出')).toBeTruthy()
  const act = asked.getByRole('button', { name: '选择位置并导出' })
  expect(act.getAttribute('aria-description')).toBe('先写明理由')
  await user.type(asked.getByLabelText('理由'), '换届摸底')

  chooses = false
  await user.click(act)
  await waitFor(() => expect(act.getAttribute('aria-busy')).toBeNull())
  expect(await core.api.exports.list(everything)).toMatchObject({ total: 0 })

  chooses = true
  await user.click(act)
  expect(await screen.findByText('已导出 1 人')).toBeTruthy()
  expect(screen.getByText('〔2030〕第 1 号')).toBeTruthy()
  expect(readdirSync(folder).filter(name => /^干部名册\d{8}\.xlsx$/.test(name))).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: '打开所在文件夹' }))
  expect(shown).toEqual([{ token: 'file', name: '' }])
  const { entries } = await core.api.exports.list(everything)
  expect(entries).toMatchObject([{ kind: 'roster-xlsx', people: 1, reason: '换届摸底', outcome: 'done' }])
})

test('where IT lets nothing go into a file, the button says so before a place is asked for', async () => {
  const before = itPolicy.getState()
  itPolicy.setState({ state: 'in-force', inForce: { exportAllowed: false } })
  try {
    const id = await add('甲')
    const { user } = await open(null)
    askExport({ label: '甲', whom: { by: 'ids', ids: [id] } })
    const asked = await dialog()
    await user.type(await asked.findByLabelText('理由'), '换届摸底')
    expect(asked.getByText(/^存成文件由单位信息部门统一设置/)).toBeTruthy()
    await user.click(asked.getByRole('button', { name: /保存|导出/ }))
    expect(readdirSync(folder)).toEqual([])
  } finally {
    itPolicy.setState(before, true)
    closeExport()
  }
})

test('files of the list in sight: masked unless ticked, the mark no lower than the people’s', async () => {
  await add('李望舒', '秘密★5年')
  await add('许问渠')
  const { user } = await open(<CadresRoutes />)
  await screen.findByRole('row', { name: /许问渠/ })
  askExport()
  const asked = await dialog()
  await user.click(await asked.findByLabelText(/任免审批表文件/))
  expect(asked.getByText(/非涉密管理，不应处理“秘密”内容/)).toBeTruthy()
  await user.click(asked.getByRole('button', { name: '身份证号' }))
  await user.type(asked.getByLabelText('理由'), '上报')
  const act = asked.getByRole('button', { name: '选择文件夹并导出' })
  expect(act.getAttribute('aria-description')).toContain('带出身份证号')
  await user.click(asked.getByLabelText('身份证号', { selector: 'input[type=checkbox]' }))
  await user.click(act)
  expect(await screen.findByText('已导出 2 人')).toBeTruthy()
  const [entry] = (await core.api.exports.list(everything)).entries
  expect(entry).toMatchObject({
    kind: 'lrmx',
    mark: '秘密★5年',
    sensitive: ['idNumber'],
    namePattern: '{姓名}{身份证号}',
  })
  expect(existsSync(join(folder, '任免审批表〔2030〕第1号（秘密★5年）', '李望舒.lrmx'))).toBe(true)
})

test('columns are chosen, put in order by key, kept under a name, and seen before they leave', async () => {
  await add('李望舒')
  const { user } = await open(<RegisterPage />)
  expect(await screen.findByText('还没有导出或打印过')).toBeTruthy()
  askExport()
  const asked = await dialog()
  const chosen = (): string[] =>
    within(asked.getByRole('list'))
      .getAllByRole('listitem')
      .map(item => item.textContent?.replace(/^\d+/, '') ?? '')
  await asked.findByRole('list')
  await user.click(asked.getByRole('combobox', { name: '列方案' }))
  await user.click(await screen.findByTitle('简表'))
  expect(chosen()).toEqual(['序号', '姓名', '性别', '年龄', '现任职务', '现职务层次'])
  await user.type(asked.getByRole('textbox', { name: '查找列' }), '身份')
  await user.click(asked.getByLabelText(/身份证号/, { selector: '.exp-offered input' }))
  expect(asked.getByLabelText('身份证号', { selector: '.exp-sensitive input' })).toBeTruthy()
  asked.getByRole('button', { name: /^\d+\s*姓名$/ }).focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await user.click(asked.getByRole('button', { name: '去掉性别' }))
  expect(chosen()).toEqual(['姓名', '序号', '年龄', '现任职务', '现职务层次', '身份证号'])
  await user.click(asked.getByRole('button', { name: '存为方案' }))
  await user.type(asked.getByLabelText('方案名'), '核对{Enter}')
  expect(asked.getByTitle('核对')).toBeTruthy()
  await user.click(asked.getByText('预览'))
  const preview = within(await asked.findByRole('region', { name: '名册预览' }))
  expect(preview.getAllByRole('columnheader').map(head => head.textContent)).toEqual(chosen_)
  expect(preview.getByText('李望舒')).toBeTruthy()
  closeExport()
})
const chosen_ = ['姓名', '序号', '年龄', '现任职务', '现职务层次', '身份证号']

test('the register tells what left, and an act whose end was never told', async () => {
  const id = await add('李望舒')
  const order = { whom: { by: 'ids' as const, ids: [id] }, reason: '年度核对', recipient: '区纪委', mark: null }
  const begun = await core.api.exports.begin({ ...order, kind: 'form-print', sensitive: ['family'], namePattern: '' })
  await core.api.exports.finish({ id: begun.id, outcome: 'done', written: 1 })
  await core.api.exports.begin({ ...order, kind: 'form-pdf', sensitive: [], namePattern: '', reason: '任免' })
  const { user } = await open(<RegisterPage />)
  const rows = (await screen.findAllByRole('row')).slice(1).map(row => row.textContent)
  expect(rows[0]).toMatch(/^〔2030〕第 2 号.*任免审批表（PDF）1内部任免区纪委—陆四没有记下结果$/)
  expect(rows[1]).toMatch(/打印任免审批表.*年度核对区纪委家庭成员陆四完成$/)
  await user.type(screen.getByRole('textbox', { name: /查找/ }), '核对')
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
})
