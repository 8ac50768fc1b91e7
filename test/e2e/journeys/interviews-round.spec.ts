import { type Page, test } from '@playwright/test'
import { addDays, Day, weekdayOf } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { today } from '../../../src/shared/dates/today'
import { calendarOf, kindOfDay } from '../../../src/shared/dates/work-days'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { expect, openDesk } from './support/desk'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer, security, system } from './support/people'

test.describe.configure({ mode: 'serial' })

const WEEK_MS = 7 * 86_400_000
const talker = { login: 'tanhua', name: '方汀兰', password: 'Xin4-Qiao#Ge' }
const people = ['周启明', '何以宁', '许问渠'] as const
let initialPassword = ''

/** The next day on which an office is open, so that the round lies on one day whenever this is run. */
function nextWorkday(): Day {
  const calendar = calendarOf(builtInHolidayYears)
  for (let day = addDays(Day.parse(today()), 1); ; day = addDays(day, 1)) {
    const { kind } = kindOfDay(day, calendar)
    if (kind === 'work' || (kind === 'unknown-year' && weekdayOf(day) % 6 !== 0)) return day
  }
}
const on = nextWorkday()

const at = openDesk({
  async prepare(home) {
    const account = {
      login: talker.login,
      name: talker.name,
      holder: '工号0107',
      department: '干部科',
      phone: '',
      roles: ['interviewer' as const],
      scope: null,
    }
    await workAs(home, system, api =>
      api.accounts.propose({ change: { kind: 'open', account }, reason: '承担谈心谈话' }),
    )
    await workAs(home, security, async api => {
      const [waiting] = await api.accounts.proposals({})
      if (!waiting) throw new Error('nothing was proposed')
      const decided = await api.accounts.decide({ id: waiting.id, accept: true, reason: '同意' })
      initialPassword = decided.initialPassword ?? ''
    })
    await workAs(home, { login: talker.login, password: initialPassword }, api =>
      api.session.changePassword({ current: initialPassword, next: talker.password }),
    )
    await workAs(home, officer, async api => {
      const [root] = await api.units.tree({})
      const unit = await api.units.add({ parentId: root?.id ?? '', name: '云溪街道' })
      for (const name of people) {
        const { cadre } = await api.cadres.add({ name, birth: null, unitId: unit.id })
        const changes = [
          { field: 'form.currentPost', value: '云溪街道党工委委员' },
          { field: 'currentPostSince', value: addDays(Day.parse(today()), -20) },
        ]
        await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
      }
      // One that is nobody else's business.
      const { cadre } = await api.cadres.add({ name: '阿依努尔·买买提', birth: null, unitId: unit.id })
      const me = (await api.interviews.talkers({})).find(({ name }) => name === officer.name)
      if (!me) throw new Error('the officer may hold talks')
      const plan = {
        kind: 'everyday',
        subjects: [cadre.id],
        talkers: [me.id],
        recorderId: null,
        startsAt: new Date(Date.now() + WEEK_MS).toISOString(),
        minutes: 60,
        place: '云溪街道 201 室',
        mode: '当面' as const,
        occasion: '',
        mark: SecrecyMark.parse('内部'),
        readers: [],
        dueKey: null,
      }
      await api.interviews.plan({ plans: [plan], round: null, avoid: { names: [], departments: [] } })
    })
  },
})

