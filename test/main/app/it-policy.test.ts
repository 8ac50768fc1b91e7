import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { limitsOf, loadItPolicy, policyPlaces, readPolicy } from '../../../src/main/app/it-policy'
import { ItPolicyFile } from '../../../src/shared/it-policy/it-policy'
import { tempFolder } from '../../helpers/folders'

const resources = resolve(import.meta.dirname, '../../../resources')
const me = process.getuid?.() ?? 0
const own = { platform: 'linux' as const, owners: [me] }

function written(text: string, mode = 0o644): string {
  const file = join(tempFolder(), 'policy.json')
  writeFileSync(file, text)
  chmodSync(file, mode)
  return file
}

test.each([
  ['nothing', '{}', {}],
  ['one key', '{"exportAllowed": false}', { exportAllowed: false }],
  ['a mark before the first brace, as Notepad leaves it', '\uFEFF{"idleSeconds": 60}', { idleSeconds: 60 }],
  ['borders', '{"idleSeconds":900,"watermarkOpacityPercent":15}', { idleSeconds: 900, watermarkOpacityPercent: 15 }],
  ['a drive of Windows', '{"storeFolder":"D:\\\\担当数据"}', { storeFolder: 'D:\\担当数据' }],
  ['a folder of Linux', '{"storeFolder":"/srv/dandang"}', { storeFolder: '/srv/dandang' }],
])('valid: %s', (_what, text, policy) => expect(readPolicy(text)).toEqual({ policy }))

test.each([
  ['a word that is none', '{\n  "exportAllowed": False\n}', /^第 2 行附近不是正确的 JSON/],
  ['quotes of Chinese print', '{\n  “exportAllowed”: false\n}', /^第 2 行附近不是正确的 JSON/],
  ['a comma after the last', '{\n  "exportAllowed": false,\n}', /^第 3 行附近不是正确的 JSON/],
  ['no end', '{\n  "exportAllowed": false', /^第 2 行附近不是正确的 JSON/],
  ['no JSON', '{\n  "exportAllowed": false\n  "idleSeconds": 60\n}', /^第 3 行附近不是正确的 JSON/],
  ['an empty file', ' \n', /^文件是空的/],
  ['a list', '[]', /^文件内容应是一对花括号/],
  ['a key that nobody knows', '{"exportallowed": false}', /^不认识的项 “exportallowed”：核对拼写/],
  ['yes in words', '{"exportAllowed": "false"}', /^“exportAllowed”应写 true 或 false/],
  ['too long', '{"idleSeconds": 901}', /^“idleSeconds”不能大于 900（秒）/],
  ['too short', '{"idleSeconds": 29}', /^“idleSeconds”不能小于 30（秒）/],
  ['a number in quotes', '{"idleSeconds": "60"}', /^“idleSeconds”应写整数/],
  ['half a second', '{"idleSeconds": 60.5}', /^“idleSeconds”应写整数/],
  ['a colour', '{"theme": "red"}', /^“theme”应写 "light"/],
  ['a folder without its drive', '{"storeFolder": "担当数据"}', /^“storeFolder”应写本机的完整路径/],
  ['a share', '{"storeFolder": "\\\\\\\\server\\\\share"}', /^“storeFolder”应写本机的完整路径/],
  ['a way upwards', '{"storeFolder": "/srv/../etc"}', /^“storeFolder”应写本机的完整路径/],
])('refused: %s', (_what, text, words) => {
  const found = readPolicy(text)
  expect('problems' in found && found.problems[0]).toMatch(words)
})

test('every fault of a file is named', () => {
  const found = readPolicy('{"exportAllowed": 1, "idleSeconds": 5, "x": 1}')
  expect('problems' in found && found.problems).toHaveLength(3)
})

