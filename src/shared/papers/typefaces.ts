/** A typeface that a paper asks for, and what stands in for it where a computer lacks it. */
export interface Typeface {
  /** As officers call it. */
  readonly title: string
  /** Names under which systems and makers have it; any of them is the typeface itself. */
  readonly families: readonly string[]
  /** Stand-ins, the best first. The last is part of the application and never missing. */
  readonly standIns: readonly { readonly title: string; readonly families: readonly string[] }[]
}

const sourceSerif = {
  title: '思源宋体',
  families: ['Source Han Serif SC', 'Source Han Serif CN', 'Noto Serif CJK SC', 'Noto Serif SC Variable'],
}
const sourceSans = {
  title: '思源黑体',
  families: ['Source Han Sans SC', 'Source Han Sans CN', 'Noto Sans CJK SC', 'Noto Sans SC Variable'],
}
const bookSong = {
  title: '方正书宋',
  families: ['FZShuSong-Z01', 'FZShuSong-Z01S', '方正书宋_GBK', 'FZShuSong_GB18030'],
}

/** Source: formats 3 (the title 方正小标宋简体, the rest 宋体), GB/T 9704 (body 仿宋) and ecosystem 5.2 (names on Windows, UOS and Kylin). */
export const typefaces = {
  title: {
    title: '方正小标宋简体',
    families: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK', 'FZXBSJW--GB1-0'],
    standIns: [{ title: '华文中宋', families: ['STZhongsong', '华文中宋'] }, sourceSerif],
  },
  body: { title: '宋体', families: ['SimSun', '宋体', 'NSimSun', '新宋体'], standIns: [bookSong, sourceSerif] },
  mark: {
    title: '黑体',
    families: ['SimHei', '黑体', 'FZHei-B01', '方正黑体_GBK'],
    standIns: [sourceSans],
  },
  fangsong: {
    title: '仿宋',
    families: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      'FZFangSong-Z02S',
      '仿宋',
      'FangSong',
    ],
    standIns: [
      { title: '华文仿宋', families: ['STFangsong', '华文仿宋'] },
      { title: 'FandolFang', families: ['FandolFang R', 'FandolFang'] },
      sourceSerif,
    ],
  },
  kaiti: {
    title: '楷体',
    families: ['楷体_GB2312', 'KaiTi_GB2312', '方正楷体_GBK', 'FZKai-Z03', 'FZKai-Z03S', '楷体', 'KaiTi'],
    standIns: [
      { title: '华文楷体', families: ['STKaiti', '华文楷体'] },
      { title: 'FandolKai', families: ['FandolKai'] },
      sourceSerif,
    ],
  },
} as const satisfies Record<string, Typeface>
export type TypefaceName = keyof typeof typefaces

/** Where characters outside of the common planes are found: their names on Windows, of 方正 and of 思源. */
const rareFamilies = [
  'SimSun-ExtB',
  'SimSun-ExtG',
  'FZSongS-Extended',
  'FZSongS-Extended(SIP)',
  'FZSong-Extended',
  'Source Han Serif SC',
  'Noto Serif CJK SC',
  'Plangothic P1',
  'Plangothic P2',
]

/** The whole chain in the words of CSS: the typeface, its stand-ins, the rare characters, and whatever the system has. */
export function familyChain(name: TypefaceName): string {
  const { families, standIns } = typefaces[name]
  const chain = [...families, ...standIns.flatMap(each => each.families), ...rareFamilies]
  return [...[...new Set(chain)].map(family => `"${family}"`), name === 'mark' ? 'sans-serif' : 'serif'].join(', ')
}

/** What a computer lacks of a paper's typefaces, and what it takes instead. */
export interface Substitution {
  readonly wanted: string
  readonly instead: string
}

/** @param isThere whether the computer knows a family by that name */
export function substitutions(names: readonly TypefaceName[], isThere: (family: string) => boolean): Substitution[] {
  return names.flatMap(name => {
    const { title, families, standIns }: Typeface = typefaces[name]
    if (families.some(isThere)) return []
    const instead = standIns.find(standIn => standIn.families.some(isThere)) ?? standIns.at(-1)
    return [{ wanted: title, instead: instead?.title ?? '系统字体' }]
  })
}
/** The sentence that the officer accepts once. */
export const substitutionWords = ({ wanted, instead }: Substitution): string =>
  `本机没有“${wanted}”，将用${instead}代替`
