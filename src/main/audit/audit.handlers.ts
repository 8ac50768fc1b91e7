import { createHash } from 'node:crypto'
import type { AuditEntry, AuditFilter, AuditVerdict } from '../../shared/audit/audit'
import { contract } from '../../shared/contract'
import { channelsOf, endpointOf } from '../../shared/ipc/define'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { readAnchor } from '../store/anchor'
import type { AuditLine } from '../store/audit'
import { checkpoint, checkpointCode } from '../store/audit-checkpoints'
import { verifyLines } from '../store/audit-verify'
import * as lines from './audit.repo'

const problemWords: Record<NonNullable<AuditVerdict['problem']>['kind'], (seq: number) => string> = {
  changed: seq => `第 ${seq} 行与当初写下的不一致`,
  missing: seq => `第 ${seq} 行不见了`,
  'rolled-back': seq => `第 ${seq} 行起的日志被退回到以前的状态`,
  foreign: seq => `第 ${seq} 行不是在这个数据库里写下的`,
}

/** The words of a channel; calls of an older version that are gone keep their name. */
const titleOf = (channel: string): string => endpointOf(contract, channel)?.title ?? channel

const toEntry = (seq: number, body: string, names: Map<string, string>): AuditEntry => {
  const line = JSON.parse(body) as AuditLine
  return {
    seq,
    at: new Date(line.t).toISOString(),
    accountId: line.account,
    accountName: line.account === null ? '' : (names.get(line.account) ?? ''),
    roles: [...line.roles],
    machine: line.machine,
    channel: line.channel,
    title: titleOf(line.channel),
    subject: line.subject,
    outcome: line.outcome,
    reason: line.reason,
    details: typeof line.details === 'string' ? line.details : null,
  }
}

/** People look for the words they see, so the titles of calls are searched too. */
const asked = (filter: AuditFilter): lines.AuditQuestion => ({
  ...filter,
  channels: channelsOf(contract).filter(channel => filter.text !== '' && titleOf(channel).includes(filter.text)),
})

export const auditHandlers: CoreHandlers['audit'] = {
  async list({ db }, { before, limit, ...filter }) {
    const names = await accounts.names(db)
    const question = asked(filter)
    const rows = await lines.page(db, question, before, limit)
    return { entries: rows.map(row => toEntry(row.seq, row.body, names)), total: await lines.count(db, question) }
  },

  async facets({ db }) {
    const names = await accounts.names(db)
    return {
      accounts: [...names].map(([id, name]) => ({ id, name })),
      features: Object.keys(contract)
        .filter(feature => feature !== 'shell')
        .map(feature => ({ feature, title: featureTitles[feature] ?? feature })),
    }
  },

  async seals({ db }) {
    const names = await accounts.names(db)
    const rows = await db.selectFrom('auditCheckpoints').selectAll().orderBy('seq', 'desc').execute()
    return rows.map(row => ({
      seq: row.seq,
      code: checkpointCode(Buffer.from(row.mac)),
      at: row.at,
      auditorName: names.get(row.auditorId) ?? '',
      note: row.note,
    }))
  },

  async verify({ gatehouse, caller, progress, signal, commit }) {
    const store = requireStore({ gatehouse })
    const place = { machineDir: gatehouse.options.machineDir, storeId: store.vault.storeId }
    const found = await verifyLines(
      store.raw,
      { id: caller.id, privateKey: store.privateKey },
      readAnchor(place, store.dek),
      { onProgress: (done, total) => progress({ done, total, note: '正在逐行校验' }), signal },
    )
    const problem = found.firstProblem
      ? { ...found.firstProblem, message: problemWords[found.firstProblem.kind](found.firstProblem.seq) }
      : null
    const verdict: AuditVerdict = {
      checked: found.checked,
      problem,
      clockSetBack: [...found.clockSetBack],
      unreadable: found.unreadableEpochs.map(({ first, last }) => ({ first, last })),
    }
    if (!store.readOnly)
      await commit(async ({ record }) =>
        record({ details: `校验 ${found.checked} 行，${problem ? problem.message : '没有发现问题'}` }),
      )
    return verdict
  },

  async export({ db, gatehouse, signal, progress, commit }, { filter, target }) {
    const names = await accounts.names(db)
    const file = gatehouse.options.files.take(target)
    const question = asked(filter)
    const total = await lines.count(db, question)
    const hash = createHash('sha256')
    let done = 0
    try {
      for await (const rows of lines.pages(db, question)) {
        if (signal.aborted) throw new AppError('cancelled', '已取消，没有留下文件')
        for (const row of rows) {
          const text = `${JSON.stringify({ ...toEntry(row.seq, row.body, names), mac: Buffer.from(row.mac).toString('hex') })}\n`
          hash.update(text)
          file.write(text)
        }
        done += rows.length
        progress({ done, total, note: '正在导出' })
      }
      const sha256 = hash.digest('hex')
      await commit(async ({ record }) => {
        record({ details: `导出 ${done} 行，SHA-256 ${sha256.slice(0, 16)}` })
        file.finish()
      })
      return { lines: done, sha256 }
    } finally {
      file.abandon()
    }
  },

  async seal(context, { note }) {
    const store = requireStore(context)
    const names = await accounts.names(store.root)
    const at = new Date(context.now()).toISOString()
    return context.commit(async ({ record }) => {
      const sealed = checkpoint(store.raw, { id: store.caller.id, privateKey: store.privateKey }, { at, note })
      record({ details: `封存至第 ${sealed.seq} 行` })
      return { ...sealed, auditorName: names.get(store.caller.id) ?? '', note }
    })
  },

  async review({ record }, { note }) {
    record({ reason: note })
    return {}
  },
}

const featureTitles: Record<string, string> = {
  session: '登录和密码',
  accounts: '账户',
  policy: '安全策略',
  backups: '备份和恢复',
  audit: '审计',
  units: '单位',
  cadres: '干部档案',
  queries: '组合查询',
  photos: '照片',
  attachments: '附件',
  duplicates: '重复档案',
  checks: '档案核对',
  exports: '导出和打印',
  plainExports: '全部导出',
  exchange: '数据交换',
  papers: '任免审批表',
  posts: '职位和班子',
  imports: '导入',
  interviews: '谈心谈话',
  documents: '谈话文书',
  scans: '谈话扫描件',
  measures: '提醒函询诫勉',
  careMeasures: '关爱措施',
  honours: '荣誉',
  certificates: '证书',
  medals: '在党50年纪念章',
  albums: '风采录',
  campaigns: '出彩行动',
  commendations: '表扬决定',
  careCoverage: '关爱覆盖',
  careSurveys: '关爱满意度',
  careRecords: '关爱记录',
  careRegister: '关爱名册',
  careRules: '关爱规则和应办',
  careEscalations: '关爱上报',
  grassroots: '基层设施、负担和待遇',
  promises: '承诺和诉求',
  desks: '惑困老登记',
  hardships: '困难帮扶',
  sealedNotes: '心理关怀',
  sound: '谈话录音',
  talkRules: '谈话规则和应谈',
  handovers: '移交',
  talkBriefs: '谈话前一页',
  talkQuestions: '谈话题库',
  holidays: '放假安排',
  careStandards: '慰问标准',
  entitlements: '休假体检疗休养',
  careBatches: '走访慰问',
  retirements: '退休',
  drafts: '草稿',
  notices: '提醒',
}
