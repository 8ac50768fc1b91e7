/** What the tables of a store hold, by how their names begin; the longer beginnings first. */
const titles: readonly (readonly [start: string, title: string])[] = [
  ['attachment', '附件'],
  ['photo', '照片'],
  ['sound', '谈话录音'],
  ['interview', '谈话'],
  ['talk', '谈话'],
  ['sealed', '密封记录'],
  ['promise', '承诺'],
  ['measure', '提醒函询诫勉'],
  ['care', '关爱'],
  ['hardship', '困难帮扶'],
  ['entitlement', '待遇'],
  ['retirement', '退休'],
  ['honour', '荣誉'],
  ['medal', '在党50年纪念章'],
  ['campaign', '出彩行动'],
  ['album', '风采录'],
  ['certificate', '证书'],
  ['commendation', '表扬决定'],
  ['cadre', '干部档案'],
  ['unit', '单位'],
  ['post', '职位'],
  ['audit', '审计日志'],
  ['account', '账户'],
  ['import', '导入'],
  ['export', '导出登记'],
  ['backup', '备份记录'],
]
/** 干部档案（cadre_files）: what people call it, and what IT must know. */
export function tableTitle(name: string): string {
  const title = titles.find(([start]) => name.startsWith(start))?.[1]
  return title === undefined ? name : `${title}（${name}）`
}
