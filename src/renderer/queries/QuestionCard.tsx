import type { KeyboardEvent } from 'react'
import type { QueryField } from '../../shared/queries/queries'
import type { Fields, QueryProblem } from '../../shared/queries/queries.rules'
import { sentenceOf } from '../../shared/queries/sentence'
import type { Unit } from '../../shared/units/units'
import { Button } from '../ui/Button'
import { isComposing } from '../ui/composed'
import { Icon } from '../ui/icons'
import { Builder } from './Builder'
import { DayField } from './DayField'
import { useQueriesStore } from './queries.store'
import type { Asking } from './useQuestion'

interface QuestionCardProps {
  asking: Asking
  fields: Fields
  fieldList: readonly QueryField[]
  units: readonly Unit[]
  problems: readonly QueryProblem[]
}

/** The question as a sentence, the day it is reckoned on, and the conditions, which can be put away. */
export function QuestionCard(props: QuestionCardProps) {
  const { asking, fields, units } = props
  const { folded, fold } = useQueriesStore()
  const { tree, on, back, reckonOn } = asking
  const sentence = sentenceOf(tree, fields, id => units.find(unit => unit.id === id)?.name)
  const onKeyDown = (event: KeyboardEvent): void => {
    // Within a field Ctrl+Z takes back what was typed there.
    const inField = event.target instanceof HTMLInputElement && event.target.value !== ''
    if (isComposing(event.nativeEvent) || inField || !event.ctrlKey || event.key !== 'z' || !back) return
    event.preventDefault()
    back()
  }
  return (
    <section className="dd-card qry-card" aria-label="条件" onKeyDown={onKeyDown}>
      <header className="qry-top">
        <p className="qry-sentence">{sentence === '' ? '还没有条件' : sentence}</p>
        <DayField on={on} onChange={reckonOn} />
        <Button size="small" reason={back ? undefined : '还没有可以撤销的'} onClick={() => back?.()}>
          撤销
        </Button>
        <Button size="small" icon={<Icon name={folded ? 'down' : 'up'} size={14} />} onClick={() => fold(!folded)}>
          {folded ? '改条件' : '收起'}
        </Button>
      </header>
      {!folded && <Builder {...props} />}
    </section>
  )
}
