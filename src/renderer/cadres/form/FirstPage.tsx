import type { Cadre, CadreId } from '../../../shared/cadres/cadres'
import { printResume } from '../../../shared/cadres/resume-text'
import type { PartialDate } from '../../../shared/dates/partial-date'
import type { PhotoId } from '../../../shared/photos/photos'
import { ageWords, monthWords } from '../cadres.words'
import { usePhoto } from '../photo/usePhoto'
import { Cell, Label } from './Cell'
import { fitPt } from './fit'
import { ResumeText } from './ResumeText'

/** Widths of the columns in millimetres, read from the official blank A4. Source: formats 3. */
const columns = [13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3]
const RESUME = { width: 151.8, height: 122 }

/** Page one of the 干部任免审批表. */
export function FirstPage({ cadre, photo, on }: { cadre: Cadre; photo: PhotoId | null; on: PartialDate }) {
  const { form } = cadre
  const age = ageWords(cadre, on)
  const resume = form.resume || printResume(cadre.resume)
  const party = form.partyText || monthWords(cadre.partyJoined)
  return (
    <section className="cdr-sheet" aria-label="任免表第一页">
      <h2>干部任免审批表</h2>
      <table>
        <colgroup>
          {columns.map((width, index) => (
            <col key={`${index}-${width}`} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <tbody>
          <tr style={{ height: '12.5mm' }}>
            <Label text="姓　名" colSpan={2} />
            <Cell text={cadre.name} width={23} height={12} />
            <Label text="性　别" />
            <Cell text={cadre.sex ?? ''} width={23} height={12} />
            <Label text={'出生年月\n（岁）'} />
            <Cell
              text={age === '' ? monthWords(cadre.birth) : `${monthWords(cadre.birth)}\n（${age}）`}
              width={23.5}
              height={12}
            />
            <td rowSpan={4} className="cdr-sheet-photo">
              <SheetPhoto id={cadre.id} photo={photo} />
            </td>
          </tr>
          <tr style={{ height: '12.2mm' }}>
            <Label text="民　族" colSpan={2} />
            <Cell text={cadre.nation} width={23} height={12} />
            <Label text="籍　贯" />
            <Cell text={cadre.nativePlace} width={23} height={12} />
            <Label text="出生地" />
            <Cell text={cadre.birthPlace} width={23.5} height={12} />
          </tr>
          <tr style={{ height: '12mm' }}>
            <Label text={'入　党\n时　间'} colSpan={2} />
            <Cell text={party} width={23} height={12} />
            <Label text={'参加工\n作时间'} />
            <Cell text={monthWords(cadre.workStart)} width={23} height={12} />
            <Label text="健康状况" />
            <Cell text={form.health} width={23.5} height={12} />
          </tr>
          <tr style={{ height: '12.5mm' }}>
            <Label text={'专业技\n术职务'} colSpan={2} />
            <Cell text={form.technicalTitle} width={41.8} height={12} colSpan={2} />
            <Label text={'熟悉专业\n有何专长'} />
            <Cell text={form.speciality} width={46.6} height={12} colSpan={2} />
          </tr>
          <Education
            kind={'全日制\n教　育'}
            first
            education={form.fullTimeEducation}
            degree={form.fullTimeDegree}
            school={form.fullTimeSchool}
            degreeSchool={form.fullTimeDegreeSchool}
          />
          <Education
            kind={'在　职\n教　育'}
            education={form.inServiceEducation}
            degree={form.inServiceDegree}
            school={form.inServiceSchool}
            degreeSchool={form.inServiceDegreeSchool}
          />
          {(
            [
              ['现　任　职　务', form.currentPost],
              ['拟　任　职　务', form.proposedPost],
              ['拟　免　职　务', form.removedPost],
            ] as const
          ).map(([label, text]) => (
            <tr key={label} style={{ height: '12.5mm' }}>
              <Label text={label} colSpan={3} />
              <Cell text={text} width={124.7} height={12} colSpan={5} align="start" />
            </tr>
          ))}
          <tr style={{ height: '125.8mm' }}>
            <Label text="简历" tall />
            <td
              colSpan={7}
              className="cdr-sheet-long"
              style={{ fontSize: `${fitPt(resume, RESUME.width, RESUME.height)}pt` }}
            >
              <ResumeText text={resume} />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function SheetPhoto({ id, photo }: { id: CadreId; photo: PhotoId | null }) {
  const address = usePhoto(id, photo)
  return address === undefined ? '照　片' : <img src={address} alt="照片" draggable={false} />
}

interface EducationProps {
  kind: string
  first?: boolean
  education: string
  degree: string
  school: string
  degreeSchool: string
}

/** Two stacked lines; where there is no degree, the two halves are one. Source: formats 3. */
function Education({ kind, first, education, degree, school, degreeSchool }: EducationProps) {
  const both = degree !== ''
  const bothSchools = degreeSchool !== ''
  return (
    <>
      <tr style={{ height: '6.1mm' }}>
        {first && <Label text={'学　历\n学　位'} colSpan={2} rowSpan={4} />}
        <Label text={kind} rowSpan={2} />
        <Cell text={education} width={41.7} height={both ? 6 : 12} colSpan={2} rowSpan={both ? 1 : 2} />
        <Label text={'毕业院校\n系及专业'} rowSpan={2} />
        <Cell text={school} width={59.8} height={bothSchools ? 6 : 12} colSpan={2} rowSpan={bothSchools ? 1 : 2} />
      </tr>
      <tr style={{ height: '6.1mm' }}>
        {both && <Cell text={degree} width={41.7} height={6} colSpan={2} />}
        {bothSchools && <Cell text={degreeSchool} width={59.8} height={6} colSpan={2} />}
      </tr>
    </>
  )
}
