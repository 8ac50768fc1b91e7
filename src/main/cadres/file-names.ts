import { extname } from 'node:path'
import type { ImportFailure } from '../../shared/cadres/imported'

/** What the names of files tell, in a folder and in a package alike. */

/** Can be read, or somebody who has them means people by them. */
const meant = /\.(lrmx|lrm|zip|xlsx|xlsm|xls|hzb|rar|7z|xlsb|et)$/i
const pictureKinds = ['.pic', '.jpg', '.jpeg', '.png', '.bmp']
/** Of the system and of programs that have a file open. */
const noise = /^(~\$|\.|__macosx$|thumbs\.db$|desktop\.ini$)/i

export const isPicture = (name: string): boolean => pictureKinds.includes(extname(name).toLowerCase())
export const isNoise = (name: string): boolean => noise.test(name)
export const isMeant = (name: string): boolean => meant.test(name) && !isNoise(name)
/** The older form, whose picture lies beside it. */
export const isForm = (name: string): boolean => /\.lrm$/i.test(name)
export const isPackage = (name: string): boolean => /\.(zip|7z|rar|hzb)$/i.test(name)
/** By their stem a `.lrm` and its picture belong together. */
export const stem = (path: string): string => path.slice(0, path.length - extname(path).length).toLowerCase()

/** A single person's file is refused by its size alone; anything else may be a package. In megabytes. */
const largest: Readonly<Record<string, number>> = { '.lrmx': 15, '.lrm': 2, '.xml': 15, '.xlsx': 60, '.xlsm': 60 }
const largestPackage = 200
export const largestPicture = 20
export const mega = 1_000_000
/** The most megabytes that a file of this name may have. */
export const largestOf = (name: string): number => largest[extname(name).toLowerCase()] ?? largestPackage

export const tooLargeFile = (megabytes: number): ImportFailure => ({
  code: 'too-large',
  line: null,
  why:
    megabytes >= 60
      ? `文件超过 ${megabytes} MB，已拒绝读取。请分批导出后再导入。`
      : `文件超过 ${megabytes} MB，这不是正常的任免表文件，已拒绝读取。`,
})
