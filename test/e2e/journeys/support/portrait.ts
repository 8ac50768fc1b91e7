import type { Page } from '@playwright/test'
import type { CadreId } from '../../../../src/shared/cadres/cadres'

/** Gives a person a portrait of one grey, made into a JPEG by the page itself as when somebody crops one. */
export const putPortrait = (page: Page, cadreId: CadreId, width: number, height: number): Promise<boolean> =>
  page.evaluate(
    async ({ id, size }) => {
      const canvas = Object.assign(document.createElement('canvas'), size)
      const context = canvas.getContext('2d')
      if (!context) return false
      context.fillStyle = '#909090'
      context.fillRect(0, 0, size.width, size.height)
      const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg'))
      if (!blob) return false
      const bytes = new Uint8Array(await blob.arrayBuffer())
      const input = { cadreId: id, bytes }
      return (await window.dandang.invoke({ id: crypto.randomUUID(), channel: 'photos.set', input })).ok
    },
    { id: cadreId, size: { width, height } },
  )
