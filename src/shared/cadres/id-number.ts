import type * as z from 'zod'
import { PartialDate } from '../dates/partial-date'
import type { Sex } from './cadres'

/** What a citizen's number says. Source: GB 11643-1999. */
export interface IdNumber {
  readonly kind: 'valid'
  /** 18 characters, check letter in upper case. */
  readonly number: string
  readonly birth: PartialDate
  readonly sex: z.infer<typeof Sex>
  readonly province: string
  /** As written: 15 digits are the form before 1999, without a check digit. */
  readonly digits: 15 | 18
}
export interface BadIdNumber {
  readonly kind: 'bad'
  readonly fault: 'form' | 'birth' | 'province' | 'check-digit'
  readonly reason: string
}

/** The first two digits. Source: GB/T 2260; 83 is the residence permit of people from Taiwan. */
const provinceNames: Readonly<Record<string, string>> = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
  71: '台湾',
  81: '香港',
  82: '澳门',
  83: '台湾居民居住证',
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkCharacterOf(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/** Half-width, without blanks, upper case: how numbers are compared. */
export const plainIdNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

const bad = (fault: BadIdNumber['fault'], reason: string): BadIdNumber => ({ kind: 'bad', fault, reason })

/** The 18 characters of a 15-digit number: the century 19 put in, the check character computed. Birth is not looked at. */
export function eighteenOf(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return first17 + checkCharacterOf(first17)
}

/** Reads a number of 15 digits or 18 characters. Source: GB 11643-1999. */
export function readIdNumber(text: string): IdNumber | BadIdNumber {
  const plain = plainIdNumber(text)
  if (!/^(\d{15}|\d{17}[\dX])$/.test(plain))
    return bad(
      'form',
      `身份证号应为 18 位（旧号 15 位），现在 ${[...plain].length} 位${/^[\dX]*$/.test(plain) ? '' : '，且有不该有的字符'}`,
    )
  const digits = plain.length === 15 ? 15 : 18
  const number = digits === 15 ? eighteenOf(plain) : plain
  const birth = PartialDate.safeParse(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  if (!birth.success) return bad('birth', `身份证号上的出生日期 ${number.slice(6, 14)} 不存在`)
  const province = provinceNames[number.slice(0, 2)]
  if (province === undefined) return bad('province', `身份证号前两位 ${number.slice(0, 2)} 不是省份代码`)
  const check = checkCharacterOf(number)
  if (number[17] !== check) return bad('check-digit', `身份证号校验位应为 ${check}，现在是 ${number[17] ?? ''}`)
  return { kind: 'valid', number, birth: birth.data, sex: Number(number[16]) % 2 === 1 ? '男' : '女', province, digits }
}
