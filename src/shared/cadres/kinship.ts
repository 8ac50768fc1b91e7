/** How a family member is related to the cadre, as far as ages and order depend on it. */
export type Kin =
  | 'spouse'
  | 'child'
  | 'parent'
  | 'step-parent'
  | 'parent-in-law'
  | 'grandparent'
  | 'child-in-law'
  | 'grandchild'
  | 'elder-sibling'
  | 'younger-sibling'
  | 'other'

/** The first that matches: 孙女婿 must not be taken for 女婿. Words of the editor's list, the national system's and everyday speech. */
const patterns: readonly (readonly [Kin, RegExp])[] = [
  ['spouse', /^(丈夫|妻子?|夫|配偶|爱人)$/],
  ['step-parent', /^([继养][父母](亲|或养[父母])?)$/],
  ['parent', /^([父母]亲?|父母|爸爸|妈妈)$/],
  ['parent-in-law', /^(岳[父母]|公公|婆婆|公爹|公婆|岳父母)$/],
  ['grandparent', /^(外?曾?外?祖[父母].*|爷爷|奶奶|外公|外婆|姥[姥爷])$/],
  ['grandchild', /^(外?曾?外?孙[子女]?.*)$/],
  ['child-in-law', /^([长大次二三四五小]?(女婿|儿媳妇?|媳妇))$/],
  ['child', /^((独生|其他|[长大次二三四五六小幼养继])?(儿子|女儿|子|女|儿)|养子或继子|养女或继女|子女)$/],
  ['elder-sibling', /^([大二三四五]?(哥哥?|姐姐?)|胞?兄长?|胞[兄姐])$/],
  ['younger-sibling', /^([大二三四五小]?(弟弟?|妹妹?)|胞[弟妹])$/],
]

const plain = (title: string): string => title.normalize('NFKC').replaceAll(/\s/g, '')

export const kinOf = (title: string): Kin => patterns.find(([, words]) => words.test(plain(title)))?.[0] ?? 'other'

/** Children and parents by blood alone have ages that nature bounds. */
export const isByLaw = (title: string): boolean => /[继养]/.test(plain(title))

const places: Record<Kin, number> = {
  spouse: 0,
  child: 1,
  parent: 2,
  'step-parent': 3,
  'parent-in-law': 4,
  'elder-sibling': 5,
  'younger-sibling': 5,
  grandparent: 5,
  grandchild: 5,
  'child-in-law': 5,
  other: 5,
}
/** Place in the form's family table: 配偶, 子女, 父亲, 母亲, 继父母, 岳父母/公婆, others. Source: formats 3, 填表规范. */
export const familyPlaceOf = (title: string): number =>
  places[kinOf(title)] + (kinOf(title) === 'parent' && plain(title).startsWith('母') ? 0.5 : 0)
