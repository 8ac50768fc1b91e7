import { labelOf } from '../../shared/cadres/field-labels'
import type { Matching } from '../../shared/imports/sheets'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { forget } from './imports.acts'
import { minuteWords } from './imports.words'

/** Headers whose columns were matched before. A roster with such a header is read without asking until it is forgotten. */
export function Matchings() {
  const known = useCall('imports', 'matchings', {})
  if (!known.data || known.data.length === 0) return null
  return (
    <Card title="记住的名册表头" note="遇到同样的表头，按上次的对应直接读入">
      <table className="imp-table">
        <thead>
          <tr>
            <th>表头</th>
            <th>读入的栏目</th>
            <th>对应的时间</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {known.data.map(one => (
            <tr key={one.signature}>
              <td>{headingWords(one)}</td>
              <td>{fieldWords(one)}</td>
              <td className="imp-when">{minuteWords(one.setAt)}</td>
              <td>
                <Button kind="link" size="small" onClick={() => void forget(one.signature)}>
                  忘记
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const most = 8
const shortened = (words: readonly string[]): string =>
  words.length > most ? `${words.slice(0, most).join('、')}等 ${words.length} 列` : words.join('、')
const headingWords = ({ labels }: Matching): string => shortened(labels.filter(label => label !== ''))
const fieldWords = ({ columns }: Matching): string =>
  shortened(columns.flatMap(target => (target === null ? [] : [labelOf(target)])))
