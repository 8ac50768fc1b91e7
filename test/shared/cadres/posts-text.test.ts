import { describe, expect, test } from 'vitest'
import { isNamedBy, parsePosts, printPosts } from '../../../src/shared/cadres/posts-text'

describe('现任职务 as posts', () => {
  test.each<[text: string, posts: string[]]>([
    ['', []],
    ['历城区农业农村局科员', ['历城区农业农村局|科员']],
    ['历城区教育和体育局四级主任科员', ['历城区教育和体育局|四级主任科员']],
    ['历城区财政局党工委书记', ['历城区财政局|党工委书记']],
    ['历城区港沟街道办事处主任', ['历城区港沟街道|办事处主任']],
    ['石桥镇党委副书记、镇长', ['石桥镇|党委副书记', '石桥镇|镇长']],
    ['云泽区委书记', ['云泽区委|书记']],
    ['云泽区纪委副书记、监委副主任', ['云泽区纪委|副书记', '监委|副主任']],
    ['云泽区人大常委会主任', ['云泽区人大常委会|主任']],
    ['云泽区委常委、组织部部长，区委党校校长', ['云泽区委|常委', '组织部|部长', '区委党校|校长']],
    ['县委组织部副部长、县人力资源和社会保障局局长', ['县委组织部|副部长', '县人力资源和社会保障局|局长']],
    ['石桥镇党委委员、武装部部长', ['石桥镇|党委委员', '石桥镇|武装部部长']],
    [
      '城市建设投资有限公司党委书记、董事长、总经理',
      ['城市建设投资有限公司|党委书记', '城市建设投资有限公司|董事长', '城市建设投资有限公司|总经理'],
    ],
    ['云泽区人民医院副院长；区政协委员', ['云泽区人民医院|副院长', '区政协|委员']],
    ['信访局党组成员、副局长\n二级主任科员', ['信访局|党组成员', '信访局|副局长', '信访局|二级主任科员']],
    ['石桥镇党委副书记（正科级）', ['石桥镇|党委副书记|乡科级正职']],
    ['石桥镇党委书记、人大主席（兼）', ['石桥镇|党委书记', '石桥镇|人大主席||兼']],
    ['石桥镇副镇长（挂职）', ['石桥镇|副镇长（挂职）']],
    [
      '区发展和改革局党组书记、局长、区粮食局局长（兼任）',
      ['区发展和改革局|党组书记', '区发展和改革局|局长', '区粮食局|局长||兼'],
    ],
  ])('%s', (text, expected) => {
    const { posts, unread } = parsePosts(text)
    const shown = posts.map(({ unitName, title, level, isConcurrent }) =>
      [unitName, title, level, isConcurrent ? '兼' : ''].join('|').replace(/\|+$/, ''),
    )
    expect([shown, unread]).toEqual([expected, []])
  })

  test('what names no post is told as it is written', () => {
    expect(parsePosts('石桥镇镇长，负责全面工作；待安排')).toMatchObject({
      posts: [{ written: '石桥镇镇长' }],
      unread: ['负责全面工作', '待安排'],
    })
  })
})

test.each([
  ['云泽区委常委、组织部部长', { unitName: '中共云泽区委员会', title: '常委、组织部部长' }, [true, true]],
  ['石桥镇党委书记', { unitName: '石桥镇党委', title: '书记' }, [true]],
  ['云泽区石桥镇镇长', { unitName: '石桥镇', title: '镇长' }, [true]],
  ['云溪镇镇长', { unitName: '石桥镇', title: '镇长' }, [false]],
  ['石桥镇副镇长', { unitName: '石桥镇', title: '镇长' }, [false]],
  ['石桥镇镇长', { unitName: '', title: '镇长' }, [true]],
])('%s: named by %j is %j', (text, row, expected) => {
  expect(parsePosts(text).posts.map(post => isNamedBy(post, row))).toEqual(expected)
})

test('posts of one unit are parted by 、 and its name is written once', () => {
  const rows = [
    { unitName: '石桥镇', title: '党委书记' },
    { unitName: '石桥镇', title: '人大主席' },
    { unitName: '区委党校', title: '副校长' },
  ]
  expect(printPosts(rows)).toBe('石桥镇党委书记、人大主席，区委党校副校长')
  expect(parsePosts(printPosts(rows)).posts).toMatchObject(rows)
  expect(printPosts([])).toBe('')
})
