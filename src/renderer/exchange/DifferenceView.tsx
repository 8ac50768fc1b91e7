import { Radio } from 'antd'
import type { Difference } from '../../shared/exchange/exchange'
import { Button } from '../ui/Button'

interface DifferenceViewProps {
  difference: Difference
  lines: Difference['lines']
  /** Of somebody who is new here there is nothing to keep. */
  isNew: boolean
  onChoose: (choice: 'keep' | 'take' | null) => void
  onReveal: (() => void) | undefined
}

const why: Readonly<Record<Difference['judged'], string>> = {
  conflict: '两边都改过，请决定',
  take: '对方改过，将采用对方',
  keep: '本库改过，将保留本库',
}

/** One value with both sides beside each other, and which of them holds. */
export function DifferenceView({ difference, lines, isNew, onChoose, onReveal }: DifferenceViewProps) {
  const { title, judged, choice } = difference
  const holds = choice ?? (judged === 'conflict' ? null : judged)
  return (
    <li data-open={judged === 'conflict' && choice === null ? '' : undefined}>
      <header>
        <b>{title}</b>
        <small>{isNew ? '' : choice === null ? why[judged] : '由您决定'}</small>
        {onReveal && (
          <Button kind="link" size="small" onClick={onReveal}>
            查看
          </Button>
        )}
      </header>
      <table>
        <thead>
          <tr>
            <th aria-label="栏目" />
            <th scope="col">本库</th>
            <th scope="col">对方</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.label}>
              <th scope="row">{line.label === title ? '' : line.label}</th>
              <td data-holds={holds === 'keep' || undefined}>{line.ours}</td>
              <td data-holds={holds === 'take' || undefined}>{line.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!isNew && (
        <Radio.Group
          size="small"
          aria-label={`${title}采用哪一方`}
          value={holds}
          onChange={event => {
            const chosen = event.target.value === 'take' ? 'take' : 'keep'
            onChoose(chosen === judged ? null : chosen)
          }}
        >
          <Radio value="keep">保留本库</Radio>
          <Radio value="take">采用对方</Radio>
        </Radio.Group>
      )}
    </li>
  )
}
