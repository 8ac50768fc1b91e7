import { Tabs } from 'antd'
import { useLocation } from 'wouter'
import { useMay } from '../api/session'
import { TemplatesTab } from '../documents/TemplatesTab'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { CalendarTab } from './calendar/CalendarTab'
import { ConfigureTab } from './configure/ConfigureTab'
import { CoverageTab } from './coverage/CoverageTab'
import { DueTab } from './DueTab'
import { useInterviewsStore } from './interviews.store'
import { MeasuresTab } from './measures/MeasuresTab'
import { PlanDialog } from './plan/PlanDialog'
import { PromisesTab } from './promises/PromisesTab'
import { TalksTab } from './TalksTab'

/** 谈话: what one has to hold, who should be talked to, the calendar, what was promised, who was reached. */
export function InterviewsPage({ tab }: { tab: string }) {
  const may = useMay()
  const [, go] = useLocation()
  const { planning, plan } = useInterviewsStore()
  const plans = may('interviews.plan')
  const oversees = may('interviews.oversee')
  const items = [
    { key: 'talks', label: plans ? '谈话' : '我的谈话', children: <TalksTab /> },
    ...(plans ? [{ key: 'due', label: '应谈', children: <DueTab /> }] : []),
    { key: 'calendar', label: '日程', children: <CalendarTab /> },
    { key: 'promises', label: '承诺和诉求', children: <PromisesTab /> },
    ...(may('measures.read') ? [{ key: 'measures', label: '提醒函询诫勉', children: <MeasuresTab /> }] : []),
    ...(oversees ? [{ key: 'coverage', label: '覆盖', children: <CoverageTab /> }] : []),
    ...(may('interviews.configure') ? [{ key: 'configure', label: '种类与规则', children: <ConfigureTab /> }] : []),
    ...(may('interviews.configure') ? [{ key: 'templates', label: '文书模板', children: <TemplatesTab /> }] : []),
  ]
  const active = items.some(({ key }) => key === tab) ? tab : 'talks'
  return (
    <Page
      title="谈话"
      actions={
        plans ? (
          <Button
            kind="primary"
            icon={<Icon name="plus" size={16} />}
            onClick={() => plan({ people: [], kind: null, dueKey: null })}
          >
            安排谈话
          </Button>
        ) : undefined
      }
    >
      <Tabs
        className="itv-tabs"
        activeKey={active}
        onChange={key => go(key === 'talks' ? '/interviews' : `/interviews/${key}`)}
        destroyOnHidden
        items={items}
      />
      {planning && <PlanDialog start={planning} onClose={() => plan(null)} />}
    </Page>
  )
}
