import { useEffect, useState } from 'react'
import { Button } from './Button'
import { describeError } from './errorWords'
import { Icon } from './icons'

interface SecretTextProps {
  /** What stands there while it is covered, such as 138****0000. */
  mask: string
  /** Fetches the text; null when the person gives up, for instance in the dialog that asks for a reason. */
  onReveal: () => Promise<string | null>
  /** What it is, for the button's label: 电话. */
  label?: string
}

const SHOWN_MS = 30_000

/** A sensitive field: covered until asked for, and covered again after half a minute. */
export function SecretText({ mask, onReveal, label = '内容' }: SecretTextProps) {
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (text === null) return
    const timer = setTimeout(() => setText(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text])

  const reveal = async (): Promise<void> => {
    setBusy(true)
    setWrong(null)
    try {
      setText(await onReveal())
    } catch (error) {
      setWrong(describeError(error).what)
    } finally {
      setBusy(false)
    }
  }

  return (
    <span className="dd-secret">
      <span className="dd-secret-text">{text ?? mask}</span>
      {text === null ? (
        <Button kind="link" size="small" busy={busy} icon={<Icon name="eye" size={14} />} onClick={() => void reveal()}>
          显示<span className="dd-hidden">{label}</span>
        </Button>
      ) : (
        <Button kind="link" size="small" icon={<Icon name="eyeOff" size={14} />} onClick={() => setText(null)}>
          遮住<span className="dd-hidden">{label}</span>
        </Button>
      )}
      {wrong !== null && (
        <span className="dd-wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
