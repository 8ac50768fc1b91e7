import { type FormEvent, useState } from 'react'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { TextField } from '../ui/TextField'

/** Letters that look like digits are read as those digits, as the core reads them. */
export const foldGroup = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Two different places among `count`, in order. */
export function pickTwo(count: number, random = crypto.getRandomValues(new Uint32Array(2))): [number, number] {
  const first = (random[0] ?? 0) % count
  const second = (first + 1 + ((random[1] ?? 0) % (count - 1))) % count
  return first < second ? [first, second] : [second, first]
}

const today = (): string => {
  const now = new Date()
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

interface RecoverySheetProps {
  code: string
  unit: string
  doneText: string
  onDone: () => void
}

/** The recovery code, shown this once: print it or write it down, prove it with two groups, seal it. */
export function RecoverySheet({ code, unit, doneText, onDone }: RecoverySheetProps) {
  const groups = code.split('-')
  const [asked] = useState(() => pickTwo(groups.length))
  const [typed, setTyped] = useState<[string, string]>(['', ''])
  const [checked, setChecked] = useState(false)
  const [printed, setPrinted] = useState<boolean | null>(null)
  const isRight = (i: 0 | 1): boolean => foldGroup(typed[i]) === groups[asked[i]]
  const wrong = (i: 0 | 1): string | undefined =>
    checked && !isRight(i) ? `和纸上的第 ${asked[i] + 1} 组不一样，请对照再输` : undefined

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (isRight(0) && isRight(1)) onDone()
  }
  const print = async (): Promise<void> =>
    setPrinted(
      await api.shell.print({}).then(
        answer => answer.printed,
        () => false,
      ),
    )

  return (
    <form className="recovery" onSubmit={submit} aria-label="恢复码">
      <div className="recovery-sheet">
        <h2 className="recovery-title">{unit}　数据库恢复码</h2>
        <ol className="recovery-code">
          {groups.map((group, i) => (
            <li key={`${i}${group}`}>
              <span>{i + 1}</span>
              <b>{group}</b>
            </li>
          ))}
        </ol>
        <div className="recovery-paper">
          <p>{today()}生成。凭此码可以在任何一台计算机上打开数据库、为一个账户重设密码。用过一次即作废，换成新码。</p>
          <p>请装入信封密封，由单位指定的人保管，不与计算机放在一处，不拍照，不存入任何计算机。</p>
          <p className="recovery-sign">
            <span>保管人</span>
            <span>封存日期</span>
          </p>
        </div>
      </div>
      <div className="recovery-how">
        <p>所有人都忘了密码，或换了计算机，只能靠它打开数据库。它只显示这一次。</p>
        <Button onClick={() => void print()} icon={<Icon name="print" size={16} />}>
          打印
        </Button>
        {printed === false && <span>没有打印，请用笔抄下来。</span>}
        {printed === true && <span>已交给打印机，请核对纸上是否清楚。</span>}
      </div>
      <p className="recovery-ask">对照纸上的内容，输入下面两组：</p>
      <div className="recovery-check">
        {([0, 1] as const).map(i => (
          <TextField
            key={i}
            label={`第 ${asked[i] + 1} 组`}
            value={typed[i]}
            error={wrong(i)}
            nfkc
            onChange={text => {
              setChecked(false)
              setTyped(i === 0 ? [text, typed[1]] : [typed[0], text])
            }}
          />
        ))}
        <Button kind="primary" submit>
          {doneText}
        </Button>
      </div>
    </form>
  )
}
