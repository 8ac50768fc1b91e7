/** People who are chosen before they are made, because their careers tell of it. */
export type Roll = 'firstSecretary' | 'openSelection'

/**
 * What the boards of a city of 10,000 cadres show. The numbers are those of the city that gave the idea; who makes them up
 * is drawn. Lists without a name of their own have none here either: the unit names them. Source: inventory 36 and 54–60.
 */
export const cityFigures = {
  /** 六个清单: people on each; two have names, 优秀年轻干部 and “出彩型”干部. */
  sixLists: [420, 335, 262, 246, 215, 172],
  /** 四型干部库: 狮子型, 专家型, 苗子型, 老黄牛型. */
  fourKinds: { 狮子型: 121, 专家型: 164, 苗子型: 178, 老黄牛型: 82 },
  /** “出彩型”好干部、好团队 in two years: 481 together. */
  honours: { people: [182, 191], teams: [51, 57], /** 受到党和国家领导人接见 */ received: 5 },
  openSelection: 315,
  firstSecretary: 173,
  /** 排名靠后的班子副职直接提拔为市管正职. */
  deputiesRaised: 24,
  /** 一次提拔为市管副职的“出彩型”街镇书记. */
  secretariesRaised: 15,
} as const

/** The city that the figures belong to. */
export const cityOfFigures = 10_000
