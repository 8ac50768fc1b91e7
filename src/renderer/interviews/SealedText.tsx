import { useState } from 'react'
import type { InterviewId, Note } from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'

/** A sealed line: whoever wrote it sees it, others say why first. */
export function SealedText({ id, note }: { id: InterviewId; note: Note }) {
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<string>()
  return (
    <>
      <Icon name="lock" size={14} /> {shown ?? note.text}{' '}
      {shown === undefined && (
        <Button kind="link" size="small" onClick={() => setAsking(true)}>
          查看
        </Button>
      )}
      <ReasonDialog
        open={asking}
        title="查看密封的内容"
        consequence="查看会写入审计日志，内容只在这一页显示。"
        confirmText="查看"
        onConfirm={async reason => {
          const { text } = await api.interviews.unseal({ id, noteId: note.id, reason })
          setShown(text)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
