import { type DragEvent, useState } from 'react'
import { ArchiveClass } from '../../../shared/attachments/attachments'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** The class that is dropped on, where it is one. */
function classAt({ target }: DragEvent): ArchiveClass | null {
  const found = target instanceof Element ? target.closest('[data-class]')?.getAttribute('data-class') : null
  const category = ArchiveClass.safeParse(found)
  return category.success ? category.data : null
}

/**
 * A part of the page on which files become attachments. Elsewhere on the window they are taken as an import: that listens
 * above, and leaves alone what was stopped here.
 * @param take undefined where nothing can be added; a drop then does nothing at all
 */
export function useDropZone(take: ((files: readonly File[], category: ArchiveClass | null) => void) | undefined) {
  const [over, setOver] = useState<ArchiveClass | 'anywhere' | null>(null)
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = take ? 'copy' : 'none'
        if (take) setOver(classAt(event) ?? 'anywhere')
      },
      onDragLeave: (event: DragEvent): void => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(null)
      },
      onDrop: (event: DragEvent): void => {
        setOver(null)
        if (!holdsFiles(event)) return
        event.preventDefault()
        take?.([...event.dataTransfer.files], classAt(event))
      },
    },
  }
}
