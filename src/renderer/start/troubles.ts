import { AppError, type ErrorCode, type Failure } from '../../shared/result'

/** What the one primary button does. */
export type TroubleStep = 'retry' | 'restore' | 'recover' | 'quit' | 'accept-clock'

export interface Trouble {
  title: string
  what: string
  /** What is safe, and what is not. */
  kept: string
  step: TroubleStep
  stepText: string
  /** What else a backup, or what is left of the file, can do about it. */
  also?: readonly ('restore' | 'salvage')[]
}

const time = (value: unknown): string => {
  if (typeof value !== 'number') return ''
  const at = new Date(value)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${two(at.getHours())}:${two(at.getMinutes())}`
}

const valuesOf = (details: unknown): Record<string, unknown> =>
  typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {}

type Words = (failure: Failure, values: Record<string, unknown>) => Trouble

const internal: Words = () => ({
  title: '数据库没有打开',
  what: '打开的过程中断了。',
  kept: '已保存的数据没有改动。',
  step: 'retry',
  stepText: '再试一次',
})

const words: Partial<Record<ErrorCode, Words>> = {
  'store-damaged': ({ message }) => ({
    title: '数据库的文件有损坏',
    what: `${message}。为免损坏扩大，没有打开它，也没有改动它。`,
    kept: '原来的文件原样留着，以前做的备份不受影响。',
    step: 'restore',
    stepText: '从备份恢复',
    also: ['salvage'],
  }),
  'store-missing': () => ({
    title: '原来的位置上找不到数据库',
    what: '存放数据库的磁盘可能没有接好，或者文件夹被移动、改了名。',
    kept: '没有删除任何文件，也没有另建新的。',
    step: 'retry',
    stepText: '接好后再找一次',
    also: ['restore'],
  }),
  'store-read-only': () => ({
    title: '数据库所在的文件夹不能写',
    what: '文件夹没有写入权限，或者磁盘有写保护。写不进去就无法登记谁在何时登录，所以没有打开。',
    kept: '数据没有改动。',
    step: 'retry',
    stepText: '解除写保护后再试',
  }),
  'disk-full': (_, { neededBytes, freeBytes }) => {
    const missing =
      typeof neededBytes === 'number' && typeof freeBytes === 'number' ? neededBytes - freeBytes : undefined
    const amount = missing === undefined ? '一些' : ` ${Math.max(1, Math.ceil(missing / 1_048_576))} MB `
    return {
      title: '磁盘满了',
      what: `存放数据库的磁盘要再腾出${amount}空间，才能安全地打开和保存。`,
      kept: '已保存的数据没有改动。',
      step: 'retry',
      stepText: '腾出空间后再试',
    }
  },
  'store-in-use': () => ({
    title: '数据库正在别处使用',
    what: '另一个窗口，或共用这个文件夹的另一台计算机，正开着这个数据库。同时只能由一处打开。',
    kept: '数据没有改动，那一处的工作不受影响。',
    step: 'retry',
    stepText: '那边退出后再试',
  }),
  'store-too-new': (_, { storeVersion, knownVersion }) => ({
    title: '数据库比这里的担当更新',
    what:
      typeof storeVersion !== 'number'
        ? '它由更新版本的担当建立。'
        : `数据库是第 ${storeVersion} 版，这台计算机上的担当只认到第 ${typeof knownVersion === 'number' ? knownVersion : '更早的'} 版。`,
    kept: '数据没有改动。请系统管理员在这台计算机上安装新版再来打开，或者恢复升级前的备份。',
    step: 'quit',
    stepText: '退出，去安装新版',
    also: ['restore'],
  }),
  'machine-unknown': () => ({
    title: '这台计算机还没有登记',
    what: '数据库只在登记过的计算机上凭密码打开。它是从别处拷来的，或者这台计算机重装过系统。',
    kept: '数据没有改动。用封存的恢复码打开一次，这台计算机就登记好了。',
    step: 'recover',
    stepText: '用恢复码打开',
  }),
  'clock-set-back': (_, { lastSeen, now }) => ({
    title: '计算机的时间比上次使用时还早',
    what: `现在显示 ${time(now) || '更早的时间'}，上次使用到 ${time(lastSeen) || '更晚'}。时间不对，谈话和审计的日期都会错。`,
    kept: '数据没有改动。请先核对右下角的时间；确实无误再继续，这件事会记入审计日志。',
    step: 'accept-clock',
    stepText: '时间无误，继续登录',
  }),
  'self-test-failed': ({ message }) => ({
    title: '启动自检没有通过',
    what: `${message}。加密不可靠时不打开数据库。`,
    kept: '数据没有改动。请系统管理员重新安装担当。',
    step: 'quit',
    stepText: '退出',
  }),
  internal,
}

/** Whether a failure is of a kind that fills the screen instead of a line under the form. */
export const isTrouble = (failure: unknown): failure is AppError =>
  failure instanceof AppError && failure.code !== 'internal' && failure.code in words

const asFailure = (trouble: unknown): Failure => {
  if (trouble instanceof AppError) return trouble
  if (typeof trouble === 'object' && trouble !== null && 'code' in trouble && 'message' in trouble)
    return trouble as Failure
  return { code: 'internal', message: '' }
}

export function troubleOf(trouble: unknown): Trouble {
  const failure = asFailure(trouble)
  return (words[failure.code] ?? internal)(failure, valuesOf(failure.details))
}
