import type { InterviewKind, Mode, OutlinePart, Required } from './kinds'

type Part = readonly [key: string, title: string, questions: readonly string[], required?: 'required']
const outline = (...parts: readonly Part[]): OutlinePart[] =>
  parts.map(([key, title, questions, required]) => ({
    key,
    title,
    questions: [...questions],
    required: required !== undefined,
  }))

const facing: readonly Mode[] = ['当面']
const anyhow: readonly Mode[] = ['当面', '视频', '电话']

type Shipped = Partial<InterviewKind> & Pick<InterviewKind, 'key' | 'title' | 'about' | 'outline' | 'basis'>
const kind = ({ required = [], modes = [...facing], ...more }: Shipped): InterviewKind => ({
  holders: ['officer', 'interviewer', 'leader'],
  talkersAtLeast: 1,
  group: false,
  signed: false,
  paper: '谈话记录',
  active: true,
  modes,
  required: [...new Set<Required>(['place', ...required])],
  ...more,
})

const selection2014 = { source: '党政领导干部选拔任用工作条例（任职谈话、考察谈话）', status: 'CONFIRMED(S)' } as const
const reminders = { source: '组织人事部门对领导干部进行提醒、函询和诫勉的实施细则', status: 'CONFIRMED(S)' } as const
const remembered = { source: '通行做法', status: 'MEMORY' } as const
const local = { source: '外地谈心谈话制度', status: 'LOCAL' } as const

const closing: Part = ['closing', '小结与承诺', ['谈话人还要答应或要求什么？由谁办，何时办完？']]
const worries: Part = ['worries', '困难与诉求', ['工作和生活上眼下最难的是什么？', '希望组织上帮什么？'], 'required']
const integrity: Part = ['integrity', '廉洁提醒', ['廉洁自律方面有什么要提醒，本人怎么看？']]

