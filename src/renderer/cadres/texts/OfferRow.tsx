import { Checkbox } from 'antd'
import { useState } from 'react'
import { FormTexts } from '../../../shared/cadres/cadres'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import type { Offer } from '../../../shared/cadres/pairs/pair'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import { changeWords } from '../history/change-words'
import { markedParts, type Part, shortened } from './marked'

interface OfferRowProps {
  offer: Offer
  taken: boolean
  onTake: (taken: boolean) => void
}

/** One row or value that would change, with a tick for taking it. */
export function OfferRow({ offer, taken, onTake }: OfferRowProps) {
  const units = useCall('units', 'tree', {})
  const { label, before, after } = changeWords(offer.change, units.data ?? [])
  const isGone = offer.change.kind === 'row-removed'
  return (
    <li data-taken={taken || undefined}>
      <Checkbox checked={taken} onChange={({ target }) => onTake(target.checked)}>
        {label}
      </Checkbox>
      {offer.change.kind !== 'row-added' && <del>{before}</del>}
      {isGone ? <small>文字里没有；勾上才删去</small> : <ins>{after}</ins>}
    </li>
  )
}

/** How long a text of the form may be. */
export const longestText = (field: string): number =>
  FormTexts.shape[field.slice('form.'.length) as keyof FormTexts].maxLength ?? Number.POSITIVE_INFINITY

interface TextRowProps extends OfferRowProps {
  /** What would be written. */
  text: string
  onWrite: (text: string) => void
}

/** One text of the form now and as it would be written; the wording can still be changed by hand. */
export function TextRow({ offer: { change }, taken, onTake, text, onWrite }: TextRowProps) {
  const [writing, setWriting] = useState(false)
  if (change.kind !== 'value') return null
  const label = fieldLabels[change.field]
  const parts = markedParts(String(change.before ?? ''), text)
  return (
    <li data-taken={taken || undefined}>
      <Checkbox checked={taken} onChange={({ target }) => onTake(target.checked)}>
        {label}
      </Checkbox>
      <div className="txt-sides">
        <Side title="现在" parts={parts.before} kind="del" />
        {writing ? (
          <TextField
            label={`${label}改为`}
            value={text}
            onChange={onWrite}
            multiline
            rows={Math.min(12, 2 + text.split('\n').length)}
            maxChars={longestText(change.field)}
            autoFocus
          />
        ) : (
          <div>
            <Side title="改为" parts={parts.after} kind="ins" />
            <Button kind="link" size="small" onClick={() => setWriting(true)}>
              改写法
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

/** What both texts say. Of many lines the first and the last are enough. */
function Same({ text }: { text: string }) {
  const short = shortened(text)
  if (!short) return text
  return (
    <>
      {short.head}
      <small className="txt-same">中间 {short.lines} 行相同</small>
      {short.tail}
    </>
  )
}

function Side({ title, parts, kind }: { title: string; parts: readonly Part[]; kind: 'ins' | 'del' }) {
  const Mark = kind
  return (
    <div className="txt-side">
      <b>{title}</b>
      <p>
        {parts.length === 0 && <span className="cdr-quiet">（空）</span>}
        {parts.map(({ text, differs }, at) =>
          differs ? <Mark key={`${at}`}>{text}</Mark> : <Same key={`${at}`} text={text} />,
        )}
      </p>
    </div>
  )
}
