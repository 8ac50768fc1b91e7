import { useState } from 'react'
import type { Interview } from '../../../shared/interviews/interviews'
import { useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { ReadersDialog } from './ReadersDialog'

/** The way to who may read a talk, for those who hold or record it. */
export function ReadersButton({ talk }: { talk: Interview }) {
  const { account } = useSession()
  const [open, setOpen] = useState(false)
  const { header } = talk
  const writes = [...header.talkers.map(({ id }) => id), header.recorder?.id].includes(account.id)
  if (!writes || header.state === 'cancelled') return null
  return (
    <>
      <Button size="small" kind="link" onClick={() => setOpen(true)}>
        调整
      </Button>
      {open && <ReadersDialog talk={talk} onClose={() => setOpen(false)} />}
    </>
  )
}