/** The kinds as they ship, in the order of the choice. A unit changes them; each has its basis. Source: rule book §7. */
export const shippedKinds: readonly InterviewKind[] = [
  kind({
    key: 'appointment',
    title: '任职谈话',
    about: '党委（党组）指定的同志在任命时与本人谈话',
    required: ['promise'],
    outline: outline(
      ['decision', '宣布和肯定', ['任职决定、任职理由，肯定什么？'], 'required'],
      ['demands', '要求', ['对新岗位的要求是什么？', '短板在哪里，怎样补？'], 'required'],
      ['undertaking', '本人表态', ['本人怎样认识，怎样打算？'], 'required'],
      integrity,
      closing,
    ),
    basis: selection2014,
  }),
  kind({
    key: 'integrity',
    title: '任前廉政谈话',
    about: '到任前由纪检机关或者领导谈',
    holders: ['officer', 'leader'],
    signed: true,
    outline: outline(
      ['demands', '纪律要求', ['新岗位的廉政风险在哪里？'], 'required'],
      ['family', '家庭家教家风', ['配偶、子女和身边工作人员有什么要注意？']],
      ['undertaking', '本人表态', ['本人怎样承诺？'], 'required'],
    ),
    basis: remembered,
  }),
  kind({
    key: 'thirty-days',
    title: '到任谈话',
    about: '到任后一段时间了解适应情况',
    modes: [...anyhow],
    outline: outline(
      ['settling', '履新适应', ['到岗以后先做了什么？哪里不适应？'], 'required'],
      ['team', '班子协作', ['与班子成员分工、配合怎样？'], 'required'],
      ['work', '分管工作', ['当前最难的一件事是什么？需要谁配合？']],
      worries,
      integrity,
      ['family', '家庭与健康', ['家里和身体有什么要组织知道？']],
      closing,
    ),
    basis: remembered,
  }),
  kind({
    key: 'probation',
    title: '试用期谈话',
    about: '试用期满，组织部门了解并反馈',
    required: ['summary'],
    outline: outline(
      ['work', '试用期工作', ['试用期做成了什么，没做成什么？'], 'required'],
      ['views', '有关意见的反馈', ['反馈哪些意见？本人怎样看？'], 'required'],
      worries,
      closing,
    ),
    basis: remembered,
  }),
  kind({
    key: 'inspection',
    title: '考察谈话',
    about: '两名以上考察人员与名单所列人员逐一谈；与考察对象须当面谈',
    holders: ['officer', 'interviewer'],
    talkersAtLeast: 2,
    paper: '考察谈话记录',
    outline: outline(
      ['relation', '谈话人与考察对象的关系', ['一起工作过多久，什么关系？'], 'required'],
      ['virtue', '德', ['举一件事说明。']],
      ['ability', '能', ['举一件事说明。']],
      ['diligence', '勤', ['举一件事说明。']],
      ['results', '绩', ['做成了什么？本人起了什么作用？']],
      ['honesty', '廉', ['有没有听到反映？']],
      ['strengths', '主要特点', ['最突出的是什么？举例。'], 'required'],
      ['weaknesses', '不足', ['还差什么？举例。'], 'required'],
      ['suggestion', '使用建议', ['适合什么岗位？']],
    ),
    basis: selection2014,
  }),
  kind({
    key: 'everyday',
    title: '日常谈心谈话',
    about: '领导与班子成员、与分管部门、与干部之间经常谈',
    modes: [...anyhow],
    outline: outline(
      ['mind', '思想', ['近来想些什么？有什么想不通？']],
      ['work', '工作', ['手上的事进展怎样？']],
      ['life', '生活', ['家里、身体怎样？']],
      worries,
      ['advice', '意见建议', ['对班子、对单位有什么建议？']],
      closing,
    ),
    basis: { source: '关于新形势下党内政治生活的若干准则（经常性谈心谈话）', status: 'CONFIRMED(S)' },
  }),
  kind({
    key: 'reminder',
    title: '提醒谈话',
    about: '发现苗头时由组织、纪检或者单位主要负责人提醒',
    required: ['occasion', 'promise'],
    outline: outline(
      ['facts', '提醒的事', ['什么事、什么时候、哪里来的？不说谁反映的。'], 'required'],
      ['reply', '本人说明', ['本人怎样说明？'], 'required'],
      ['demands', '要求', ['改什么，何时改好？'], 'required'],
      ['undertaking', '本人表态', ['本人怎样承诺？']],
    ),
    basis: reminders,
  }),
  kind({
    key: 'inquiry',
    title: '函询谈话',
    about: '函询之后需要当面说清的',
    required: ['occasion', 'summary'],
    signed: true,
    paper: '函询记录',
    outline: outline(
      ['question', '函询的问题', ['要说明什么？不说谁反映的。'], 'required'],
      ['reply', '本人说明', ['本人怎样说明，有什么材料？'], 'required'],
      ['verdict', '核实和意见', ['采信、不采信，还是再核实？']],
    ),
    basis: reminders,
  }),
  kind({
    key: 'admonition',
    title: '诫勉谈话',
    about: '经党委（党组）主要负责人批准，诫勉决定之后谈',
    holders: ['officer', 'leader'],
    required: ['occasion', 'promise', 'summary'],
    signed: true,
    paper: '诫勉谈话记录',
    outline: outline(
      ['matter', '诫勉的事由', ['事由、依据、决定'], 'required'],
      ['content', '诫勉的内容', ['错在哪里，有什么后果？'], 'required'],
      ['reply', '本人认识', ['本人怎样认识？'], 'required'],
      ['demands', '整改要求', ['改什么，何时改好？六个月后怎样了解？'], 'required'],
    ),
    basis: reminders,
  }),
  kind({
    key: 'return-visit',
    title: '回访谈话',
    about: '受处分、处理或者诫勉之后，两人以上回访',
    talkersAtLeast: 2,
    required: ['grade'],
    paper: '回访登记表',
    outline: outline(
      ['attitude', '认识', ['对处分处理怎样认识？'], 'required'],
      ['work', '工作', ['现在做什么，做得怎样？'], 'required'],
      ['life', '生活和心里', ['家里、身体、心情怎样？']],
      worries,
      ['helper', '帮带', ['单位谁帮带，怎样帮？']],
      ['views', '单位意见', ['单位和同事怎样看？']],
    ),
    basis: local,
  }),
  kind({
    key: 'adjustment',
    title: '调整、离任谈话',
    about: '调整、离任、免职时由组织部门谈',
    outline: outline(
      ['decision', '说明', ['调整的决定和考虑'], 'required'],
      ['feeling', '本人想法', ['怎样想？'], 'required'],
      ['handover', '工作交接', ['哪些事要交接，还有什么没了？']],
      worries,
      closing,
    ),
    basis: { source: '谈心谈话制度（岗位变动必谈）', status: 'CONFIRMED(S)' },
  }),
  kind({
    key: 'retirement',
    title: '退休谈话',
    about: '退休前由单位或者组织部门谈，列出五件以上实在的贡献',
    required: ['summary'],
    outline: outline(
      ['achievements', '几件实事', ['这些年做成的事，列五件以上'], 'required'],
      ['wishes', '愿望', ['退休以后有什么打算？愿意帮组织做什么？'], 'required'],
      ['needs', '需要', ['家里、身体、待遇上有什么需要？']],
      closing,
    ),
    basis: local,
  }),
  kind({
    key: 'care',
    title: '关怀谈话、家访',
    about: '遇有困难、疾病、家庭变故，领导或者组织部门谈',
    modes: [...anyhow],
    required: ['promise'],
    outline: outline(
      ['situation', '情况', ['发生了什么，现在怎样？'], 'required'],
      ['needs', '需要', ['眼下最需要什么？'], 'required'],
      closing,
    ),
    basis: { source: '关于进一步激励广大干部新时代新担当新作为的意见', status: 'CONFIRMED(S)' },
  }),
  kind({
    key: 'booked',
    title: '组织部长约谈',
    about: '组织约、干部约或者走访，五谈一提醒',
    holders: ['leader', 'officer'],
    outline: outline(
      ['team', '谈班子', ['班子怎样？'], 'required'],
      ['self', '谈自己', ['自己怎样？']],
      ['work', '谈工作', ['工作怎样？']],
      ['problems', '谈问题', ['问题在哪里？']],
      ['advice', '谈建议', ['有什么建议？']],
      ['remind', '提醒', ['提醒什么？']],
      closing,
    ),
    basis: local,
  }),
  kind({
    key: 'group',
    title: '集体谈话',
    about: '一批人一起谈，记入每个人的档案',
    group: true,
    required: ['occasion'],
    outline: outline(
      ['decision', '事由和要求', ['为什么谈，要求什么？'], 'required'],
      ['speeches', '发言', ['谁说了什么？']],
      closing,
    ),
    basis: remembered,
  }),
  kind({
    key: 'clarified',
    title: '澄清谈话',
    about: '反映失实、澄清之后谈，放下包袱',
    outline: outline(
      ['result', '说明结论', ['结论是什么，在什么范围澄清？'], 'required'],
      ['feeling', '本人想法', ['有什么影响，还有什么顾虑？'], 'required'],
      closing,
    ),
    basis: { source: '谈心谈话制度（了结澄清必谈）', status: 'CONFIRMED(S)' },
  }),
]
