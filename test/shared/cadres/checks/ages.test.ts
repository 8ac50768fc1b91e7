import { casesOf } from './cases'

casesOf('dates.order', [
  [{ birth: '1972-04' }],
  [{ workStart: '1971-04', partyJoined: '1971-05' }],
  [{ birth: '1972-04', workStart: '1990-07', partyJoined: '1995-06', partyFull: '1996-06' }],
  [{ birth: '1972-04', workStart: '1972-03' }, ['certain', '参加工作时间 1972.03 早于出生年月 1972.04']],
  [{ birth: '1972-04', workStart: '1972' }],
  [{ birth: '1972', workStart: '1971-12' }, ['certain', '参加工作时间']],
  [{ birth: '1972-04', workStart: '1972-04' }],
  [{ birth: '1972-04', resume: [{ from: '1988-09' }, { from: '1872-09' }] }, ['certain', '第2行的开始时间 1872.09']],
  [{ birth: '1972', partyJoined: '1962-06', rankSince: '1960' }, ['certain', '入党日期'], ['certain', '任现职级时间']],
])

casesOf('dates.future', [
  [{}],
  [{ birth: '1972-04', workStart: '1990-07' }],
  [{ currentPostSince: '2026-04-20' }],
  [{ currentPostSince: '2026' }],
  [{ currentPostSince: '2026-05' }, ['likely', '任现职时间 2026.05 晚于 2026.04.15']],
  [{ birth: '2072-04' }, ['likely', '出生年月']],
  [{ partyFull: '2027' }, ['likely', '转正日期 2027']],
  [{ resume: [{ from: '2026-06' }] }, ['likely', '履历第1行的开始时间']],
])

casesOf('age.party', [
  [{}],
  [{ birth: '1972-04' }],
  [{ partyJoined: '1990-04' }],
  [{ birth: '1972-04', partyJoined: '1990-04' }],
  [{ birth: '1972-04', partyJoined: '1990-03' }, ['likely', '入党 1990.03 时 17岁（出生年月 1972.04），不满 18 周岁']],
  [{ birth: '1972-04-20', partyJoined: '1990-04-19' }, ['likely', '不满 18 周岁']],
  [{ birth: '1972-04-20', partyJoined: '1990-04-20' }],
  [{ birth: '1972-04-20', partyJoined: '1990-04' }],
  [{ birth: '1972', partyJoined: '1990-01' }],
  [{ birth: '1972', partyJoined: '1989-12' }, ['likely', '17岁']],
  [{ birth: '1972', partyJoined: '1990' }],
  [{ birth: '1930', partyJoined: '1944-06' }],
  [{ birth: '2190-05', partyJoined: '2199-05' }, ['likely', '9岁']],
])

casesOf('age.work', [
  [{}],
  [{ birth: '1980-07' }],
  [{ workStart: '1996-07' }],
  [{ birth: '1980-07', workStart: '1996-07' }],
  [{ birth: '1980-07', workStart: '1996-06' }, ['likely', '参加工作 1996.06 时 15岁']],
  [{ birth: '1980-07-15', workStart: '1996-07-14' }, ['likely', '不满 16 周岁']],
  [{ birth: '1960-07', workStart: '1975-06' }, ['look', '14岁']],
  [{ birth: '1960', workStart: '1976' }],
  [{ birth: '1960', workStart: '1975' }, ['look', '14至15岁']],
  [{ birth: '1976', workStart: '1991' }],
])
