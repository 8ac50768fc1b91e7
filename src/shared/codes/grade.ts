import { codeTable } from './table'

/** 公务员级别. Source: ZB134. */
export const gradeCodes = codeTable(
  {
    title: '公务员级别',
    standard: 'ZB134',
    confidence: 'certain',
  },
  [
    { code: '01', name: '一级' },
    { code: '02', name: '二级' },
    { code: '03', name: '三级' },
    { code: '04', name: '四级' },
    { code: '05', name: '五级' },
    { code: '06', name: '六级' },
    { code: '07', name: '七级' },
    { code: '08', name: '八级' },
    { code: '09', name: '九级' },
    { code: '10', name: '十级' },
    { code: '11', name: '十一级' },
    { code: '12', name: '十二级' },
    { code: '13', name: '十三级' },
    { code: '14', name: '十四级' },
    { code: '15', name: '十五级' },
    { code: '16', name: '十六级' },
    { code: '17', name: '十七级' },
    { code: '18', name: '十八级' },
    { code: '19', name: '十九级' },
    { code: '20', name: '二十级' },
    { code: '21', name: '二十一级' },
    { code: '22', name: '二十二级' },
    { code: '23', name: '二十三级' },
    { code: '24', name: '二十四级' },
    { code: '25', name: '二十五级' },
    { code: '26', name: '二十六级' },
    { code: '27', name: '二十七级' },
  ],
)
