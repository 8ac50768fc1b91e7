import { ConfigProvider } from 'antd'
import { useCallback, useMemo } from 'react'
import type { QueryField } from '../../shared/queries/queries'
import type { Fields, QueryProblem } from '../../shared/queries/queries.rules'
import type { Unit } from '../../shared/units/units'
import { scoreOf } from '../commands/match'
import { useSyllables } from '../commands/useSyllables'
import { BuilderContext, type BuilderTools } from './builder.context'
import { GroupBox } from './GroupBox'
import { keyOf } from './tree'
import { useBuilderActs } from './useBuilderActs'
import type { Asking } from './useQuestion'

interface BuilderProps {
  asking: Asking
  fields: Fields
  fieldList: readonly QueryField[]
  units: readonly Unit[]
  problems: readonly QueryProblem[]
}

/** The question as rows and brackets, by mouse and by keys. */
export function Builder({ asking, fields, fieldList, units, problems }: BuilderProps) {
  const { tree, build } = asking
  const { box, put, add, act, drop, drag, onKeyDown, onDragOver, onDrop } = useBuilderActs(tree, build)
  const syllablesOf = useSyllables()
  const matches = useCallback(
    (typed: string, title: string) => scoreOf(typed, { title, syllables: syllablesOf?.(title) ?? [] }) > 0,
    [syllablesOf],
  )
  const wrong = useMemo(() => new Map(problems.map(({ path, message }) => [keyOf(path), message])), [problems])
  const tools: BuilderTools = { fields, fieldList, units, problems: wrong, matches, put, add, act, drop, drag }
  return (
    <BuilderContext.Provider value={tools}>
      <div
        ref={box}
        className="qry-builder"
        onKeyDownCapture={onKeyDown}
        onDragOver={onDragOver}
        onDrop={onDrop}
        onDragEnd={() => drag(null)}
      >
        <ConfigProvider theme={{ token: { controlHeight: 28, fontSize: 13 } }}>
          <GroupBox node={tree} path={[]} />
        </ConfigProvider>
      </div>
    </BuilderContext.Provider>
  )
}
