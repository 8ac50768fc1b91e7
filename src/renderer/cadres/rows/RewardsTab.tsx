import { Card } from '../../ui/Card'
import { dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import { RowsTable, WrittenText } from './RowsTable'

/** 奖惩: as recorded, the latest first, and the form's own words. */
export function RewardsTab() {
  const { cadre } = useReveal()
  const rows = cadre.rewards
    .toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
    .map(({ on, authority, name }) => [dateWords(on), name, authority])
  return (
    <Card title="奖惩">
      <RowsTable empty="还没有填奖惩记录" columns={['时间', '名称', '批准机关']} rows={rows} />
      <WrittenText title="任免表上的写法" text={cadre.form.rewardsAndPunishments} />
    </Card>
  )
}
