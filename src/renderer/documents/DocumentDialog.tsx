import { App, Modal } from 'antd'
import { useState } from 'react'
import type { DocumentRef } from '../../shared/documents/documents'
import type { DocumentProof } from '../../shared/documents/documents.contract'
import { compareMarks } from '../../shared/secrecy/secrecy.rules'
import { useSession } from '../api/session'
import { ResultView } from '../exports/ResultView'
import type { Finished } from '../exports/way'
import '../exports/exports.css'
import { missingShapes, wordsOf } from '../papers/fonts'
import { ProofPane } from '../papers/ProofPane'
import { ErrorNote, Loading } from '../ui/states'
import { DocumentForm, type DocumentOrder } from './DocumentForm'
import { useDocumentPages, useDocumentProof } from './useDocument'

interface DocumentDialogProps {
  document: DocumentRef
  /** What the dialog is called: 周启明 · 诫勉谈话. */
  title: string
  onClose: () => void
}

/** A document before it leaves: every page in sight, then onto paper or into a file. */
export function DocumentDialog({ document, title, onClose }: DocumentDialogProps) {
  const { message } = App.useApp()
  const [finished, setFinished] = useState<Finished>()
  const [reason, setReason] = useState<string | null>(null)
  const proof = useDocumentProof(document, reason)
  return (
    <Modal
      open
      title={finished ? title : `打印和导出：${title}`}
      onCancel={onClose}
      footer={null}
      width={finished ? 520 : 'calc(100vw - 40px)'}
      centered
      mask={{ closable: false }}
      className={finished ? 'exp-dialog' : 'exp-dialog pap-dialog'}
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <>
          {proof.isError && <ErrorNote error={proof.error} onRetry={() => void proof.refetch()} />}
          {proof.isPending && <Loading />}
          {proof.data && (
            <Preview
              document={document}
              title={title}
              proof={proof.data}
              unsealed={reason !== null}
              onUnseal={setReason}
              onFinished={setFinished}
              onClose={onClose}
            />
          )}
        </>
      )}
    </Modal>
  )
}

interface PreviewProps extends DocumentDialogProps {
  proof: DocumentProof
  unsealed: boolean
  onUnseal: (reason: string | null) => void
  onFinished: (finished: Finished) => void
}

function Preview({ document, title, proof, unsealed, onUnseal, onFinished, onClose }: PreviewProps) {
  const { account } = useSession()
  const [order, setOrder] = useState<DocumentOrder>({ reason: '', recipient: '', mark: proof.mark })
  const mark = compareMarks(order.mark, proof.mark) < 0 ? proof.mark : order.mark
  const pages = useDocumentPages(proof.body, {
    mark: mark === '内部' ? '' : mark,
    // The number is taken when it is printed or saved, and never before.
    foot: `${mark}　编号在登记时写上　${account.name}`,
  })
  return (
    <div className="pap-body">
      <div className="pap-left">
        <ProofPane
          name={proof.body.title}
          pages={pages}
          words={pages ? `A4 共 ${pages.length} 页，双面打印 ${Math.ceil(pages.length / 2)} 张` : ''}
        />
      </div>
      <div className="pap-right">
        <DocumentForm
          document={document}
          fileName={`${title}${proof.body.draft ? '（未定稿）' : ''}`}
          proof={proof}
          shapeless={missingShapes(wordsOf(proof.body))}
          order={{ ...order, mark }}
          onOrder={next => setOrder({ ...order, ...next })}
          unsealed={unsealed}
          onUnseal={onUnseal}
          onFinished={onFinished}
          onClose={onClose}
        />
      </div>
    </div>
  )
}
