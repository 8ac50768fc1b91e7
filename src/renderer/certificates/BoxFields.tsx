import { InputNumber, Segmented, Select } from 'antd'
import type { CertificateBox } from '../../shared/certificates/certificates'
import { typefaces } from '../../shared/papers/typefaces'
import { Button } from '../ui/Button'
import { TextField } from '../ui/TextField'

const faces = (['kaiti', 'title', 'body', 'fangsong', 'mark'] as const).map(value => ({
  value,
  label: typefaces[value].title,
}))
const aligns = [
  { value: 'left', label: '靠前' },
  { value: 'center', label: '居中' },
  { value: 'right', label: '靠后' },
] as const
const tones = [
  { value: 'black', label: '黑' },
  { value: 'vermilion', label: '红' },
  { value: 'gold', label: '金' },
  { value: 'grey', label: '灰' },
] as const
const numbers = [
  { key: 'x', label: '左', unit: '毫米', min: 0, max: 600, step: 0.5 },
  { key: 'y', label: '上', unit: '毫米', min: 0, max: 600, step: 0.5 },
  { key: 'width', label: '宽', unit: '毫米', min: 5, max: 600, step: 0.5 },
  { key: 'height', label: '高', unit: '毫米', min: 3, max: 600, step: 0.5 },
  { key: 'pt', label: '字号', unit: '磅', min: 6, max: 96, step: 0.5 },
  { key: 'lead', label: '行距', unit: '倍', min: 1, max: 3, step: 0.05 },
] as const
const directions = [
  { value: 'across', label: '横排' },
  { value: 'down', label: '竖排' },
] as const

interface BoxFieldsProps {
  readonly box: CertificateBox
  readonly onChange: (more: Partial<CertificateBox>) => void
  /** Undefined for the last one. */
  readonly onRemove: (() => void) | undefined
}

/** One text of a template: what it says, where it stands, how it is set. */
export function BoxFields({ box, onChange, onRemove }: BoxFieldsProps) {
  return (
    <div className="crt-box">
      <TextField
        label="文字"
        value={box.text}
        onChange={text => onChange({ text })}
        multiline
        rows={3}
        maxChars={600}
      />
      <div className="crt-sides">
        {numbers.map(({ key, label, unit, ...range }) => (
          <InputNumber
            key={key}
            {...range}
            aria-label={`${label}（${unit}）`}
            prefix={label}
            value={box[key]}
            onChange={value => onChange({ [key]: value ?? range.min })}
          />
        ))}
      </div>
      <div className="wall-plan">
        <Select aria-label="字体" value={box.face} onChange={face => onChange({ face })} options={faces} />
        <Select aria-label="颜色" value={box.tone} onChange={tone => onChange({ tone })} options={[...tones]} />
        <Segmented aria-label="对齐" value={box.align} onChange={align => onChange({ align })} options={[...aligns]} />
        <Segmented
          aria-label="方向"
          value={box.vertical ? 'down' : 'across'}
          onChange={next => onChange({ vertical: next === 'down' })}
          options={[...directions]}
        />
        <label className="exp-check">
          <input
            type="checkbox"
            checked={box.preprinted}
            onChange={event => onChange({ preprinted: event.target.checked })}
          />
          套印时不印
        </label>
        {onRemove && (
          <Button size="small" kind="link" onClick={onRemove}>
            去掉这一处
          </Button>
        )}
      </div>
    </div>
  )
}
