import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'

/** Filled by the interviews module. */
export const PromisesCard = ({ title }: { title: string }) => (
  <Card title={title}>
    <EmptyState title="没有逾期的承诺" hint="谈话中答应的事到期未办，列在这里。" />
  </Card>
)
