import { ImportedFields } from '../../shared/cadres/imported'
import { fileTitle } from '../../shared/exports/exports'
import { createNames, nameOf, namesIdNumber } from '../../shared/exports/file-names.rules'
import { AppError } from '../../shared/result'
import { writeLrmx } from '../cadres/lrmx-write'
import type { CoreHandlers } from '../ipc/contexts'
import type { GrantedFiles } from '../ipc/granted-files'
import { carryOut, goOn, type Outgoing } from './outgoing'
import { choose, type PersonOut, read } from './people.repo'
import { createZip } from './zip-write'

/** So many files are read at once. A photo is at most some megabytes. */
const SLICE = 20

interface Place extends Outgoing {
  write(name: string, bytes: Uint8Array): void
  readonly folder: string
}

function openPlace(
  files: GrantedFiles,
  into: 'file' | 'folder' | 'zip',
  target: string,
  title: string,
  now: number,
): Place {
  if (into === 'folder') {
    const made = files.takeFolder(target, title)
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
  const file = files.take(target)
  if (into === 'file') return { ...file, write: (_name, bytes) => file.write(bytes), folder: '' }
  const zip = createZip(file, now)
  const finish = (): void => {
    zip.finish()
    file.finish()
  }
  return { ...file, write: zip.write, finish, folder: '' }
}

export const exportLrmx: CoreHandlers['exports']['lrmx'] = async (context, order) => {
  const { db, caller, signal, progress, now, gatehouse } = context
  const { into, target, editor, namePattern, sensitive, whom } = order
  if (namesIdNumber(namePattern) && !sensitive.includes('idNumber'))
    throw new AppError('refused', '文件名里有身份证号，要先勾选带出身份证号')
  const { keys } = await choose(db, caller.scope, whom)
  if (into === 'file' && keys.length !== 1) throw new AppError('refused', '多个人的文件要存到文件夹或压缩包')
  const next = createNames('.lrmx')
  const baseOf = ({ cadre, unitName }: PersonOut, place: number): string =>
    nameOf(namePattern, {
      name: cadre.name,
      idNumber: cadre.idNumber,
      birth: cadre.birth,
      unitName,
      post: cadre.form.currentPost,
      place,
      of: keys.length,
    })

  const { entry, out } = await carryOut(
    context,
    { ...order, kind: 'lrmx' },
    act => openPlace(gatehouse.options.files, into, target, fileTitle(act), now()),
    async place => {
      for (let done = 0; done < keys.length; done += SLICE) {
        await goOn(signal)
        const people = await read(db, keys.subarray(done, done + SLICE), sensitive)
        for (const [index, person] of people.entries())
          place.write(
            next(baseOf(person, done + index + 1)),
            writeLrmx(ImportedFields.parse(person.cadre), person.photo, editor),
          )
        progress({ done: Math.min(done + SLICE, keys.length), total: keys.length, note: '正在写出任免审批表' })
      }
      await goOn(signal)
      return keys.length
    },
  )
  return { entry, folder: out.folder }
}
