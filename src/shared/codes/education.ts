import { codeTable } from './table'

/** 学历代码（干部/公务员系统）. Source: ZB64. */
export const educationCodes = codeTable(
  {
    title: '学历代码（干部/公务员系统）',
    standard: 'ZB64（中组部）',
    confidence: 'high',
    note: '任免表的写法；“省（区、市）委党校”写实际省份',
  },
  [
    { code: '10', name: '研究生教育' },
    { code: '11', name: '研究生' },
    { code: '13', name: '研究生班' },
    { code: '1A', name: '中央党校研究生' },
    { code: '1B', name: '省（区、市）委党校研究生' },
    { code: '20', name: '本科教育' },
    { code: '21', name: '大学' },
    { code: '2A', name: '中央党校大学' },
    { code: '2B', name: '省（区、市）委党校大学' },
    { code: '30', name: '专科教育' },
    { code: '31', name: '大专' },
    { code: '34', name: '中央党校大专' },
    { code: '37', name: '省（区、市）委党校大专' },
    { code: '3B', name: '大学普通班' },
    { code: '41', name: '中专' },
    { code: '47', name: '中技' },
    { code: '61', name: '高中' },
    { code: '71', name: '初中' },
    { code: '81', name: '小学' },
  ],
)

/** 学历（编辑器下拉）. Source: ZB64 as shipped inside the 任免表编辑器. */
export const educationEditorCodes = codeTable(
  {
    title: '学历（编辑器下拉）',
    standard: 'ZB64（任免表编辑器）',
    confidence: 'certain',
    note: '与公务员系统词语相同而代码不同；任免表文件只存文字',
  },
  [
    { code: '1', name: '研究生教育' },
    { code: '11', name: '研究生', parent: '1' },
    { code: '12', name: '研究生班', parent: '1' },
    { code: '1A', name: '中央党校研究生', parent: '1' },
    { code: '1B', name: '省（区、市）委党校研究生', parent: '1' },
    { code: '2', name: '本科教育' },
    { code: '21', name: '大学', parent: '2' },
    { code: '22', name: '中央党校大学', parent: '2' },
    { code: '23', name: '省（区、市）委党校大学', parent: '2' },
    { code: '3', name: '专科教育' },
    { code: '31', name: '大专', parent: '3' },
    { code: '32', name: '省（区、市）委党校大专', parent: '3' },
    { code: '33', name: '大学普通班', parent: '3' },
    { code: '34', name: '中央党校大专', parent: '3' },
    { code: '35', name: '中专' },
    { code: '36', name: '中技' },
    { code: '37', name: '高中' },
    { code: '38', name: '初中' },
    { code: '39', name: '小学' },
  ],
)
