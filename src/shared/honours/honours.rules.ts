import type { HonourFacts } from './honours'

type Held = Pick<HonourFacts, 'holder' | 'cadreId' | 'unitId' | 'holderName' | 'members'>

/** What is wrong with who holds an honour; undefined when nothing is. */
export function holderRefusal({ holder, cadreId, unitId, holderName, members }: Held): string | undefined {
  if (holder === 'person') {
    if (cadreId === null && holderName === '') return '先选受表彰的人，没有档案的写姓名'
    if (members.length > 0) return '个人荣誉没有成员，成员只属于团队'
    return undefined
  }
  if (cadreId !== null) return '团队和单位荣誉不挂在一个人的档案上，参与的人写进成员'
  if (holder === 'team') return holderName === '' ? '写上团队名称' : undefined
  if (members.length > 0) return '单位荣誉没有成员，成员只属于团队'
  return unitId === null && holderName === '' ? '先选单位，不在单位树里的写名称' : undefined
}
