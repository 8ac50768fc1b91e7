import type { RegisterKind } from '../../shared/care-register/care-register'

/** What the first day of an entry means. */
export const fromWords = (kind: RegisterKind): string =>
  kind === '因公牺牲家庭'
    ? '牺牲日期'
    : kind === '因公伤残'
      ? '受伤日期'
      : kind === '驻村援派挂职'
        ? '派出日期'
        : '从哪一天起'

export const placeWords = (kind: RegisterKind): string =>
  kind === '驻村援派挂职' ? '派驻地点' : kind === '急难任务' ? '什么任务' : kind === '临终关怀' ? '在哪里' : '住在哪里'

/** What is worth remembering of those in a list. */
export const hintOf = (kind: RegisterKind): string =>
  kind === '临终关怀'
    ? '本人的心愿、想见的人、后事嘱托、家属的意见；尊重本人和家属，不勉强'
    : kind === '因公牺牲家庭'
      ? '家庭成员、老人孩子的情况、已经享受的抚恤和还要办的事'
      : kind === '驻村援派挂职'
        ? '期限、家里有什么困难'
        : '身体、家庭和最惦记的事'
