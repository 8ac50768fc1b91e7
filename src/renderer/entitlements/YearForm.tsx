import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import type { YearFacts } from '../../shared/entitlements/entitlements'
import { fenOf, yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { TextField } from '../ui/TextField'

interface YearFormProps {
  readonly cadreId: CadreId
  readonly year: number
  readonly data: { readonly facts: YearFacts; readonly revision: number }
}
const numberOf = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
const shown = (value: number | null): string => (value === null ? '' : String(value))

/** What bears on the leave of a year, and what is set by hand. */
export function YearForm({ cadreId, year, data: { facts, revision } }: YearFormProps) {
  const [override, setOverride] = useState(shown(facts.overrideDays))
  const [why, setWhy] = useState(facts.overrideReason)
  const [carried, setCarried] = useState(shown(facts.carriedDays))
  const [personal, setPersonal] = useState(shown(facts.personalDays))
  const [sick, setSick] = useState(shown(facts.sickMonths))
  const [vacation, setVacation] = useState(shown(facts.vacationDays))
  const [check, setCheck] = useState(facts.checkOn === null ? '' : showDate(facts.checkOn))
  const [place, setPlace] = useState(facts.checkPlace)
  const [cost, setCost] = useState(facts.checkFen === null ? '' : yuanWords(facts.checkFen))
  const [asking, setAsking] = useState(false)
  const [overrideDays, carriedDays, personalDays, sickMonths, vacationDays] = [
    override,
    carried,
    personal,
    sick,
    vacation,
  ].map(numberOf)
  const checkOn = check.trim() === '' ? null : Day.safeParse(parsePartialDate(check)).data
  const wrongNumber = [overrideDays, carriedDays, personalDays, sickMonths, vacationDays].includes(undefined)
  const refusal = wrongNumber
    ? '天数和月数是整数'
    : fenOf(cost) === undefined
      ? '体检费用写数字，如 800'
      : checkOn === undefined
        ? '体检日期写作 2026.05.06'
        : override.trim() !== '' && why.trim() === ''
          ? '写定天数的，要写明依据'
          : undefined
  return (
    <Card title={`${year} 年的情况`}>
      <div className="ent-check">
        <div className="ent-fields-wide">
          <TextField label="写定应休（天）" value={override} onChange={setOverride} nfkc hint="留空按工龄算" />
          <TextField label="写定的依据" value={why} onChange={setWhy} maxChars={200} />
          <TextField label="上年结转（天）" value={carried} onChange={setCarried} nfkc />
          <TextField label="带薪事假（天）" value={personal} onChange={setPersonal} nfkc />
          <TextField label="病假（月）" value={sick} onChange={setSick} nfkc />
          <TextField label="寒暑假（天）" value={vacation} onChange={setVacation} nfkc hint="没有的留空" />
          <TextField label="体检日期" value={check} onChange={setCheck} nfkc />
          <TextField label="体检地点" value={place} onChange={setPlace} maxChars={60} hint="不登记结果" />
          <TextField label="体检费用（元）" value={cost} onChange={setCost} nfkc hint="可以不填" />
        </div>
        <div className="dd-form-end">
          <Button kind="primary" reason={refusal} onClick={() => setAsking(true)}>
            保存…
          </Button>
        </div>
      </div>
      <ReasonDialog
        open={asking}
        title={`登记 ${year} 年的情况`}
        consequence={`应休和剩余的天数马上按新的情况算。${AUDITED_REASON}`}
        confirmText="保存"
        onConfirm={async reason => {
          await api.entitlements.note({
            cadreId,
            year,
            revision,
            reason,
            facts: {
              overrideDays: overrideDays ?? null,
              overrideReason: why,
              carriedDays: carriedDays ?? 0,
              personalDays: personalDays ?? 0,
              sickMonths: sickMonths ?? 0,
              vacationDays: vacationDays ?? null,
              checkOn: checkOn ?? null,
              checkPlace: place,
              checkFen: fenOf(cost) ?? null,
            },
          })
        }}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}
