import { FORM_TITLE } from '../../shared/cadres/form/form-layout.rules'
import { type ExportEntry, fileTitle } from '../../shared/exports/exports'
import { createNames, nameOf, namesIdNumber } from '../../shared/exports/file-names.rules'
import { AppError } from '../../shared/result'
import { carryOut, goOn, type Outgoing } from '../exports/outgoing'
import { choose, type PersonOut, read } from '../exports/people.repo'
import type { CoreHandlers } from '../ipc/contexts'
import type { GrantedFiles } from '../ipc/granted-files'
import type { PressRun } from '../ipc/press'
import { furnitureOf, sheetOf } from './sheets'

/** So many people are laid out at once for one file: they share the fonts' parts that they need. */
const TOGETHER = 10
/** Beyond this a run takes too long and a joined file fills the memory. */
const MOST_FORMS = 2000
const NOTE = '正在排版任免审批表'

interface Place extends Outgoing {
  write(name: string, bytes: Uint8Array): void
  readonly folder: string
}

function openPlace(files: GrantedFiles, into: 'file' | 'folder', target: string, entry: ExportEntry): Place {
  if (into === 'file') {
    const file = files.take(target)
    return { ...file, write: (_name, bytes) => file.write(bytes), folder: '' }
  }
  const made = files.takeFolder(target, fileTitle(entry))
  let name = ''
  return {
    write: made.write,
    finish: () => void (name = made.finish()),
    abandon: made.abandon,
    withdraw: made.withdraw,
    get folder() {
      return name
    },
  }
}

export const saveForms: CoreHandlers['papers']['saveForms'] = async (context, order) => {
  const { db, caller, signal, progress, now, gatehouse } = context
  const { into, target, namePattern, sensitive, whom, edition, as } = order
  if (namesIdNumber(namePattern) && !sensitive.includes('idNumber'))
    throw new AppError('refused', '文件名里有身份证号，要先同意写明身份证号')
  const { keys } = await choose(db, caller.scope, whom, 'as-listed')
  const people = keys.length
  if (people > MOST_FORMS) throw new AppError('refused', `一次最多 ${MOST_FORMS} 人，请分几次保存`)
  if (as === 'docx' && into === 'file' && people > 1) throw new AppError('refused', '多个人的 Word 文件要存到文件夹')
  const next = createNames(`.${as}`)
  const baseOf = ({ cadre, unitName }: PersonOut, place: number): string =>
    nameOf(namePattern, {
      name: cadre.name,
      idNumber: cadre.idNumber,
      birth: cadre.birth,
      unitName,
      post: cadre.form.currentPost,
      place,
      of: people,
    })

  async function write(place: Place, entry: ExportEntry, run: PressRun | undefined): Promise<number> {
    const furniture = furnitureOf(entry)
    // What writes Word and what reads PDFs is large, and loaded when it is needed.
    const { formDocument } = await import('./form-docx')
    const { joined } = await import('./joined')
    const parts: Uint8Array[] = []
    const slice = into === 'file' ? TOGETHER : 1
    for (let done = 0; done < people; done += slice) {
      await goOn(signal)
      const persons = await read(db, keys.subarray(done, done + slice), sensitive)
      const sheets = persons.map(person => sheetOf(person, edition, now()))
      const name = into === 'file' || !persons[0] ? '' : next(baseOf(persons[0], done + 1))
      if (run) {
        await run.lay({ kind: 'form', sheets, furniture })
        const pdf = await run.pdf()
        if (into === 'folder') place.write(name, await joined([pdf], FORM_TITLE))
        else parts.push(pdf)
      } else for (const sheet of sheets) place.write(name, await formDocument(sheet, furniture))
      progress({ done: Math.min(done + slice, people), total: people, note: NOTE })
    }
    await goOn(signal)
    if (parts.length > 0) place.write('', await joined(parts, fileTitle(entry), () => goOn(signal)))
    await goOn(signal)
    return people
  }

  const { entry, out } = await carryOut(
    context,
    { ...order, kind: as === 'pdf' ? 'form-pdf' : 'form-docx' },
    act => openPlace(gatehouse.options.files, into, target, act),
    async (place, act) => {
      const run = as === 'pdf' ? await gatehouse.options.press.open() : undefined
      try {
        return await write(place, act, run)
      } finally {
        run?.close()
      }
    },
  )
  return { entry, folder: out.folder }
}
