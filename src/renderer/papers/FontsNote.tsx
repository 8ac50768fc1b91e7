import { type Substitution, substitutionWords } from '../../shared/papers/typefaces'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

interface FontsNoteProps {
  substitutions: readonly Substitution[]
  /** Characters of the forms in sight that no font can draw. */
  shapeless: readonly string[]
  accepted: boolean
  onAccept: () => void
}

/** What this computer lacks for printing, said before anything is printed and accepted once. */
export function FontsNote({ substitutions, shapeless, accepted, onAccept }: FontsNoteProps) {
  if (substitutions.length === 0 && shapeless.length === 0) return null
  return (
    <div className={accepted ? 'pap-fonts' : 'pap-fonts pap-fonts-new'} role="note">
      {substitutions.map(each => (
        <p key={each.wanted}>
          {!accepted && <Icon name="warning" size={16} />}
          {substitutionWords(each)}
        </p>
      ))}
      {shapeless.length > 0 && (
        <p>
          <Icon name="warning" size={16} />
          本机字体里没有这些字：{shapeless.join('、')}。打印和存 PDF 时显示为空框，安装带生僻字的宋体后再打印。
        </p>
      )}
      {!accepted && substitutions.length > 0 && (
        <Button size="small" onClick={onAccept}>
          知道了，照此排版
        </Button>
      )}
    </div>
  )
}
