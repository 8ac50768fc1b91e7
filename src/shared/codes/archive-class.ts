import { codeTable } from './table'

/** 干部人事档案十大类. The names of 2018 were not read in the primary text: what is shown says 参考，以文件为准. */
export const archiveClassCodes = codeTable(
  {
    title: '干部人事档案材料类别（十大类）',
    standard: '干部人事档案工作条例（2018）',
    confidence: 'medium',
  },
  [
    { code: '1', name: '履历类', short: '履历', aliases: ['履历材料'] },
    { code: '2', name: '自传和思想类', short: '自传和思想', aliases: ['自传', '报告个人有关事项'] },
    { code: '3', name: '考核鉴定类', short: '考核鉴定', aliases: ['考察、考核、鉴定'] },
    {
      code: '4',
      name: '学历学位、专业技术职务、学术评鉴、教育培训类',
      short: '学历职称培训',
      aliases: ['学历学位、职称、培训'],
    },
    { code: '5', name: '政审、审计和审核类', short: '政审审计审核', aliases: ['政审'] },
    { code: '6', name: '党、团类', short: '党团', aliases: ['党团'] },
    { code: '7', name: '表彰奖励类', short: '表彰奖励', aliases: ['奖励'] },
    { code: '8', name: '违规违纪违法处理处分类', short: '违纪违法处分', aliases: ['处分'] },
    { code: '9', name: '工资、任免、出国和会议代表类', short: '工资任免出国', aliases: ['工资、任免、出国、会议代表'] },
    { code: '10', name: '其他可供组织参考的材料', short: '其他材料', aliases: ['其他'] },
  ],
)
