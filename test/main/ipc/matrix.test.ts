import { expect, test } from 'vitest'
import { capabilitiesOf, roles } from '../../../src/shared/accounts/roles'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import { contract } from '../../../src/shared/contract'
import { noFacts } from '../../../src/shared/entitlements/entitlements'
import { shippedKinds } from '../../../src/shared/interviews/kinds.data'
import { channelsOf, endpointOf } from '../../../src/shared/ipc/define'
import { shippedTalkRules } from '../../../src/shared/talk-rules/talk-rules.data'
import { freshStore, PASSWORD, type Place, signedIn, startCore } from '../../helpers/harness'

const coreChannels = channelsOf(contract).filter(channel => endpointOf(contract, channel)?.kind !== 'shell')
const id = '00000000-0000-4000-8000-000000000001'
const account = {
  login: 'matrix',
  name: '矩阵',
  holder: 'M1',
  department: '',
  phone: '',
  roles: ['leader'],
  scope: null,
}
const filter = { from: null, to: null, accountId: null, feature: null, outcome: null, text: '' }

const question = {
  tree: {
    kind: 'all',
    not: false,
    of: [{ kind: 'is', not: false, field: 'sex', operator: 'in', values: ['女'] }],
  },
  on: null,
}

const slot = { startsAt: '2030-01-02T02:00:00.000Z', minutes: 60 }
const lifeEvent = { cadreId: id, kind: '住院', whom: '本人', on: '2030-01-01', until: null, need: '' }
const careRecord = {
  cadreId: id,
  on: '2030-01-01',
  occasion: '住院',
  form: '走访',
  dimension: '生活',
  measure: null,
  dueKey: null,
  eventId: null,
  visitors: '',
  what: 'x',
  moneyFen: 0,
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: null,
  attachments: [],
}
const entry = {
  from: '2030-01-01',
  until: null,
  situations: [],
  place: '',
  details: '',
  contact: '',
  contactPhone: '',
  visitorId: null,
  visitor: '',
}
const tracked = { id, revision: 1 }
const decision = {
  on: '2030-01-01',
  documentNumber: '',
  authority: 'x',
  matter: 'x',
  questions: '',
  months: null,
}
const came = { desk: '惑', cadreId: null, unitId: null, text: 'x', cameOn: '2030-01-01', channel: '来访' }
const contact = { on: '2030-01-01', form: '面谈', asked: 'x', arranged: '', referredTo: '', nextOn: null }
const talkPaper = { of: 'interview', id }
const paperOrder = { document: talkPaper, sealed: false, reason: 'x', recipient: '', mark: null }
const careMeasure = {
  key: 'life-1',
  group: '生活上',
  title: '安排疗休养',
  dimension: '生活',
  owner: '',
  period: '年度',
  basis: { source: 'x', status: 'LOCAL' },
  on: true,
}
const facility = {
  unitId: id,
  kind: 'kitchen',
  state: '没有',
  on: '2030-01-01',
  note: '',
  planWhat: '',
  planDueOn: null,
  planFen: null,
  planOwner: '',
}
const burden = { kind: '发文', on: '2030-01-01', title: 'x', sender: 'x', unitIds: [id] }
const carePlan = {
  target: 1,
  countOf: '次',
  goal: '',
  owner: '',
  dueOn: '2030-12-31',
  notes: '',
  settledOn: null,
}
const avoid = { names: [], departments: [] }
const talk = {
  ...slot,
  kind: 'everyday',
  subjects: [id],
  talkers: [id],
  recorderId: null,
  place: '',
  mode: '当面',
  occasion: '',
  mark: '内部',
  readers: [],
  dueKey: null,
}

