import { Progress } from 'antd'
import type { ReactNode } from 'react'
import type { Cadre } from '../../shared/cadres/cadres'
import type { CadreFile, SensitiveField } from '../../shared/cadres/cadres.contract'
import { today } from '../../shared/dates/today'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { SecretText } from '../ui/SecretText'
import { birthWords, monthWords, sinceWords } from './cadres.words'
import { Portrait } from './photo/Portrait'
import { useReveal } from './reveal'
import { useTimeline } from './useTimeline'
import { wholenessOf } from './wholeness'

interface WhoCardProps {
  file: CadreFile
  onEdit: (() => void) | undefined
  onExport: (() => void) | undefined
  onForm: () => void
}

const some = (...parts: readonly string[]): string[] => parts.filter(part => part !== '')

/** The head of a file: what an officer wants to have before the eyes while reading the rest. */
export function WhoCard({ file, onEdit, onExport, onForm }: WhoCardProps) {
  const { cadre } = file
  const { form } = cadre
  const education = some(
    form.fullTimeEducation && `全日制${form.fullTimeEducation}`,
    form.fullTimeDegree,
    form.inServiceEducation && `在职${form.inServiceEducation}`,
    form.inServiceDegree,
  ).join('、')
  return (
    <section className="dd-card cdr-who" aria-label={`${cadre.name}的基本情况`}>
      <Portrait file={file} />
      <div className="cdr-who-main">
        <div className="cdr-who-name">
          <h1 tabIndex={-1}>{cadre.name}</h1>
          {cadre.status !== '在职' && <span className="cdr-tag">{cadre.status}</span>}
          <Tags cadre={cadre} />
        </div>
        <Facts
          className="cdr-who-post"
          parts={some(
            form.currentPost || '还没有填现任职务',
            sinceWords(cadre.rank, cadre.rankSince),
            sinceWords(cadre.postLevel, cadre.postLevelSince),
          )}
        />
        <Facts
          parts={some(
            cadre.sex ?? '',
            birthWords(cadre, today()),
            cadre.nation,
            cadre.nativePlace && `${cadre.nativePlace}人`,
            cadre.partyJoined ? `${monthWords(cadre.partyJoined)} 入党` : form.partyText,
            cadre.workStart ? `${monthWords(cadre.workStart)} 参加工作` : '',
          )}
        />
        <Facts
          parts={[
            ...some(education),
            ...(cadre.idNumber ? [<Secret key="id" field="idNumber" label="身份证" mask={cadre.idNumber} />] : []),
            ...(cadre.phone ? [<Secret key="phone" field="phone" label="电话" mask={cadre.phone} />] : []),
          ]}
        />
      </div>
      <div className="cdr-who-side">
        <Whole file={file} />
        <div className="cdr-who-acts">
          {onExport && (
            <Button icon={<Icon name="export" size={16} />} onClick={onExport}>
              导出
            </Button>
          )}
          <Button icon={<Icon name="print" size={16} />} onClick={onForm}>
            任免审批表
          </Button>
          {onEdit && (
            <Button kind="primary" icon={<Icon name="edit" size={16} />} onClick={onEdit}>
              编辑
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

/** What the modules put beside the name, then the person's own tags. */
function Tags({ cadre }: { cadre: Cadre }) {
  const { entries } = useTimeline(cadre.id)
  const told = entries.flatMap(({ tag, side }) => (tag === null ? [] : [{ tag, side }]))
  return [...told, ...cadre.tags.map(tag => ({ tag, side: null }))].map(({ tag, side }) => (
    <span key={tag} className="cdr-tag" data-side={side ?? undefined}>
      {tag}
    </span>
  ))
}

function Facts({ parts, className }: { parts: readonly ReactNode[]; className?: string }) {
  if (parts.length === 0) return null
  return (
    <p className={`cdr-line ${className ?? ''}`}>
      {parts.map((part, index) => (
        <span key={typeof part === 'string' ? part : index}>{part}</span>
      ))}
    </p>
  )
}

function Secret({ field, label, mask }: { field: SensitiveField; label: string; mask: string }) {
  const { ask } = useReveal()
  return (
    <>
      {label}　<SecretText mask={mask} label={label} onReveal={() => ask(field)} />
    </>
  )
}

function Whole({ file }: { file: CadreFile }) {
  const { percent, words } = wholenessOf(file)
  return (
    <>
      <p className="cdr-whole">
        档案完整度
        <b>
          {percent}
          <small>%</small>
        </b>
      </p>
      <Progress percent={percent} showInfo={false} size={['100%', 6]} aria-label="档案完整度" />
      <p className="cdr-missing">{words}</p>
    </>
  )
}
