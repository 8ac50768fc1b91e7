import type { NewStore } from '../../../../src/shared/session/session'

/** An invented city; nobody in it exists. One name has two characters and one has eight, as names do. */
export const UNIT = '中共云泽区委组织部'

export interface Person {
  readonly login: string
  readonly name: string
  readonly password: string
}
type FirstPerson = NewStore['accounts'][number]

const person = (role: FirstPerson['role'], rest: Omit<FirstPerson, 'role'>): FirstPerson => ({ role, ...rest })

export const system = person('sysadmin', {
  login: 'xitong',
  name: '程砚秋',
  holder: '0101',
  department: '信息科',
  password: 'Shan7-He#Yue',
})
export const security = person('secadmin', {
  login: 'baomi',
  name: '沈静川',
  holder: '0102',
  department: '办公室',
  password: 'Qing9=Song#Bai',
})
export const auditor = person('auditor', {
  login: 'shenji',
  name: '贺微',
  holder: '0103',
  department: '研究室',
  password: 'Lan5+Zhu@Ju',
})
export const officer = person('officer', {
  login: 'ganshi',
  name: '古丽扎尔·阿依木',
  holder: '0104',
  department: '干部科',
  password: 'Mei3~Xue&Feng',
})

export const firstPeople = [system, security, auditor, officer] as const