/** A request that fits the contract, for every channel: the compiler of the test is the length check below. */
const fitting: Record<string, unknown> = {
  'session.state': {},
  'session.signIn': { login: 'nobody', password: 'x', acceptClock: false },
  'session.create': {
    unit: 'x',
    profile: 'internal',
    accounts: Array.from({ length: 4 }, () => ({
      login: 'aa',
      name: 'n',
      holder: 'h',
      department: '',
      role: 'officer',
      password: 'p',
    })),
  },
  'session.recover': { recoveryCode: 'x', login: 'nobody', password: 'x' },
  'session.changePassword': { current: 'wrong', next: 'x' },
  'session.acknowledgeRollback': { reason: 'x' },
  'accounts.list': {},
  'accounts.proposals': {},
  'accounts.revealPhone': { id, reason: 'x' },
  'accounts.propose': { change: { kind: 'open', account }, reason: 'x' },
  'accounts.withdraw': { id },
  'accounts.disable': { id, reason: 'x' },
  'accounts.unlock': { id, reason: 'x' },
  'accounts.decide': { id, accept: false, reason: 'x' },
  'policy.get': {},
  'policy.change': {
    policy: {
      profile: 'internal',
      passwordLength: 12,
      passwordKinds: 3,
      passwordHistory: 5,
      passwordCycleDays: 30,
      maxTries: 5,
      idleSeconds: 600,
      auditReviewDays: 7,
      watermarkOpacityPercent: 5,
    },
    reason: 'x',
  },
  'audit.list': { ...filter, before: null, limit: 10 },
  'audit.facets': {},
  'audit.seals': {},
  'audit.verify': {},
  'audit.export': { filter, target: 'x' },
  'audit.seal': { note: '' },
  'audit.review': { note: 'x' },
  'units.tree': {},
  'units.add': { parentId: id, name: 'x' },
  'units.rename': { id, name: 'x' },
  'units.move': { id, parentId: id, position: 0 },
  'units.remove': { id },
  'posts.unit': { unitId: id },
  'posts.numbers': {},
  'posts.describe': { unitId: id, kind: '', nature: '', level: '', code: '', approvedStaff: null },
  'posts.add': { unitId: id, title: 'x', level: '', inTeam: true, approved: 1 },
  'posts.change': { id, title: 'x', level: '', inTeam: true, approved: 1 },
  'posts.move': { id, position: 0 },
  'posts.remove': { id },
  'posts.arrange': { unitId: id, ids: [id] },
  'cadres.list': {
    filter: { unitId: null, status: [], trashed: false },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 10,
  },
  'cadres.search': { text: 'x', limit: 5 },
  'cadres.ids': {
    filter: { unitId: null, status: [], trashed: false },
    sort: { by: 'name', descending: false },
  },
  'cadres.table': { ids: [id], sort: { by: 'name', descending: false }, columns: ['birth'] },
  'cadres.get': { id },
  'cadres.reveal': { id, field: 'idNumber', reason: 'x' },
  'cadres.history': { id },
  'cadres.timeline': { id },
  'cadres.asOf': { id, on: '2030-01-01' },
  'checks.ofCadre': { id },
  'checks.list': { filter: { unitId: null, rules: [], sureness: [], dismissed: false }, offset: 0, limit: 10 },
  'checks.dismiss': { id, fingerprints: ['0'.repeat(64)], reason: 'x' },
  'checks.reopen': { id, dismissalId: id },
  'checks.recheck': { unitId: null },
  'cadres.add': { name: '矩阵', birth: null, unitId: null },
  'cadres.change': { id, revision: 1, changes: [{ field: 'nation', value: '汉族' }], reason: '' },
  'cadres.undo': { id, changeSetId: id },
  'cadres.trashed': { text: '', offset: 0, limit: 10 },
  'cadres.trash': { ids: [id], reason: 'x' },
  'cadres.restore': { ids: [id] },
  'cadres.changeMany': { ids: [id], change: { act: 'tag', tag: 'x' }, reason: 'x' },
  'cadres.undoMany': { batchId: id },
  'queries.fields': {},
  'queries.run': {
    ...question,
    which: 'matching',
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 10,
  },
  'queries.count': question,
  'queries.ids': { ...question, which: 'open', sort: { by: 'name', descending: false } },
  'queries.list': {},
  'queries.save': { ...question, id: null, name: '矩阵', shared: false },
  'queries.rename': { id, name: 'x' },
  'queries.share': { id, shared: true },
  'queries.remove': { id },
  'exports.prepare': { whom: { by: 'ids', ids: [] } },
  'exports.begin': {
    kind: 'lrmx',
    whom: {
      by: 'list',
      filter: { unitId: null, status: [], trashed: false },
      sort: { by: 'unit', descending: false },
    },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    namePattern: '',
  },
  'exports.lrmx': {
    whom: { by: 'ids', ids: [id] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    namePattern: '{姓名}',
    into: 'folder',
    editor: 'as-imported',
    target: 'x',
  },
  'exports.previewRoster': {
    whom: { by: 'ids', ids: [] },
    roster: { title: 'x', columns: ['name'], grouped: true, on: '2030-01-01', sheet: { size: 'A4', upright: false } },
  },
  'exports.rosterXlsx': {
    whom: { by: 'ids', ids: [] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    roster: { title: 'x', columns: ['name'], grouped: true, on: '2030-01-01', sheet: { size: 'A4', upright: false } },
    target: 'x',
  },
  'exports.finish': { id, outcome: 'done', written: 0 },
  'exports.list': { year: null, kind: null, text: '', offset: 0, limit: 10 },
  'duplicates.list': { sureness: null, dismissed: false, offset: 0, limit: 10 },
  'duplicates.of': { id },
  'duplicates.like': { name: '矩阵', birth: null },
  'duplicates.compare': { keep: id, drop: id },
  'duplicates.merge': {
    keep: id,
    drop: id,
    revisions: { keep: 1, drop: 1 },
    sides: [],
    takePhoto: false,
    reason: 'x',
  },
  'duplicates.dismiss': { ids: [id, id], reason: 'x' },
  'duplicates.relist': { ids: [id, id] },
  'papers.proof': { whom: { by: 'ids', ids: [id] }, place: 0, edition: null },
  'papers.wholeProof': { whom: { by: 'ids', ids: [id] }, place: 0, edition: '4', reason: 'x' },
  'papers.saveForms': {
    whom: { by: 'ids', ids: [id] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    edition: null,
    as: 'pdf',
    into: 'file',
    namePattern: '',
    target: 'x',
  },
  'papers.printForms': {
    whom: { by: 'ids', ids: [id] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    edition: null,
    printer: 'x',
    copies: 1,
    twoSided: true,
  },
  'papers.saveRoster': {
    whom: { by: 'ids', ids: [id] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    roster: { title: 'x', columns: ['name'], grouped: true, on: '2030-01-01', sheet: { size: 'A4', upright: false } },
    target: 'x',
  },
  'papers.printRoster': {
    whom: { by: 'ids', ids: [id] },
    reason: 'x',
    recipient: '',
    mark: null,
    sensitive: [],
    roster: { title: 'x', columns: ['name'], grouped: true, on: '2030-01-01', sheet: { size: 'A3', upright: true } },
    printer: 'x',
    copies: 1,
    twoSided: true,
  },
  'papers.saveRegister': {
    filter: { year: null, kind: null, text: '' },
    reason: 'x',
    recipient: '',
    as: 'csv',
    target: 'x',
  },
  'papers.printRegister': {
    filter: { year: 2030, kind: null, text: '' },
    reason: 'x',
    recipient: '',
    printer: 'x',
    copies: 1,
    twoSided: false,
  },
  'photos.show': { cadreId: id, id },
  'photos.set': { cadreId: id, bytes: new Uint8Array(3) },
  'photos.remove': { cadreId: id },
  'attachments.list': { cadreId: id },
  'attachments.add': { cadreId: id, token: 'x', category: null },
  'attachments.describe': {
    cadreId: id,
    id,
    facts: { category: '9', title: 'x', documentOn: null, documentNumber: '', note: '', mark: '内部' },
  },
  'attachments.arrange': { cadreId: id, category: '9', ids: [id] },
  'attachments.remove': { cadreId: id, id, reason: 'x' },
  'attachments.restore': { cadreId: id, id },
  'attachments.open': { cadreId: id, id, reason: 'x' },
  'attachments.part': { cadreId: id, id, part: 0 },
  'attachments.save': { cadreId: id, id, reason: 'x', recipient: '', mark: null, target: 'x' },
  'attachments.verify': { cadreId: id },
  'imports.stage': { token: 'x' },
  'imports.batch': { batchId: id },
  'imports.items': { batchId: id, filter: { state: null, warned: false, text: '' }, offset: 0, limit: 10 },
  'imports.item': { batchId: id, place: 0 },
  'imports.photo': { batchId: id, place: 0 },
  'imports.reveal': { batchId: id, place: 0, field: 'idNumber', reason: 'x' },
  'imports.files': { batchId: id, which: 'all', offset: 0, limit: 10 },
  'imports.sheets': { batchId: id },
  'imports.sheet': { batchId: id, place: 0, header: null, columns: null },
  'imports.match': { batchId: id, place: 0, matching: null },
  'imports.matchings': {},
  'imports.forget': { signature: 'x' },
  'imports.choose': { batchId: id, which: { state: 'new' }, fate: { kind: 'skip' } },
  'imports.take': { batchId: id, place: 0, keys: [], photo: false, take: true },
  'imports.takeAll': { batchId: id, which: { places: [0] }, taking: 'usual' },
  'imports.takeField': { batchId: id, field: 'nativePlace', take: true },
  'imports.units': { batchId: id },
  'imports.assignUnits': { batchId: id, assignments: [{ name: 'x', to: { kind: 'none' } }] },
  'imports.suggestUnits': { batchId: id },
  'imports.takeSuggested': { batchId: id, unitIds: [id] },
  'imports.place': { batchId: id, which: { everyone: true }, unitId: id },
  'imports.confirm': { batchId: id },
  'imports.discard': { batchId: id },
  'imports.history': { offset: 0, limit: 10 },
  'imports.undoCheck': { batchId: id },
  'imports.undo': { batchId: id, reason: 'x' },
  'interviews.kinds': {},
  'interviews.kindVersions': { key: 'everyday' },
  'interviews.changeKind': { kind: shippedKinds[0], version: 7, reason: 'x' },
  'interviews.talkers': {},
  'interviews.list': {
    filter: { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null },
    offset: 0,
    limit: 10,
  },
  'interviews.get': { id },
  'interviews.header': { id },
  'interviews.photo': { id, cadreId: id },
  'interviews.plan': { plans: [talk], round: null, avoid },
  'interviews.replan': { id, ...slot, talkers: [id], recorderId: null, place: '', mode: '当面', avoid },
  'interviews.cancel': { id, reason: 'x' },
  'interviews.setReaders': { id, readers: [], mark: '内部' },
  'interviews.open': { id, heldOn: null },
  'interviews.keepNotes': { id, notes: [] },
  'interviews.keepDetails': {
    id,
    revision: 1,
    details: {
      place: '',
      mode: '当面',
      occasion: '',
      others: '',
      summary: '',
      spirit: '',
      mindset: '',
      posture: '',
      grade: null,
      consent: '未询问',
    },
  },
  'interviews.notesSince': { id, since: null },
  'interviews.finish': { id },
  'interviews.reopen': { id, reason: 'x' },
  'interviews.confirm': { id, accountId: id, password: 'x' },
  'interviews.parties': { id },
  'interviews.waive': { id, accountId: id, reason: 'x' },
  'interviews.succeed': { id, part: '谈话人', accountId: id, avoid, reason: 'x' },
  'interviews.addAddendum': { id, text: 'x' },
  'interviews.unseal': { id, noteId: id, reason: 'x' },
  'interviews.search': { text: 'x', limit: 5 },
  'documents.proof': { document: talkPaper },
  'documents.wholeProof': { document: talkPaper, reason: 'x' },
  'documents.save': { ...paperOrder, as: 'pdf', target: 'x' },
  'documents.templates': {},
  'documents.putTemplate': { form: '谈话记录', token: 'x', reason: 'x' },
  'documents.saveTemplate': { form: '谈话记录', version: 0, target: 'x' },
  'documents.restoreTemplate': { form: '谈话记录', version: 0, reason: 'x' },
  'scans.list': { interviewId: id },
  'scans.add': { interviewId: id, token: 'x' },
  'scans.remove': { interviewId: id, id, reason: 'x' },
  'scans.open': { interviewId: id, id, reason: 'x' },
  'scans.part': { interviewId: id, id, part: 0 },
  'scans.save': { interviewId: id, id, reason: 'x', recipient: '', mark: null, target: 'x' },
  'documents.print': { ...paperOrder, printer: 'x', copies: 1, twoSided: false },
  'sound.status': { interviewId: id },
  'sound.begin': { interviewId: id },
  'sound.keep': { id, seq: 0, ms: 2000, peaks: new Uint8Array(16), bytes: new Uint8Array(1) },
  'sound.end': { id },
  'sound.remove': { id, reason: 'x' },
  'sound.open': { interviewId: id, reason: 'x' },
  'sound.pieces': { id, from: 0, count: 1 },
  'sound.verify': { interviewId: id },
  'sound.model': {},
  'sound.transcribe': { interviewId: id },
  'careMeasures.board': { year: 2030 },
  'careMeasures.versions': { key: 'life-1' },
  'careMeasures.change': { measure: careMeasure, version: 7, reason: 'x' },
  'careMeasures.plan': { key: 'life-1', year: 2030, plan: carePlan, revision: 7, reason: 'x' },
  'careMeasures.unplan': { key: 'life-1', year: 2030, revision: 1, reason: 'x' },
  'careMeasures.takeOver': { year: 2030 },
  'careMeasures.evidence': { key: 'life-1', year: 2030, offset: 0, limit: 10 },
  'careMeasures.addEvidence': { key: 'life-1', on: '2030-01-01', what: 'x', people: 1, unitId: null },
  'careMeasures.changeEvidence': {
    id,
    revision: 1,
    facts: { on: '2030-01-01', what: 'x', people: 1, unitId: null },
    reason: 'x',
  },
  'careMeasures.removeEvidence': { id, revision: 1, reason: 'x' },
  'careMeasures.saveBoard': { year: 2030, reason: 'x', recipient: '', as: 'csv', target: 'none' },
  'careMeasures.printBoard': { year: 2030, reason: 'x', recipient: '', printer: 'x', copies: 1, twoSided: false },
  'careRecords.events': { cadreId: id },
  'careRecords.addEvent': lifeEvent,
  'careRecords.changeEvent': { ...tracked, facts: lifeEvent, reason: 'x' },
  'careRecords.removeEvent': { ...tracked, reason: 'x' },
  'careRecords.list': {
    cadreId: null,
    unitId: null,
    from: null,
    to: null,
    occasions: [],
    dimensions: [],
    offset: 0,
    limit: 10,
  },
  'careRecords.add': careRecord,
  'careRecords.change': { ...tracked, facts: careRecord, reason: 'x' },
  'careRecords.withdraw': { ...tracked, reason: 'x' },
  'careRegister.list': { kinds: [], cadreId: null, unitId: null, ended: false, offset: 0, limit: 10 },
  'careRegister.add': { ...entry, cadreId: id, kind: '老干部' },
  'careRegister.change': { ...tracked, facts: entry, reason: 'x' },
  'careRegister.end': { ...tracked, until: '2030-01-02', reason: 'x' },
  'careRegister.revealPhone': { id, reason: 'x' },
  'careRules.list': {},
  'careRules.versions': { id: 'birthday' },
  'careRules.change': { rule: shippedCareRules[0], version: 7, reason: 'x' },
  'careRules.start': {},
  'careRules.setStart': { since: '2030-01-01', reason: 'x' },
  'careRules.due': {
    states: [],
    unitId: null,
    cadreId: null,
    ruleId: null,
    dimension: null,
    from: null,
    until: null,
    offset: 0,
    limit: 10,
  },
  'careRules.month': { month: '2030-01', unitId: null },
  'careRules.waive': { keys: [{ key: 'x', cadreId: id }], reason: 'x' },
  'careRules.unwaive': { key: 'x', cadreId: id },
  'grassroots.units': {},
  'grassroots.facilities': {},
  'grassroots.facilityHistory': { unitId: id, kind: 'kitchen' },
  'grassroots.setFacility': { ...facility, revision: 7 },
  'grassroots.setFacilityKinds': { kinds: [{ key: 'kitchen', title: '食堂', on: true }], version: 7, reason: 'x' },
  'grassroots.burdenBoard': { year: 2030 },
  'grassroots.burdens': { year: 2030, kinds: [], unitId: null, offset: 0, limit: 10 },
  'grassroots.addBurdens': { rows: [burden] },
  'grassroots.changeBurden': { id, revision: 1, facts: burden, reason: 'x' },
  'grassroots.removeBurden': { id, revision: 1, reason: 'x' },
  'grassroots.setCap': {
    kind: '发文',
    fromYear: 2030,
    cap: 30,
    source: 'x',
    status: 'LOCAL',
    version: 7,
    reason: 'x',
  },
  'grassroots.pay': {},
  'grassroots.putPay': {
    rows: [{ year: 2030, unitId: null, side: '机关', level: 'x', averageFen: 1, people: 1, revision: 7 }],
    reason: 'x',
  },
  'grassroots.removePay': { id, revision: 1, reason: 'x' },
  'grassroots.vacancies': {},
  'grassroots.saveTable': { table: { of: 'facilities' }, reason: 'x', recipient: '', as: 'csv', target: 'none' },
  'grassroots.printTable': {
    table: { of: 'pay', year: 2030 },
    reason: 'x',
    recipient: '',
    printer: 'x',
    copies: 1,
    twoSided: false,
  },
  'measures.list': { kinds: [], cadreId: null, offset: 0, limit: 10 },
  'measures.get': { id },
  'measures.add': { ...decision, kind: '诫勉', cadreId: id },
  'measures.change': { ...tracked, facts: decision, reason: 'x' },
  'measures.copy': { ...tracked, to: 'x', on: '2030-01-01' },
  'measures.reply': { ...tracked, on: '2030-01-01', text: 'x' },
  'measures.judge': { ...tracked, verdict: '采信', note: '' },
  'measures.follow': { ...tracked, on: '2030-01-01', correction: '已改正', note: '' },
  'measures.restriction': { cadreId: id, on: '2030-01-01', action: '提拔' },
  'measures.revoke': { ...tracked, on: '2030-01-01', reason: 'x' },
  'desks.list': {
    filter: { desks: [], view: 'all', ownerId: null, cadreId: null, unitId: null, late: false },
    offset: 0,
    limit: 10,
  },
  'desks.figures': {},
  'desks.owners': {},
  'desks.add': { ...came, ownerId: id, dueOn: null },
  'desks.change': { ...tracked, facts: came, reason: 'x' },
  'desks.report': { ...tracked, text: 'x' },
  'desks.postpone': { ...tracked, dueOn: '2030-02-01', reason: 'x' },
  'desks.handOver': { ...tracked, ownerId: id, reason: 'x' },
  'desks.answer': { ...tracked, on: '2030-01-01', text: 'x' },
  'desks.ask': { ...tracked, satisfaction: '满意', on: '2030-01-01', text: '', dueOn: null },
  'desks.reopen': { ...tracked, dueOn: '2030-02-01', reason: 'x' },
  'desks.terms': {},
  'desks.setTerm': { desk: '惑', days: 7, validFrom: '2030-01-01', source: '', reason: 'x' },
  'sealedNotes.list': {},
  'sealedNotes.open': { id },
  'sealedNotes.carers': {},
  'sealedNotes.add': { cadreId: id, others: [], contact },
  'sealedNotes.write': { ...tracked, place: null, contact },
  'sealedNotes.grant': { ...tracked, accountId: id },
  'sealedNotes.withdraw': { ...tracked, accountId: id, why: '本人要求' },
  'sealedNotes.remove': { ...tracked, why: '登记有误' },
  'sealedNotes.draft': {},
  'sealedNotes.keepDraft': { draft: null },
  'sealedNotes.crisis': {},
  'sealedNotes.setCrisis': { text: 'x', reason: 'x' },
  'promises.list': {
    filter: { states: [], kinds: [], ownerId: null, cadreId: null, interviewId: null, unitId: null, late: false },
    offset: 0,
    limit: 10,
  },
  'promises.add': {
    kind: '承诺',
    theme: '其他',
    text: 'x',
    cadreId: id,
    interviewId: null,
    noteId: null,
    ownerId: id,
    helper: '',
    dueOn: '2030-02-01',
  },
  'promises.change': {
    ...tracked,
    text: 'x',
    theme: '其他',
    ownerId: id,
    helper: '',
    dueOn: '2030-02-01',
    reason: 'x',
  },
  'promises.report': { ...tracked, text: 'x' },
  'promises.finish': { ...tracked, result: 'x' },
  'promises.visit': { ...tracked, satisfaction: '满意', text: '' },
  'promises.withdraw': { ...tracked, reason: 'x' },
  'promises.reopen': { ...tracked, reason: 'x' },
  'handovers.preview': { from: id, to: null },
  'handovers.gone': {},
  'handovers.handOver': { from: id, to: id, avoid, reason: 'x' },
  'talkBriefs.get': { id },
  'careStandards.list': {},
  'careStandards.versions': { occasion: '住院' },
  'careStandards.put': { standard: { ...shippedStandards[0] }, version: 7, reason: 'x' },
  'entitlements.board': { year: 2030, unitId: null, show: 'all', offset: 0, limit: 10 },
  'entitlements.figures': { year: 2030, unitId: null },
  'entitlements.person': { cadreId: id, year: 2030 },
  'entitlements.note': { cadreId: id, year: 2030, revision: 0, facts: noFacts, reason: 'x' },
  'entitlements.check': { cadreIds: [id], on: '2030-01-01', place: '' },
  'entitlements.add': {
    takes: [{ cadreId: id, year: 2030, kind: '年休假', from: '2030-01-01', to: '2030-01-02', days: 1, place: '' }],
  },
  'entitlements.remove': { id, reason: 'x' },
  'entitlements.match': { unitId: null, rows: [] },
  'careBatches.list': {},
  'careBatches.get': { id },
  'careBatches.add': { title: 'x', occasion: '七一', budgetFen: null, from: '2030-01-01', to: '2030-01-02' },
  'careBatches.change': {
    ...tracked,
    facts: { title: 'x', occasion: '七一', budgetFen: null, from: '2030-01-01', to: '2030-01-02' },
  },
  'careBatches.plan': { ...tracked, visits: [] },
  'careBatches.enter': {
    id,
    cadreId: id,
    revision: 1,
    outcome: {
      result: '已走访',
      visitedOn: '2030-01-01',
      visitedBy: 'x',
      givenFen: 0,
      givenGoods: '',
      voucher: '',
      remark: '',
    },
  },
  'careBatches.finish': tracked,
  'careBatches.reopen': { ...tracked, reason: 'x' },
  'careBatches.remove': { ...tracked, reason: 'x' },
  'careBatches.saveSheet': { id, sheet: '走访名单', reason: 'x', recipient: '', as: 'pdf', target: 'x' },
  'careBatches.printSheet': {
    id,
    sheet: '走访名单',
    reason: 'x',
    recipient: '',
    printer: 'x',
    copies: 1,
    twoSided: false,
  },
  'holidays.calendar': {},
  'holidays.versions': { year: 2031 },
  'holidays.put': { table: { year: 2031, source: 'x', off: [], workedWeekends: [] }, version: 7, reason: 'x' },
  'holidays.withdraw': { year: 2031, version: 7, reason: 'x' },
  'talkQuestions.list': {},
  'talkQuestions.add': { theme: '思想政治', text: '最近读了什么书？' },
  'talkQuestions.change': { id, theme: '思想政治', text: '最近读了什么书？' },
  'talkQuestions.remove': { id, reason: 'x' },
  'talkRules.list': {},
  'talkRules.versions': { id: 'appointed' },
  'talkRules.change': { rule: shippedTalkRules[0], version: 7, reason: 'x' },
  'talkRules.due': { states: [], unitId: null, cadreId: null, offset: 0, limit: 10 },
  'talkRules.waive': { key: 'x', cadreId: id, reason: 'x' },
  'talkRules.unwaive': { key: 'x', cadreId: id },
  'talkRules.occasions': { cadreId: id },
  'talkRules.addOccasion': { cadreId: id, kind: '本人要求', on: '2030-01-01', note: '' },
  'talkRules.removeOccasion': { id, reason: 'x' },
  'talkRules.coverage': { by: 'unit', until: '2030-01-02', months: 12, unitId: null },
  'talkRules.covered': {
    by: 'unit',
    key: '',
    until: '2030-01-02',
    months: 12,
    month: null,
    unitId: null,
    reached: true,
    offset: 0,
    limit: 10,
  },
  'talkRules.quiet': { months: 12, unitId: null, level: null, offset: 0, limit: 10 },
  'promises.figures': { from: '2030-01-01', to: '2030-01-31', unitId: null },
  'drafts.get': { key: 'matrix' },
  'drafts.save': { key: 'matrix', body: '{}' },
  'drafts.discard': { key: 'matrix' },
  'notices.list': {},
}

test('every channel of the contract has a fitting request here', () => {
  expect(Object.keys(fitting).toSorted()).toEqual([...coreChannels].toSorted())
  for (const channel of coreChannels)
    expect(endpointOf(contract, channel)?.input.safeParse(fitting[channel]).success, channel).toBe(true)
})

/** The accounts of the roles that the wizard does not make are opened by the two administrators. */
async function storeWithAllRoles(): Promise<Place> {
  const { place } = await freshStore()
  for (const role of ['interviewer', 'leader'] as const) {
    const system = await signedIn('sysadmin', place)
    const change = {
      kind: 'open' as const,
      account: { login: role, name: role, holder: role, department: '', phone: '', roles: [role], scope: null },
    }
    const proposal = await system.api.accounts.propose({ change, reason: '测试' })
    system.close()
    const security = await signedIn('secadmin', place)
    const { initialPassword } = await security.api.accounts.decide({ id: proposal.id, accept: true, reason: '测试' })
    security.close()
    const core = startCore(place)
    await core.api.session.signIn({ login: role, password: initialPassword ?? '', acceptClock: false })
    await core.api.session.changePassword({ current: initialPassword ?? '', next: PASSWORD })
    core.close()
  }
  return place
}

test('every channel as every role: allowed exactly where the table grants it', async () => {
  const place = await storeWithAllRoles()
  const answers: Record<string, string> = {}
  const expected: Record<string, string> = {}
  for (const role of roles) {
    const core = await signedIn(role, place)
    for (const channel of coreChannels) {
      const endpoint = endpointOf(contract, channel)
      if (!endpoint) throw new Error(channel)
      const free = endpoint.needs === 'anyone' || endpoint.needs === 'signed-in'
      const granted = free || capabilitiesOf([role]).some(capability => capability === endpoint.needs)
      const result = await core.dispatch({ id: `m-${role}-${channel}`, channel, input: fitting[channel] })
      expected[`${role} ${channel}`] = granted ? 'admitted' : 'forbidden'
      answers[`${role} ${channel}`] = !result.ok && result.error.code === 'forbidden' ? 'forbidden' : 'admitted'
    }
    expect(core.unexpected).toEqual([])
    core.close()
  }
  expect(answers).toEqual(expected)
})

test('every channel without a session: only the gate answers', async () => {
  const { place } = await freshStore()
  for (const channel of coreChannels) {
    const core = startCore(place)
    const result = await core.dispatch({ id: channel, channel, input: fitting[channel] })
    const code = result.ok ? 'ok' : result.error.code
    if (endpointOf(contract, channel)?.needs === 'anyone') expect(code, channel).not.toBe('signed-out')
    else expect(code, channel).toBe('signed-out')
    core.close()
  }
})

test('administrators hold no business capability, and the auditor changes nothing but its own seals', () => {
  const business = ['units.edit', 'cadres.read', 'cadres.edit', 'cadres.export', 'interviews.hold', 'interviews.plan']
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const)
    expect(capabilitiesOf([role]).filter(c => business.includes(c))).toEqual([])
  expect(capabilitiesOf(['auditor'])).toEqual(['policy.read', 'audit.read', 'audit.seal', 'exports.read'])
  expect(capabilitiesOf(['sysadmin'])).not.toContain('accounts.decide')
  expect(capabilitiesOf(['secadmin'])).not.toContain('accounts.propose')
})
