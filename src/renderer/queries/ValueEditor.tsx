import { Select } from 'antd'
import type { Choice, Condition, QueryField } from '../../shared/queries/queries'
import { indentedUnit } from '../cadres/UnitSelect'
import { unitOptions } from '../cadres/units.options'
import { useBuilder } from './builder.context'
import { Piece } from './Piece'
import { dateText, readDate, readNumber, readWords, wordsText } from './values'

type Values = Condition['values']
interface ValueEditorProps {
  node: Condition
  field: QueryField
  name: string
  onChange: (values: Values) => void
}

/** The values with one of them changed; those before it that are missing are empty. */
const withValue = (values: Values, at: number, value: Values[number]): Values =>
  Array.from({ length: Math.max(values.length, at + 1) }, (_, index) => (index === at ? value : (values[index] ?? '')))

/** 近 n 年, before the question: of assessments and of what is counted. */
export function YearsBefore({ node, field: { type }, name, onChange }: ValueEditorProps) {
  if (type !== 'grades' && type !== 'count') return null
  return (
    <Piece
      label={`${name}：近几年`}
      before="近"
      after={type === 'count' ? '年（0 为不限）' : '年'}
      value={node.values[0] ?? ''}
      read={readNumber}
      show={String}
      onChange={value => onChange(withValue(node.values, 0, value))}
    />
  )
}

/** The values of a condition, as its field and its question need them. */
export function ValueEditor(props: ValueEditorProps) {
  const { node, field, name, onChange } = props
  const { values, operator } = node
  if (operator === 'empty' || operator === 'filled' || operator === 'yes') return null
  const several = (chosen: readonly string[]): void => onChange([...chosen])
  switch (field.type) {
    case 'text':
      return (
        <Piece
          label={`${name}：文字`}
          isWide
          placeholder={operator === 'contains' ? '几个词用顿号隔开，有一个就算' : ''}
          value={values}
          read={operator === 'contains' ? readWords : text => [text.trim()]}
          show={wordsText}
          onChange={onChange}
        />
      )
    case 'choice':
      return <Choices name={name} choices={field.choices} values={values} onChange={several} />
    case 'order':
      if (operator === 'in') return <Choices name={name} choices={field.choices} values={values} onChange={several} />
      return <OneChoice name={name} choices={field.choices} value={values[0]} onChange={value => onChange([value])} />
    case 'unit':
      return <Units name={name} values={values} onChange={several} />
    case 'grades':
      return (
        <Choices
          name={name}
          choices={field.choices}
          values={values.slice(1)}
          onChange={grades => onChange([values[0] ?? '', ...grades])}
        />
      )
    case 'count':
      return (
        <Piece
          label={`${name}：数目`}
          after={field.unit}
          value={values[1] ?? ''}
          read={readNumber}
          show={String}
          onChange={value => onChange(withValue(values, 1, value))}
        />
      )
    case 'date':
      return <Bounds {...props} placeholder="1984.03" read={readDate} show={dateText} />
    default:
      return <Bounds {...props} after={field.unit} read={readNumber} show={String} />
  }
}

interface BoundsProps extends ValueEditorProps {
  after?: string
  placeholder?: string
  read: (text: string) => Values[number]
  show: (value: Values[number]) => string
}

/** One value, or two with 到 between. */
function Bounds({ node: { values, operator }, name, onChange, after = '', ...piece }: BoundsProps) {
  const both = operator === 'between'
  return (
    <>
      <Piece
        label={both ? `${name}：从` : `${name}：值`}
        value={values[0] ?? ''}
        onChange={value => onChange(withValue(values, 0, value))}
        after={both ? '' : after}
        {...piece}
      />
      {both && (
        <Piece
          label={`${name}：到`}
          before="到"
          after={after}
          value={values[1] ?? ''}
          onChange={value => onChange(withValue(values, 1, value))}
          {...piece}
        />
      )}
    </>
  )
}

interface ChoicesProps {
  name: string
  choices: readonly Choice[]
  values: Values
  onChange: (values: readonly string[]) => void
}

function Choices({ name, choices, values, onChange }: ChoicesProps) {
  const { matches } = useBuilder()
  return (
    <Select<string[], Choice>
      className="qry-wide"
      mode="multiple"
      aria-label={`${name}：选项`}
      value={values.map(String)}
      onChange={onChange}
      options={[...choices]}
      placeholder="可以选几项"
      maxTagCount={5}
      showSearch={{ filterOption: (typed, option) => option !== undefined && matches(typed, option.label) }}
      popupMatchSelectWidth={260}
    />
  )
}

function OneChoice(props: {
  name: string
  choices: readonly Choice[]
  value: unknown
  onChange: (value: string) => void
}) {
  const { matches } = useBuilder()
  return (
    <Select<string, Choice>
      className="qry-one"
      aria-label={`${props.name}：选项`}
      value={typeof props.value === 'string' && props.value !== '' ? props.value : null}
      onChange={props.onChange}
      options={[...props.choices]}
      placeholder="选一级"
      showSearch={{ filterOption: (typed, option) => option !== undefined && matches(typed, option.label) }}
      popupMatchSelectWidth={220}
    />
  )
}

function Units({ name, values, onChange }: Omit<ChoicesProps, 'choices'>) {
  const { units, matches } = useBuilder()
  return (
    <Select<string[], ReturnType<typeof unitOptions>[number]>
      className="qry-wide"
      mode="multiple"
      aria-label={`${name}：单位`}
      value={values.map(String)}
      onChange={onChange}
      options={unitOptions(units)}
      optionRender={indentedUnit}
      placeholder="可以选几个单位"
      maxTagCount={5}
      showSearch={{ filterOption: (typed, option) => option !== undefined && matches(typed, option.label) }}
      popupMatchSelectWidth={320}
    />
  )
}
