import { codeTable } from './table'

/** 政治面貌代码. Source: GB/T 4762-1984. */
export const politicalCodes = codeTable(
  {
    title: '政治面貌代码',
    standard: 'GB/T 4762-1984',
    confidence: 'certain',
    note: '任免表写简称；九三学社也写“九三”',
  },
  [
    { code: '01', name: '中共党员', aliases: ['中国共产党党员'] },
    { code: '02', name: '预备党员', aliases: ['中国共产党预备党员'] },
    { code: '03', name: '共青团员', aliases: ['中国共产主义青年团团员', '团员'] },
    { code: '04', name: '民革', aliases: ['中国国民党革命委员会会员'] },
    { code: '05', name: '民盟', aliases: ['中国民主同盟盟员'] },
    { code: '06', name: '民建', aliases: ['中国民主建国会会员'] },
    { code: '07', name: '民进', aliases: ['中国民主促进会会员'] },
    { code: '08', name: '农工党', aliases: ['中国农工民主党党员', '农工民主党', '农工'] },
    { code: '09', name: '致公党', aliases: ['中国致公党党员', '致公'] },
    { code: '10', name: '九三学社', aliases: ['九三学社社员', '九三'] },
    { code: '11', name: '台盟', aliases: ['台湾民主自治同盟盟员'] },
    { code: '12', name: '无党派', aliases: ['无党派民主人士'] },
    { code: '13', name: '群众' },
  ],
)
