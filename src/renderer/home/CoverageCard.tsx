import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'

/** Filled by the interviews module; until then there is no figure that would be true. */
export const CoverageCard = ({ title }: { title: string }) => (
  <Card title={title}>
    <EmptyState title="还没有谈话记录" hint="有了记录，这里按单位类别列出已谈比例和未谈名单。" />
  </Card>
)
