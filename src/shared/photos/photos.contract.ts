import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { command, query } from '../ipc/define'
import { Photo, PhotoId } from './photos'
import { mostPhotoBytes } from './photos.rules'

const bytes = z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= mostPhotoBytes, '照片太大，请重新裁剪')

export const photosContract = {
  /** One portrait of a person, the present one or an earlier. What an id names never changes. */
  show: query(z.object({ cadreId: CadreId, id: PhotoId }), Photo, { title: '查看照片', needs: 'cadres.read' }),
  set: command(z.object({ cadreId: CadreId, bytes }), z.object({ id: PhotoId }), {
    title: '更换照片',
    needs: 'cadres.edit',
  }),
  remove: command(z.object({ cadreId: CadreId }), z.object({}), { title: '去掉照片', needs: 'cadres.edit' }),
}
