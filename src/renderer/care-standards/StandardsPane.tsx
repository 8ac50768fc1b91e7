import { Select } from 'antd'
import { useState } from 'react'
import { basisCautions } from '../../shared/basis/basis'
import { type CareStandard, type Occasion, occasions } from '../../shared/care-standards/care-standards'
import { fenOf, mayKeepStandard, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../shared/dates/partial-date'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { ChoiceList } from '../interviews/configure/ChoiceList'
import '../interviews/configure/configure.css'
import { VersionsCard } from '../interviews/configure/VersionsCard'
import { Button } from '../ui/Button'
import { basisChoices } from '../ui/basis.words'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'

const figures = ({ ceilingFen, dailyFen, days, afterYears, everyYears, places, words }: CareStandard): string =>
  [
    ceilingFen === null ? '' : `每人次不超过 ${yuan(ceilingFen)} 元`,
    dailyFen === null ? '' : `每天不超过 ${yuan(dailyFen)} 元`,
    days === null ? '' : `每年 ${days} 天`,
    everyYears === null ? '' : everyYears === 1 ? '每年一次' : `每 ${everyYears} 年一次`,
    afterYears === null || afterYears === 0 ? '' : `工作满 ${afterYears} 年`,
    places === null ? '' : `每年名额 ${places} 人`,
    words,
  ]
    .filter(text => text !== '')
    .join('，') || '没有标准'

/** 慰问标准: what a document of the unit allows on each occasion. Nothing ships with an amount. */
export function StandardsPane() {
  const standards = useCall('careStandards', 'list', {})
  const [occasion, setOccasion] = useState<Occasion>('住院')
  if (standards.isPending) return <Loading />
  if (standards.isError) return <ErrorNote error={standards.error} onRetry={() => void standards.refetch()} />
  const newest = (of: Occasion) => standards.data.findLast(each => each.occasion === of)
  const known = newest(occasion)
  return (
    <div className="itv-configure">
      <ChoiceList
        title="慰问标准"
        items={occasions.map(each => {
          const standard = newest(each)
          const note = standard ? figures(standard) : ''
          return { key: each, title: each, note, quiet: note === '没有标准' }
        })}
        chosen={occasion}
        onChoose={key => setOccasion(occasions.find(each => each === key) ?? '住院')}
      />
      {known && <StandardForm key={`${occasion} ${known.version}`} standard={known} version={known.version} />}
    </div>
  )
}

const whole = (value: number | null): string => (value === null ? '' : String(value))
const wholeOf = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
const shown = (fen: number | null): string => (fen === null ? '' : yuan(fen))

function StandardForm({ standard, version }: { standard: CareStandard; version: number }) {
  const versions = useCall('careStandards', 'versions', { occasion: standard.occasion })
  const [ceiling, setCeiling] = useState(shown(standard.ceilingFen))
  const [daily, setDaily] = useState(shown(standard.dailyFen))
  const [days, setDays] = useState(whole(standard.days))
  const [after, setAfter] = useState(whole(standard.afterYears))
  const [every, setEvery] = useState(whole(standard.everyYears))
  const [places, setPlaces] = useState(whole(standard.places))
  const [words, setWords] = useState(standard.words)
  const [from, setFrom] = useState<string>(showDate(standard.validFrom))
  const [source, setSource] = useState(standard.source)
  const [status, setStatus] = useState(standard.status)
  const [asking, setAsking] = useState(false)
  const retreat = standard.occasion === '疗休养'
  const amount = (text: string) => (text.trim() === '' ? null : (fenOf(text) ?? undefined))
  const validFrom = Day.safeParse(parsePartialDate(from)).data
  const [ceilingFen, dailyFen] = [amount(ceiling), amount(daily)]
  const [wholeDays, afterYears, everyYears, wholePlaces] = [days, after, every, places].map(wholeOf)
  const next: CareStandard | undefined =
    ceilingFen === undefined ||
    dailyFen === undefined ||
    !validFrom ||
    wholeDays === undefined ||
    afterYears === undefined ||
    everyYears === undefined ||
    everyYears === 0 ||
    wholePlaces === undefined
      ? undefined
      : {
          ...standard,
          ceilingFen,
          dailyFen,
          days: wholeDays,
          afterYears,
          everyYears,
          places: wholePlaces,
          words,
          validFrom,
          source,
          status,
        }
  const verdict = next && mayKeepStandard(next)
  const refusal = !next
    ? '金额写作 500 或 500.50，日期写作 2026.01.01，天数、年数和名额是整数'
    : source.trim() === ''
      ? '先写依据的文件'
      : verdict?.allowed === false
        ? verdict.reason
        : undefined
  return (
    <div className="itv-configure-forms">
      <Card title={standard.occasion} note={version === 0 ? '随应用提供，没有金额' : `第 ${version} 版`}>
        <form
          className="itv-kind-form"
          onSubmit={event => {
            event.preventDefault()
            if (refusal === undefined) setAsking(true)
          }}
        >
          <div className="dd-pair">
            <TextField
              label={retreat ? '每人每年不超过（元）' : '每人次不超过（元）'}
              value={ceiling}
              onChange={setCeiling}
              nfkc
              hint="没有规定的留空"
            />
            <TextField label="启用日期" value={from} onChange={setFrom} nfkc placeholder="2026.01.01" />
            {retreat && <TextField label="每天不超过（元）" value={daily} onChange={setDaily} nfkc />}
            {retreat && <TextField label="每年天数" value={days} onChange={setDays} nfkc />}
            {retreat && <TextField label="每几年一次" value={every} onChange={setEvery} nfkc hint="写了就按它提醒" />}
            {retreat && <TextField label="工作满几年" value={after} onChange={setAfter} nfkc />}
            {retreat && <TextField label="每年名额（人）" value={places} onChange={setPlaces} nfkc />}
          </div>
          <TextField
            label="文字规定"
            value={words}
            onChange={setWords}
            maxChars={200}
            placeholder="如：按规定、以慰问品为主"
          />
          <div className="dd-pair">
            <TextField label="依据的文件和文号" value={source} onChange={setSource} maxChars={120} />
            <label className="dd-field">
              <span className="dd-label">把握程度</span>
              <Select value={status} onChange={setStatus} options={basisChoices} />
              <span className="dd-hint">{basisCautions[status]}</span>
            </label>
          </div>
          <div className="dd-form-end">
            <Button kind="primary" submit reason={refusal}>
              保存…
            </Button>
          </div>
        </form>
      </Card>
      <VersionsCard
        versions={versions.data?.map(({ standard: value, ...each }) => ({ ...each, value })) ?? []}
        wordsOf={value => `${figures(value)}　${showDate(value.validFrom)} 起　${value.source}`}
        onTake={value => {
          setCeiling(shown(value.ceilingFen))
          setDaily(shown(value.dailyFen))
          setDays(whole(value.days))
          setAfter(whole(value.afterYears))
          setEvery(whole(value.everyYears))
          setPlaces(whole(value.places))
          setWords(value.words)
          setFrom(showDate(value.validFrom))
          setSource(value.source)
          setStatus(value.status)
        }}
      />
      <ReasonDialog
        open={asking}
        title={`保存${standard.occasion}标准`}
        consequence="另存一版，从启用日期起按新标准核对；以前的登记仍按当时的标准。"
        confirmText="保存"
        onConfirm={async reason => {
          if (next) await api.careStandards.put({ standard: next, version, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