/** Chooses in a list that opens below a field, by what is typed. */
async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${field}`) }).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}

test('an officer plans a round for all who are new in their posts, in the office hours of an interviewer', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await inspect(desk)
  await desk.goTo('谈话')
  await page.getByRole('button', { name: '安排谈话' }).click()
  await desk.dialog.getByRole('button', { name: '新任现职的' }).click()
  await desk.dialog.getByRole('textbox', { name: '自哪天起' }).fill(addDays(Day.parse(today()), -30))
  await desk.dialog.getByRole('button', { name: '列入' }).click()
  await expect(desk.dialog.getByText('找到 3 人，已列入')).toBeVisible()
  await desk.dialog.getByRole('combobox', { name: /^谈话人/ }).focus()
  await page.keyboard.press('Backspace')
  await choose(page, '谈话人', talker.name)
  await choose(page, '记录人', officer.name)
  await desk.dialog.getByRole('textbox', { name: '日期' }).fill(on)
  await desk.dialog.getByRole('textbox', { name: '地点' }).fill('201 室')
  await expect(desk.dialog).toContainText('3 人依次谈')
  await inspect(desk)
  await desk.dialog.getByRole('button', { name: '安排 3 次谈话' }).click()
  await expect(desk.dialog).toBeHidden()
  for (const name of people) await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  await inspect(desk)
})

test('a planned talk is moved by keys with the checks of a plan, and back again', async () => {
  const { desk } = at
  const { page } = desk
  await page.getByRole('tab', { name: '日程' }).click()
  const talk = page.getByRole('button', { name: new RegExp(people[1]) })
  const isNextWeek = (weekdayOf(on) + 6) % 7 < (weekdayOf(Day.parse(today())) + 6) % 7
  if (isNextWeek) await page.getByRole('button', { name: '后一周' }).click()
  await expect(talk).toContainText('09:00')
  await talk.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('alert')).toContainText('时间重叠')
  await talk.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: '已改到' })).toBeVisible()
  await expect(talk).toContainText('08:30')
  await expect(talk).toBeFocused()
  await inspect(desk)
  await page.getByRole('button', { name: '改回去' }).click()
  await expect(page.getByText('已改到')).toBeHidden()
  await page.getByText('月', { exact: true }).first().click()
  await expect(page.getByRole('button', { name: '前一月' })).toBeVisible()
  await inspect(desk)
  for (const tab of ['应谈', '覆盖', '种类与规则']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await inspect(desk)
  }
})

test('the interviewer sees their own talks alone, reads the page before one, and holds it', async () => {
  const { desk } = at
  await desk.change(talker)
  const { page } = desk
  await desk.goTo('谈话')
  await expect(page.getByRole('tab')).toHaveText(['我的谈话', '日程', '承诺和诉求'])
  await expect(page.getByRole('button', { name: /阿依努尔/ })).toHaveCount(0)
  await page.getByRole('button', { name: new RegExp(people[0]) }).click()
  await expect(page.getByRole('heading', { name: '谈话前一页' })).toBeVisible()
  await inspect(desk)
  await page.getByRole('button', { name: '开始记录' }).click()
  // It was planned for another day.
  await page.getByRole('button', { name: '现在开始' }).click()
  const box = page.getByRole('textbox', { name: '记录' })
  await page.getByRole('button', { name: /困难与诉求/ }).click()
  await box.fill('卫生院缺医生，群众看病要跑二十里')
  await box.press('Enter')
  await page.getByRole('button', { name: '添一件' }).click()
  await page.getByRole('textbox', { name: '什么事' }).fill('协调镇卫生院增配一名医生')
  await page.getByRole('textbox', { name: '何日前' }).fill(addDays(Day.parse(today()), 3))
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '增配一名医生' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await desk.dialog.getByRole('button', { name: '结束并锁定' }).click()
  for (const who of [talker, officer]) {
    await page.getByLabel(`${who.name} 的密码`).fill(who.password)
    await page
      .getByRole('form', { name: `${who.name}确认` })
      .getByRole('button', { name: '确认' })
      .click()
    await expect(page.getByRole('form', { name: `${who.name}确认` })).toBeHidden()
  }
  await expect(page.getByText('已定稿')).toBeVisible()
})

test('it changes the coverage, and stands in the person’s file', async () => {
  const { desk } = at
  await desk.change(officer)
  const { page } = desk
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '覆盖' }).click()
  await page.getByRole('button', { name: '云溪街道谈过 1 人' }).click()
  await page
    .getByRole('region', { name: /云溪街道.*谈过/ })
    .getByRole('button', { name: people[0] })
    .click()
  await expect(page.getByRole('tab', { name: /^谈话/, selected: true })).toBeVisible()
  await expect(page.getByText('已定稿')).toBeVisible()
  await expect(page.getByText('协调镇卫生院增配一名医生')).toBeVisible()
  await inspect(desk)
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '承诺和诉求' }).click()
  await page.getByRole('button', { name: '只看逾期' }).click()
  await expect(page.getByText('没有这样的事')).toBeVisible()
})

test('a week later what was promised is late on the workbench and on the board, and goes to another hand', async () => {
  await at.reopen({ aheadMs: WEEK_MS })
  const { desk } = at
  await desk.signIn(officer)
  await desk.change(officer)
  const { page } = desk
  await desk.goTo('工作台')
  await expect(page.getByRole('region', { name: '逾期承诺' })).toContainText('逾期 4 天')
  await inspect(desk)
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '承诺和诉求' }).click()
  await page.getByRole('button', { name: '只看逾期' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '增配一名医生' })).toContainText('逾期 4 天')
  await inspect(desk)
  await page.getByRole('button', { name: '移交', exact: true }).click()
  await choose(page, '移交人', talker.name)
  await choose(page, '接手人', officer.name)
  await expect(desk.dialog).toContainText('1 件，逾期 1 件')
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('方汀兰挂职')
  await inspect(desk)
  await desk.dialog.getByRole('button', { name: '全部移交' }).click()
  await expect(desk.dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: '增配一名医生' })).toContainText(`责任人 ${officer.name}`)
  await page.getByText('统计', { exact: true }).click()
  await expect(page.getByRole('region', { name: '办结情况' })).toContainText('逾期未办')
  await inspect(desk)
})
