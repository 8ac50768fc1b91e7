import { printAssessments } from '../../../shared/cadres/assessment-text'
import type { Cadre, FamilyMember } from '../../../shared/cadres/cadres'
import { printRewards } from '../../../shared/cadres/reward-text'
import type { PartialDate } from '../../../shared/dates/partial-date'
import { Button } from '../../ui/Button'
import { ageWords, dateWords } from '../cadres.words'
import { Cell, Label } from './Cell'

const columns = [13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9]
const LEAST_MEMBERS = 7
const FULL = 153.1
/** The dead have no age on the form. Source: formats 3. */
const isDead = (text: string): boolean => /去世|已故|病故|牺牲/.test(text)

interface SecondPageProps {
  cadre: Cadre
  on: PartialDate
  /** Asks for the family while it is masked. */
  onShowFamily: (() => void) | undefined
}

/** Page two of the 干部任免审批表. */
export function SecondPage({ cadre, on, onShowFamily }: SecondPageProps) {
  const { form, family } = cadre
  const blanks = Array.from({ length: Math.max(0, LEAST_MEMBERS - family.length) }, (_, index) => index)
  const rows = 1 + Math.max(family.length, LEAST_MEMBERS)
  return (
    <section className="cdr-sheet cdr-sheet-second" aria-label="任免表第二页">
      <table>
        <colgroup>
          {columns.map((width, index) => (
            <col key={`${index}-${width}`} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <tbody>
          <tr style={{ height: '25mm' }}>
            <Label text="奖惩情况" tall />
            <Cell
              text={form.rewardsAndPunishments || printRewards(cadre.rewards)}
              width={FULL}
              height={24}
              colSpan={7}
              align="start"
            />
          </tr>
          <tr style={{ height: '18mm' }}>
            <Label text={'年度考\n核结果'} tall />
            <Cell
              text={form.assessments || printAssessments(cadre.assessments)}
              width={FULL}
              height={17}
              colSpan={7}
              align="start"
            />
          </tr>
          <tr style={{ height: '24mm' }}>
            <Label text="任免理由" tall />
            <Cell text={form.reason} width={FULL} height={23} colSpan={7} align="start" />
          </tr>
          <tr style={{ height: '11.4mm' }}>
            <Label text={'家庭主要成员\n及重要社会关系'} tall rowSpan={rows} />
            {['称　谓', '姓　名', '年　龄', '政　治\n面　貌'].map(text => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
            <th scope="col" colSpan={3}>
              工　作　单　位　及　职　务
            </th>
          </tr>
          {onShowFamily ? (
            <tr style={{ height: `${12.3 * LEAST_MEMBERS}mm` }}>
              <td colSpan={7} className="cdr-sheet-hidden" rowSpan={LEAST_MEMBERS}>
                家庭成员已遮住
                <Button onClick={onShowFamily}>显示家庭成员</Button>
              </td>
            </tr>
          ) : (
            <>
              {family.map((member, index) => (
                <Member key={`${index}-${member.name}`} member={member} on={on} />
              ))}
              {blanks.map(blank => (
                <tr key={blank} style={{ height: '12.3mm' }}>
                  <td />
                  <td />
                  <td />
                  <td />
                  <td colSpan={3} />
                </tr>
              ))}
            </>
          )}
          {onShowFamily && Array.from({ length: LEAST_MEMBERS - 1 }, (_, index) => <tr key={`under-${index}`} />)}
          <tr style={{ height: '36.5mm' }}>
            <Label text="呈报单位" tall />
            <td colSpan={7} className="cdr-sheet-signed">
              <p>{form.reportingUnit}</p>
              <p>{dateWords(cadre.filledOn) || '　　　年　　月　　日'}</p>
            </td>
          </tr>
          <tr style={{ height: '35.6mm' }}>
            <Label text={'审批机\n关意见'} tall />
            <td colSpan={5} className="cdr-sheet-signed">
              <p>（盖章）</p>
              <p>　　　年　　月　　日</p>
            </td>
            <Label text={'行政机关\n任免意见'} tall />
            <td className="cdr-sheet-signed">
              <p>（盖章）</p>
              <p>　　　年　　月　　日</p>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="cdr-sheet-filler">填表人：{form.filledBy}</p>
    </section>
  )
}

function Member({ member, on }: { member: FamilyMember; on: PartialDate }) {
  const age = isDead(member.unitAndPost) ? '' : ageWords(member, on).replace('岁', '') || member.birthText
  return (
    <tr style={{ height: '12.3mm' }}>
      <Cell text={member.title} width={19.3} height={12} />
      <Cell text={member.name} width={22.5} height={12} />
      <Cell text={age} width={10.1} height={12} />
      <Cell text={member.politics} width={17.8} height={12} />
      <Cell text={member.unitAndPost} width={83.4} height={12} colSpan={3} align="start" />
    </tr>
  )
}
