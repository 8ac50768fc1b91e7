import { casesOf } from './cases'

casesOf('id.number', [
  [{}],
  [{ idNumber: '  ' }],
  [{ idNumber: '11010519491231002X' }],
  [{ idNumber: '11010519491231002x' }],
  [{ idNumber: '110105491231002' }],
  [{ idNumber: '110105194912310021' }, ['certain', '校验位应为 X']],
  [{ idNumber: '1101051949123100' }, ['certain', '现在 16 位']],
  [{ idNumber: '110105194902300021' }, ['certain', '不存在']],
  [{ idNumber: '010105194912310021' }, ['certain', '不是省份代码']],
])

casesOf('id.birth', [
  [{ birth: '1949-12' }],
  [{ idNumber: '11010519491231002X' }],
  [{ birth: '1949-12', idNumber: '11010519491231002X' }],
  [{ birth: '1949', idNumber: '11010519491231002X' }],
  [{ birth: '1949-12-31', idNumber: '110105491231002' }],
  [{ birth: '1949-11', idNumber: '11010519491231002X' }, ['look', '1949.11 与身份证号上的 1949.12.31 不一致']],
  [{ birth: '1949-12-30', idNumber: '11010519491231002X' }, ['look', '档案认定']],
  [{ birth: '1950', idNumber: '11010519491231002X' }, ['look', '1950']],
  [{ birth: '1950', idNumber: '110105194912310021' }],
])

casesOf('id.sex', [
  [{ sex: '女' }],
  [{ idNumber: '11010519491231002X' }],
  [{ sex: '女', idNumber: '11010519491231002X' }],
  [{ sex: '男', idNumber: '11010519491231002X' }, ['likely', '性别填的是男，身份证号第 17 位表示女']],
  [{ sex: '男', idNumber: '110105491231002' }, ['likely', '表示女']],
  [{ sex: '女', idNumber: '440524188001010014' }, ['likely', '表示男']],
  [{ sex: '男', idNumber: '110105194912310021' }],
])
