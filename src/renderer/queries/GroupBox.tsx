import { Segmented } from 'antd'
import { newCondition } from '../../shared/queries/operators'
import type { Group } from '../../shared/queries/queries'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { emptyGroup, useBuilder } from './builder.context'
import { ConditionRow } from './ConditionRow'
import { FieldPicker } from './FieldPicker'
import { Handle, NodeMenu, NotChip } from './NodeActs'
import { keyOf, type Path } from './tree'

const kinds = [
  { value: 'all' as const, label: '并且' },
  { value: 'any' as const, label: '或者' },
]

/** Brackets: what joins their members, the members, and what can be added to them. */
export function GroupBox({ node, path }: { node: Group; path: Path }) {
  const { put, add, drop, problems } = useBuilder()
  const isRoot = path.length === 0
  const key = keyOf(path)
  const name = isRoot ? '全部条件' : `第${path.map(step => step + 1).join('.')}个括号`
  const wanted = node.kind === 'all' ? '每一条都要符合' : '符合其中一条就行'
  return (
    <div
      role="group"
      aria-label={`${name}：${node.not ? '不是' : ''}${wanted}`}
      className="qry-group"
      data-root={isRoot || undefined}
      data-path={key}
      data-drop={drop?.key === key && drop.side !== 'inside' ? drop.side : undefined}
    >
      <div className="qry-head">
        {!isRoot && <Handle path={path} label={name} />}
        {(!isRoot || node.not) && (
          <NotChip isOn={node.not} label={`${name}取反`} onChange={not => put(path, { ...node, not })} />
        )}
        <Segmented
          size="small"
          aria-label={`${name}怎样连接`}
          value={node.kind}
          onChange={kind => put(path, { ...node, kind })}
          options={kinds}
        />
        <span className="qry-quiet">
          {node.not ? '不是：' : ''}
          {wanted}
        </span>
        {!isRoot && node.of.length === 0 && problems.has(key) && <span className="qry-quiet">{problems.get(key)}</span>}
        {!isRoot && <NodeMenu path={path} label={name} isGroup />}
      </div>
      {node.of.map((each, index) => {
        const at = [...path, index]
        // Conditions have no names of their own: their place is what they are.
        return (
          <div key={keyOf(at)} className="qry-member">
            <span className="qry-join" aria-hidden="true">
              {index === 0 ? '' : node.kind === 'all' ? '并且' : '或者'}
            </span>
            {each.kind === 'is' ? <ConditionRow node={each} path={at} /> : <GroupBox node={each} path={at} />}
          </div>
        )
      })}
      <div
        className="qry-add"
        data-add={key}
        data-drop={drop?.key === key && drop.side === 'inside' ? 'before' : undefined}
      >
        <FieldPicker
          label={isRoot ? '加条件' : `在${name}里加条件`}
          placeholder="＋ 加条件（可打拼音首字母）"
          onChoose={field => add(path, newCondition(field.key, field.type))}
        />
        <Button
          size="small"
          kind="link"
          icon={<Icon name="plus" size={16} />}
          onClick={() => add(path, emptyGroup(node.kind))}
        >
          加括号
        </Button>
      </div>
    </div>
  )
}
