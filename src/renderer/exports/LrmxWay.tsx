import { Segmented, Select } from 'antd'
import { useId } from 'react'
import { nameParts, partsOf, safeName, usualPattern } from '../../shared/exports/file-names.rules'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { TextField } from '../ui/TextField'
import { compactDay } from './exports.words'
import { OrderForm } from './OrderForm'
import type { Plan, Way, WayProps } from './way'

const editors = [
  { value: 'as-imported', label: '与原文件相同' },
  { value: '3', label: '3.x' },
  { value: '4', label: '4.x' },
] as const
type Editor = (typeof editors)[number]['value']
const usualEditor: string = 'as-imported'

const places = [
  { value: 'folder', label: '文件夹' },
  { value: 'zip', label: '一个压缩包' },
]

const MOST_PATTERN = 60

function usePlan({ people, offer: { label }, order: { ticked } }: WayProps): Plan {
  const draft = useDraft('exports.lrmx', { pattern: usualPattern, editor: usualEditor, zip: false })
  const { pattern, zip } = draft.value
  const editor: Editor = editors.find(({ value }) => value === draft.value.editor)?.value ?? 'as-imported'
  const id = useId()
  const put = (next: Partial<typeof draft.value>): void => draft.set({ ...draft.value, ...next })
  const one = people === 1
  const needsNumber = !one && partsOf(pattern).includes('身份证号') && !ticked.includes('idNumber')
  const refusal = needsNumber
    ? '文件名里有身份证号，要先勾选带出身份证号'
    : [...pattern].length > MOST_PATTERN
      ? `文件名最多 ${MOST_PATTERN} 个字`
      : undefined

  return {
    sensitive: ['idNumber', 'family', 'form.health'],
    refusal,
    act: one ? '选择位置并导出' : zip ? '选择压缩包位置并导出' : '选择文件夹并导出',
    fields: (
      <div className="exp-fields">
        <p className="exp-hint">
          每人一个 .lrmx 文件，任免表编辑器可以直接打开。敏感内容勾选了才写进文件，没有勾选的留空；照片随文件带走。
        </p>
        {!one && (
          <div>
            <TextField
              label="文件名"
              value={pattern}
              onChange={text => put({ pattern: text })}
              hint="同名的自动加编号；不能用在文件名里的符号换成全角符号"
              {...(refusal !== undefined && { error: refusal })}
            />
            <div className="exp-parts" role="group" aria-label="放进文件名">
              {nameParts.map(part => (
                <button
                  key={part}
                  type="button"
                  className="exp-part"
                  aria-pressed={partsOf(pattern).includes(part)}
                  onClick={() =>
                    put({
                      pattern: partsOf(pattern).includes(part)
                        ? pattern.replaceAll(`{${part}}`, '')
                        : `${pattern}{${part}}`,
                    })
                  }
                >
                  {part}
                </button>
              ))}
            </div>
          </div>
        )}
        <div className="exp-pair">
          {!one && (
            <div className="dd-field">
              <span className="dd-label">存成</span>
              <Segmented
                aria-label="存成"
                options={places}
                value={zip ? 'zip' : 'folder'}
                onChange={value => put({ zip: value === 'zip' })}
              />
            </div>
          )}
          <div className="dd-field">
            <label className="dd-label" htmlFor={id}>
              任免表编辑器版本
            </label>
            <Select<Editor> id={id} options={[...editors]} value={editor} onChange={next => put({ editor: next })} />
          </div>
        </div>
      </div>
    ),
    async run(order, work) {
      const into = one ? 'file' : zip ? 'zip' : 'folder'
      const name = one ? safeName(label) : `任免审批表${compactDay(new Date())}`
      const place =
        into === 'folder'
          ? await api.shell.chooseSaveFolder({})
          : await api.shell.chooseSaveFile({ suggestedName: name, extension: one ? 'lrmx' : 'zip' })
      if (!place) return null
      const done = await work('导出任免审批表文件', options =>
        api.exports.lrmx({ ...order, namePattern: one ? '' : pattern, into, editor, target: place.token }, options),
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

function LrmxForm(props: WayProps) {
  return <OrderForm {...props} plan={usePlan(props)} />
}

export const lrmxWay: Way = {
  id: 'lrmx',
  title: '任免审批表文件',
  hint: '.lrmx，每人一个',
  Form: LrmxForm,
}