describe('a file on this computer', () => {
  test('where none lies, nothing is settled', () => {
    const place = join(tempFolder(), 'policy.json')
    expect(loadItPolicy([place], own)).toMatchObject({ state: 'none', place, inForce: {} })
  })

  test('the first place that has one counts', () => {
    const file = written('{"zoomPercent":125,"idleSeconds":60}')
    const state = loadItPolicy([join(tempFolder(), 'policy.json'), file], own)
    expect(state).toMatchObject({ state: 'in-force', place: file, inForce: { zoomPercent: 125 }, problems: [] })
    expect(limitsOf(state)).toEqual({ idleSeconds: 60 })
  })

  test('one fault refuses the whole, and what it might have forbidden is forbidden', () => {
    const state = loadItPolicy([written('{"exportAllowed":true,"recordingAllowed":"no"}')], own)
    expect(state.state).toBe('refused')
    expect(limitsOf(state)).toEqual({
      exportAllowed: false,
      plainExportAllowed: false,
      recordingAllowed: false,
      idleSeconds: 180,
    })
    expect(state.notes.join()).toContain('信息部门')
  })

  test.each([
    ['its group', 0o664],
    ['everybody', 0o646],
  ])('that %s may write does not count', (_who, mode) => {
    const state = loadItPolicy([written('{"exportAllowed":true}', mode)], own)
    expect(state.state).toBe('refused')
    expect(state.problems[0]).toContain('chown root:root')
    expect(limitsOf(state).exportAllowed).toBe(false)
  })

  test('of somebody else than root does not count', () => {
    expect(loadItPolicy([written('{}')], { ...own, owners: [me + 1] }).state).toBe('refused')
  })

  test('in a folder where everybody may put another in its place does not count, not even through a link', () => {
    const open = join(tempFolder(), 'open')
    mkdirSync(open)
    writeFileSync(join(open, 'policy.json'), '{"exportAllowed":true}')
    chmodSync(open, 0o777)
    expect(loadItPolicy([join(open, 'policy.json')], own).state).toBe('refused')
    const link = join(tempFolder(), 'policy.json')
    symlinkSync(join(open, 'policy.json'), link)
    expect(loadItPolicy([link], own).state).toBe('refused')
  })

  test('on Windows rights are not judged, and that is said', () => {
    const state = loadItPolicy([written('{}', 0o666)], { platform: 'win32', owners: [] })
    expect(state.state).toBe('in-force')
    expect(state.notes[0]).toContain('不能核对这个文件夹的权限')
  })

  test('that is far too large is not read', () => {
    expect(loadItPolicy([written(`{}${' '.repeat(70_000)}`)], own).problems[0]).toContain('文件太大')
  })

  test('that Notepad saved in another encoding is refused: its folder would be another one', () => {
    const file = join(tempFolder(), 'policy.json')
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('{"storeFolder":"D:\\\\'), Buffer.of(0xb5, 0xa3), Buffer.from('"}')]),
    )
    expect(loadItPolicy([file], own).problems).toEqual([expect.stringContaining('不是 UTF-8 编码')])
    writeFileSync(file, Buffer.from('\uFEFF{}', 'utf16le'))
    expect(loadItPolicy([file], own).problems).toEqual([expect.stringContaining('不是 UTF-8 编码')])
  })

  test('a folder of that name is said to be unreadable', () => {
    const place = join(tempFolder(), 'policy.json')
    mkdirSync(place)
    expect(loadItPolicy([place], own).problems[0]).toContain('读不出来')
  })
})

test('Linux has one place, and a variable takes none of Windows away', () => {
  expect(policyPlaces('linux', '/home/x/.config', 'x')).toEqual(['/etc/dandang/policy.json'])
  expect(policyPlaces('win32', '/', 'E:\\elsewhere').length).toBeGreaterThanOrEqual(2)
})

describe('editors', () => {
  const schema: unknown = JSON.parse(readFileSync(join(resources, 'policy.schema.json'), 'utf8'))
  const sample = readFileSync(join(resources, 'policy.sample.json'), 'utf8')
  /** As an editor would: from the schema's file alone. */
  const editor = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  const sampleWith = (change: object): string => JSON.stringify({ ...(JSON.parse(sample) as object), ...change })

  test('have the schema that the application checks by', () =>
    expect(schema).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(ItPolicyFile)))))

  test.each([
    ['the sample', sample, true],
    ['nothing', '{}', true],
    ['a path of Linux', sampleWith({ storeFolder: '/srv/担当' }), true],
    ['dots within a name', sampleWith({ storeFolder: 'D:\\a..b\\..c' }), true],
    ['a drive with slashes', sampleWith({ backupFolder: 'e:/备份' }), true],
    ['the least and the most', sampleWith({ idleSeconds: 30, zoomPercent: 200 }), true],
    ['a share', sampleWith({ storeFolder: '\\\\server\\share' }), false],
    ['a share with slashes', sampleWith({ storeFolder: '//server/share' }), false],
    ['a folder without a drive', sampleWith({ backupFolder: '担当备份' }), false],
    ['a drive without a slash', sampleWith({ backupFolder: 'E:' }), false],
    ['a way upwards', sampleWith({ storeFolder: 'D:\\担当\\..\\别处' }), false],
    ['a way upwards after a break', sampleWith({ storeFolder: '/a\n/../b' }), false],
    ['an empty path', sampleWith({ storeFolder: '' }), false],
    ['a path too long', sampleWith({ storeFolder: `D:\\${'长'.repeat(500)}` }), false],
    ['yes in words', sampleWith({ exportAllowed: 'false' }), false],
    ['nothing for no', sampleWith({ recordingAllowed: null }), false],
    ['too short', sampleWith({ idleSeconds: 29 }), false],
    ['half a second', sampleWith({ idleSeconds: 60.5 }), false],
    ['a number in quotes', sampleWith({ zoomPercent: '100' }), false],
    ['a mark too strong', sampleWith({ watermarkOpacityPercent: 16 }), false],
    ['a colour', sampleWith({ theme: 'blue' }), false],
    ['a key that nobody knows', sampleWith({ exportallowed: false }), false],
    ['a schema that is no text', sampleWith({ $schema: 1 }), false],
    ['a list', '[]', false],
    ['a word', '"policy"', false],
  ])('say of %s what the application says', (_what, text, good) => {
    expect('policy' in readPolicy(text)).toBe(good)
    expect(editor.safeParse(JSON.parse(text)).success).toBe(good)
  })
})
