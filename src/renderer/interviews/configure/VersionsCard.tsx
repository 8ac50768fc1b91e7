import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { dayWords } from '../interviews.words'
import './configure.css'

interface Version<T> {
  readonly version: number
  readonly value: T
  readonly changedAt: string
  readonly byName: string
  readonly reason: string
}
interface VersionsCardProps<T> {
  readonly versions: readonly Version<T>[]
  /** What another version says otherwise than the newest, in words. */
  readonly wordsOf: (value: T) => string
  /** Takes a version into the form; it is saved as a new one. */
  readonly onTake: (value: T) => void
}

/** How it came to be as it is: every version with who, when and why, the newest first. */
export const VersionsCard = <T,>({ versions, wordsOf, onTake }: VersionsCardProps<T>) => (
  <Card title="历次修改" note={`${versions.length} 版`}>
    <ol className="itv-versions">
      {versions.map(({ version, value, changedAt, byName, reason }, at) => (
        <li key={version}>
          <p>
            <b>{version === 0 ? '随应用提供' : `第 ${version} 版`}</b>
            {changedAt !== '' && (
              <small>
                {dayWords(changedAt)} {byName}
              </small>
            )}
            {at === 0 ? (
              <small>现行</small>
            ) : (
              <Button size="small" kind="link" onClick={() => onTake(value)}>
                {version === 0 ? '恢复为随应用提供的' : '取用这一版'}
              </Button>
            )}
          </p>
          {version > 0 && <p>{reason}</p>}
          <p>
            <small>{wordsOf(value)}</small>
          </p>
        </li>
      ))}
    </ol>
  </Card>
)
