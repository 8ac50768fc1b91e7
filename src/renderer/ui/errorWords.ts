import { AppError, type ErrorCode } from '../../shared/result'

/** The one next step for failures whose own message does not already name it. */
const nextSteps: Partial<Record<ErrorCode, string>> = {
  'not-found': '它可能刚被别人改动。返回列表，重新查看。',
  conflict: '重新打开这一页，看过最新内容后再改。你填写的内容还在。',
  forbidden: '需要时请向系统管理员申请权限。',
  'signed-out': '请重新登录。已保存的内容和草稿都在。',
  'store-read-only': '数据没有改动。请先处理只读的原因。',
  'disk-full': '数据没有改动。腾出磁盘空间后再试一次。',
  'store-damaged': '请先不要继续录入，联系系统管理员用备份核对。',
  internal: '已保存的数据没有改动。请再试一次；若仍出现，请在设置的“关于”中复制诊断信息，交系统管理员。',
}

export interface ErrorWords {
  what: string
  next?: string
}

/** A failure in the words of the person who reads it. Anything that is not an AppError shows nothing of its inside. */
export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof AppError))
    return { what: '这一步没有办成', ...(nextSteps.internal && { next: nextSteps.internal }) }
  const next = nextSteps[error.code]
  const what = error.code === 'internal' ? '这一步没有办成' : error.message
  return next === undefined ? { what } : { what, next }
}
