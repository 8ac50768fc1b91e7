import { certificateDate, certificateDateInCharacters } from '../../shared/certificates/certificate-dates'
import { type Honour, HonourId } from '../../shared/honours/honours'
import { AppError } from '../../shared/result'
import { markOf } from '../honours/honour-marks'
import * as honours from '../honours/honours.repo'
import type { QueryContext } from '../ipc/contexts'
import type { CertificateSource } from './sources'

async function found({ db, caller }: QueryContext, ids: readonly string[]): Promise<Honour[]> {
  const list: Honour[] = []
  for (const id of ids) {
    const honour = await honours.get(db, caller, HonourId.parse(id))
    if (honour.revoked) throw new AppError('refused', `${honour.shownName}的这项荣誉已经撤销，不发证书`)
    list.push(honour)
  }
  return list
}

/** Certificates of what stands in the register of honours. */
export const honoursSource: CertificateSource = {
  async rows(context, ids) {
    return (await found(context, ids)).map(honour => ({
      id: honour.id,
      name: honour.shownName,
      number: honour.certificateNo,
      fields: {
        姓名: honour.shownName,
        称呼: honour.holder === 'person' ? `${honour.shownName}同志` : honour.shownName,
        称号: honour.name,
        类别: honour.kind,
        级别: honour.level,
        单位: honour.unitName,
        职务: honour.post,
        日期: certificateDate(honour.on),
        汉字日期: certificateDateInCharacters(honour.on),
        年份: honour.on.slice(0, 4),
        批准机关: honour.authority,
        文号: honour.documentNo,
        证书编号: honour.certificateNo,
      },
    }))
  },
  mark: async (context, ids) => markOf(context.db, await found(context, ids)),
  async setNumber(db, id, words) {
    await db
      .updateTable('honours')
      .set(({ eb }) => ({ certificateNo: words, revision: eb('revision', '+', 1) }))
      .where('id', '=', HonourId.parse(id))
      .execute()
  },
}
