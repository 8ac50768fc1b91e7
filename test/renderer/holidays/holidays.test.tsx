import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createQueryClient } from '../../../src/renderer/api/query'
import { HolidaysPane } from '../../../src/renderer/holidays/HolidaysPane'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { today } from '../../../src/shared/dates/today'
import { installBridge } from '../bridge'

const year = Number(today().slice(0, 4))
const notice = `关于${year + 3}年部分节假日安排的通知\n春节：2月5日至11日放假调休，共7天。`

test('a notice is read and shown; nothing is stored before it is confirmed with a reason', async () => {
  const { channels, calls } = installBridge({
    'holidays.calendar': () => builtInHolidayYears,
    'holidays.versions': () => [],
    'holidays.put': () => ({ version: 1 }),
  })
  render(
    <QueryClientProvider client={createQueryClient()}>
      <HolidaysPane />
    </QueryClientProvider>,
  )
  fireEvent.input(await screen.findByLabelText('通知正文'), { target: { value: notice } })
  fireEvent.click(screen.getByRole('button', { name: '读取' }))
  expect(screen.getByRole('heading', { name: `${year + 3} 年` })).toBeTruthy()
  expect(screen.getByText('还没有保存')).toBeTruthy()
  expect(screen.getByTitle('2月5日 春节放假')).toBeTruthy()
  expect(screen.getByText(/法定的 .* 没有列入放假/)).toBeTruthy()
  expect(channels()).not.toContain('holidays.put')
  fireEvent.click(screen.getByRole('button', { name: '保存…' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.input(within(dialog).getByLabelText('理由'), { target: { value: '通知已发布' } })
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }))
  await screen.findByRole('heading', { name: `${year + 3} 年` })
  expect(calls.find(({ channel }) => channel === 'holidays.put')?.input).toMatchObject({
    table: { year: year + 3, off: [{ name: '春节' }] },
    version: 0,
    reason: '通知已发布',
  })
})
