import { Segmented } from 'antd'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { nameParts, namesIdNumber, partsOf, safeName } from '../../shared/exports/file-names.rules'
import { api } from '../api/client'
import { compactDay } from '../exports/exports.words'
import type { Plan } from '../exports/way'
import { TextField } from '../ui/TextField'
import type { Choice, Output } from './forms.choice'
import { PrintFields, usePrinter } from './PrintFields'

const outputs: readonly { value: Output; label: string }[] = [
  { value: 'print', label: '打印' },
  { value: 'pdf', label: '存为 PDF' },
  { value: 'docx', label: '存为 Word' },
]
const editions = [
  { value: '', label: '按各人文件' },
  { value: '3', label: '3.x 版' },
  { value: '4', label: '4.x 版' },
]
const MOST_PATTERN = 60

/** What a form prints and the application masks. */
export const onForm: readonly SensitiveField[] = ['family', 'form.health']

interface PlanFacts {
  readonly label: string
  readonly people: number
  readonly choice: Choice
  readonly choose: (next: Partial<Choice>) => void
  readonly ticked: readonly SensitiveField[]
  /** Set while the officer has not yet read which typefaces stand in. */
  readonly fontsUnread: boolean
}

/** What is printed or saved, and how: the fields of the panel and what they lead to. */
export function useFormsPlan({ label, people, choice, choose, ticked, fontsUnread }: PlanFacts): Plan {
  const printer = usePrinter(choice.printer)
  const one = people === 1
  const { output, pattern } = choice
  const single = one || (output === 'pdf' && choice.joined)
  const names = !single && output !== 'print'
  const wrongPattern =
    names && namesIdNumber(pattern) && !ticked.includes('idNumber')
      ? '文件名里有身份证号，要先勾选带出身份证号'
      : names && [...pattern].length > MOST_PATTERN
        ? `文件名最多 ${MOST_PATTERN} 个字`
        : undefined
  const refusal =
    output !== 'docx' && fontsUnread ? '先看过字体提示' : output === 'print' ? printer.refusal : wrongPattern

  return {
    sensitive: names && namesIdNumber(pattern) ? [...onForm, 'idNumber'] : onForm,
    refusal,
    act: output === 'print' ? '打印' : single ? '选择位置并保存' : '选择文件夹并保存',
    ...(output === 'print' && { leaves: 'paper' as const, stopping: '已送打印的不能收回' }),
    fields: (
      <div className="exp-fields">
        <Segmented
          aria-label="打印或保存"
          block
          options={[...outputs]}
          value={output}
          onChange={value => choose({ output: value })}
        />
        <div className="dd-field">
          <span className="dd-label">表样</span>
          <Segmented
            aria-label="表样"
            options={editions}
            value={choice.edition ?? ''}
            onChange={value => choose({ edition: value === '3' || value === '4' ? value : null })}
          />
        </div>
        {output === 'print' && (
          <PrintFields
            {...choice}
            {...printer}
            onChange={choose}
            advice="用 A4 纸，按实际大小打印，两页正反对齐。"
            turning="沿长边翻转"
          />
        )}
        {output === 'pdf' && !one && (
          <Segmented
            aria-label="存成"
            options={[
              { value: 'one', label: '合成一个文件' },
              { value: 'each', label: '每人一个文件' },
            ]}
            value={choice.joined ? 'one' : 'each'}
            onChange={value => choose({ joined: value === 'one' })}
          />
        )}
        {names && <PatternField pattern={pattern} error={wrongPattern} onChange={text => choose({ pattern: text })} />}
        {output === 'docx' && (
          <p className="exp-hint">Word 文件里写明宋体和方正小标宋简体，用收件计算机上的字体显示。</p>
        )}
      </div>
    ),
    async run(order, work) {
      const asked = { ...order, edition: choice.edition }
      if (output === 'print') {
        const { chosen } = printer
        if (chosen === undefined) return null
        const { copies, twoSided } = choice
        const done = await work('打印任免审批表', options =>
          api.papers.printForms({ ...asked, printer: chosen, copies, twoSided }, options),
        )
        return done ? { entry: done.entry, place: null, saved: null, notes: [] } : null
      }
      const into = single ? 'file' : 'folder'
      const suggestedName = one ? safeName(`${label}任免审批表`) : `任免审批表${compactDay(new Date())}`
      const place = single
        ? await api.shell.chooseSaveFile({ suggestedName, extension: output })
        : await api.shell.chooseSaveFolder({})
      if (!place) return null
      const done = await work('保存任免审批表', options =>
        api.papers.saveForms(
          { ...asked, as: output, into, namePattern: single ? '' : pattern, target: place.token },
          options,
        ),
      )
      if (!done) return null
      return {
        entry: done.entry,
        place: done.folder === '' ? place.place : `${place.place} 里的“${done.folder}”`,
        saved: { token: place.token, name: done.folder },
        notes: [],
      }
    },
  }
}

interface PatternFieldProps {
  pattern: string
  error: string | undefined
  onChange: (pattern: string) => void
}

function PatternField({ pattern, error, onChange }: PatternFieldProps) {
  const has = (part: (typeof nameParts)[number]): boolean => partsOf(pattern).includes(part)
  return (
    <div>
      <TextField
        label="文件名"
        value={pattern}
        onChange={onChange}
        hint="存到所选文件夹里的新文件夹，同名的自动加编号"
        {...(error !== undefined && { error })}
      />
      <div className="exp-parts" role="group" aria-label="放进文件名">
        {nameParts
          .filter(part => part !== '身份证号')
          .map(part => (
            <button
              key={part}
              type="button"
              className="exp-part"
              aria-pressed={has(part)}
              onClick={() => onChange(has(part) ? pattern.replaceAll(`{${part}}`, '') : `${pattern}{${part}}`)}
            >
              {part}
            </button>
          ))}
      </div>
    </div>
  )
}
