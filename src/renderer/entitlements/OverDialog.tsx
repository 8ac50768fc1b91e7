import { AppError } from '../../shared/result'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AUDITED_REASON } from '../ui/reason.words'

/** Refused only until somebody says why: a confirmed standard of the unit speaks against it. */
export const isOverridable = (error: unknown): error is AppError =>
  error instanceof AppError &&
  typeof error.details === 'object' &&
  error.details !== null &&
  'overridable' in error.details

interface OverDialogProps {
  /** What it is beyond, with the standard and its source. */
  readonly words: string
  readonly onKeep: (reason: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks why an entry beyond a confirmed standard is kept. */
export const OverDialog = ({ words, onKeep, onClose }: OverDialogProps) => (
  <ReasonDialog
    open
    title="超出本单位的标准"
    consequence={`${words}。理由和登记一起留存。${AUDITED_REASON}`}
    confirmText="仍要登记"
    onConfirm={onKeep}
    onClose={onClose}
  />
)
