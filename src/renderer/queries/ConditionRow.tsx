import { Select } from 'antd'
import { arityOf, newCondition, operatorTitle } from '../../shared/queries/operators'
import type { Condition, Operator, QueryField } from '../../shared/queries/queries'
import { useBuilder } from './builder.context'
import { FieldPicker } from './FieldPicker'
import { Handle, NodeMenu, NotChip } from './NodeActs'
import { keyOf, type Path } from './tree'
import { ValueEditor, YearsBefore } from './ValueEditor'

/** The same question of another field where that makes sense, else a new one. */
function onField(node: Condition, before: QueryField | undefined, field: QueryField): Condition {
  const bound = field.type === 'choice' || field.type === 'order'
  if (before?.type === field.type && !bound) return { ...node, field: field.key }
  return { ...newCondition(field.key, field.type), not: node.not }
}

/** Another question of the same field, with as many of the values as it takes. */
const asked = (node: Condition, { type }: QueryField, operator: Operator): Condition => ({
  ...node,
  operator,
  values: node.values.slice(0, arityOf(type, operator).most),
})

/** One condition: what it is about, how it is asked, and the values. */
export function ConditionRow({ node, path }: { node: Condition; path: Path }) {
  const { fields, problems, put, drop } = useBuilder()
  const field = fields.get(node.field)
  const key = keyOf(path)
  const name = `第${path.map(step => step + 1).join('.')}条${field?.label ?? ''}`
  const problem = problems.get(key)
  // What is simply not filled yet says so by itself.
  const isWrong = problem !== undefined && !problem.endsWith('还没有填完')
  return (
    <div
      role="group"
      aria-label={name}
      className="qry-row"
      data-path={key}
      data-not={node.not || undefined}
      data-drop={drop?.key === key ? drop.side : undefined}
    >
      <Handle path={path} label={name} />
      <NotChip isOn={node.not} label={`${name}取反`} onChange={not => put(path, { ...node, not })} />
      <FieldPicker
        label={`${name}：项目`}
        value={node.field}
        onChoose={next => put(path, onField(node, field, next))}
      />
      {field && (
        <>
          <span className="qry-values" data-values={key}>
            <YearsBefore node={node} field={field} name={name} onChange={values => put(path, { ...node, values })} />
            {field.operators.length > 1 ? (
              <Select<Operator>
                className="qry-op"
                aria-label={`${name}：问法`}
                value={node.operator}
                onChange={operator => put(path, asked(node, field, operator))}
                options={field.operators.map(operator => ({
                  value: operator,
                  label: operatorTitle(field.type, operator),
                }))}
                popupMatchSelectWidth={false}
              />
            ) : (
              field.type !== 'flag' && <span className="qry-quiet">{operatorTitle(field.type, node.operator)}</span>
            )}
            <ValueEditor node={node} field={field} name={name} onChange={values => put(path, { ...node, values })} />
          </span>
        </>
      )}
      <NodeMenu path={path} label={name} />
      {isWrong && <p className="dd-wrong qry-wrong">{problem}</p>}
    </div>
  )
}
