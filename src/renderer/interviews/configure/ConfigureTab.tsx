import { Segmented } from 'antd'
import { useState } from 'react'
import './configure.css'
import { KindsPane } from './KindsPane'
import { QuestionsPane } from './QuestionsPane'
import { RulesPane } from './RulesPane'

const panes = { kinds: '谈话种类', rules: '谈话规则', questions: '题库' } as const
type Pane = keyof typeof panes

/** 种类与规则: what a unit sets for itself. Every change is a version with a reason; what was held keeps its own. */
export function ConfigureTab() {
  const [pane, setPane] = useState<Pane>('kinds')
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Segmented<Pane>
          value={pane}
          onChange={setPane}
          options={(Object.keys(panes) as Pane[]).map(value => ({ value, label: panes[value] }))}
        />
        <span className="dd-aside">改动写明理由，另存一版；已经谈过的按当时的种类和提纲保留。</span>
      </div>
      {pane === 'kinds' && <KindsPane />}
      {pane === 'rules' && <RulesPane />}
      {pane === 'questions' && <QuestionsPane />}
    </div>
  )
}
