import { dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { PunishmentsCard } from './PunishmentsCard'
import { RowsCard } from './RowsCard'
import { WrittenText } from './RowsTable'

/** 奖惩: rewards, then punishments and measures, the latest first, and the form's own words for both. */
export function RewardsTab({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  return (
    <div className="cdr-stack">
      <RowsCard
        file={file}
        title="奖励"
        pair="rewards"
        field="rewards"
        columns={['时间', '名称', '批准机关']}
        rows={cadre.rewards
          .toSorted((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
          .map(({ on, authority, name }) => [dateWords(on), name, authority])}
        empty="还没有填奖励记录"
        hint="每次奖励、表彰一行，写明时间和批准机关。"
      >
        <WrittenText title="任免表上的奖惩情况" text={cadre.form.rewardsAndPunishments} />
      </RowsCard>
      <PunishmentsCard file={file} />
    </div>
  )
}
